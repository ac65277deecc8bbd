namespace LabQc.AuditTrail;

/// <summary>
/// The tables whose rows no audit event holds, because they can be derived, hold secrets and who is signed in just now, or are no
/// record of the laboratory yet. A test holds this list equal to the table in <c>schema/README.md</c>.
/// </summary>
public static class DerivedTables
{
    /// <summary>Their names, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "audit_event", "consistency_profile", "consistency_progress", "credential_secret", "form_draft", "schema_step",
        "sign_in_guard", "staged_file", "web_session",
    ];
}
