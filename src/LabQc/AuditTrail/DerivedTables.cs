namespace LabQc.AuditTrail;

/// <summary>
/// The tables whose rows no audit event holds, because they can be derived, or hold secrets and who is signed in just now.
/// A test holds this list equal to the table in <c>schema/README.md</c>.
/// </summary>
public static class DerivedTables
{
    /// <summary>Their names, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["audit_event", "consistency_profile", "consistency_progress", "credential_secret", "schema_step", "sign_in_guard", "web_session"];
}
