namespace LabQc.Review;

/// <summary>What an event of the audit trail is called in words, whatever it is about.</summary>
public static class EventWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["assay.corrected"] = "Corrected a result",
        ["assay.entered"] = "Entered a result",
        ["batch.audit-trail-reviewed"] = "Reviewed a lot's audit trail, signed",
        ["batch.corrected"] = "Corrected a batch's details",
        ["batch.evaluated"] = "Evaluated a lot",
        ["batch.held"] = "Put a lot on hold",
        ["batch.hold-lifted"] = "Lifted a hold",
        ["batch.recalled"] = "Recalled a lot",
        ["batch.registered"] = "Registered a batch",
        ["batch.rejected"] = "Rejected a lot",
        ["batch.released"] = "Released a lot",
        ["batch.returned"] = "Returned a lot to the bench",
        ["batch.submitted"] = "Submitted a lot for review",
        ["batch.verified"] = "Verified a lot, signed",
        ["dilution.corrected"] = "Corrected a dilution",
        ["exclusion.confirmed"] = "Confirmed an exclusion as the second person",
        ["exclusion.declined"] = "Declined an exclusion",
        ["file.attached"] = "Attached a file",
        ["history.imported"] = "Brought in past lots",
        ["instrument.defined"] = "Defined an instrument",
        ["isolation_method.defined"] = "Defined an isolation method",
        ["lab_attribute.defined"] = "Defined an attribute",
        ["lockout.lifted"] = "Lifted a lockout",
        ["measurement.invalidated"] = "Invalidated a measurement",
        ["measurement.recorded"] = "Took an instrument file",
        ["method.defined"] = "Defined a method",
        ["one-time-codes.enabled"] = "Switched one-time codes on",
        ["one-time-codes.removed"] = "Switched one-time codes off",
        ["password.changed"] = "Changed the own password",
        ["password.rehashed"] = "Hashed a password anew at sign-in",
        ["password.set-after-reset"] = "Set a new password after a reset",
        ["person.activated"] = "Activated an account",
        ["person.closed"] = "Closed an account",
        ["person.credentials-reset"] = "Reset somebody's credentials",
        ["person.first-administrator"] = "Became the first administrator",
        ["person.invited"] = "Invited a person",
        ["product.defined"] = "Defined a product",
        ["recovery-code.used"] = "Used a recovery code",
        ["recovery-codes.renewed"] = "Renewed the recovery codes",
        ["reference-set.frozen"] = "Froze a reference set",
        ["registry.created"] = "Created the registry",
        ["replicate.excluded"] = "Excluded a replicate",
        ["replicate.exclusion-proposed"] = "Proposed to exclude a replicate",
        ["replicate.included"] = "Took a replicate back in",
        ["replicate.inclusion-proposed"] = "Proposed to take a replicate back in",
        ["session.ended"] = "Ended a session",
        ["setting.changed"] = "Changed a setting",
        ["sign-in"] = "Signed in",
        ["sign-in.failed"] = "Failed to sign in",
        ["sign-in.refused"] = "Was refused signing in",
        ["sign-in.token"] = "Signed in by a token",
        ["sign-out"] = "Signed out",
        ["specification.approved"] = "Approved a specification, signed",
        ["specification.defined"] = "Defined a specification",
        ["statement.accepted"] = "Accepted the statement on signatures",
        ["table_mapping.defined"] = "Defined a table's mapping",
        ["token.made"] = "Made a token for the command line",
        ["token.revoked"] = "Revoked a token",
        ["validation.recorded"] = "Recorded a third party's result",
    };

    /// <summary>A sentence without its full stop that begins with what was done; the action's own words where it has no other.</summary>
    public static string Of(string action)
    {
        if (Known.TryGetValue(action, out var words))
            return words;
        var plain = action.Replace('.', ' ').Replace('-', ' ').Replace('_', ' ').Trim();
        return plain.Length == 0 ? action : char.ToUpperInvariant(plain[0]) + plain[1..];
    }
}
