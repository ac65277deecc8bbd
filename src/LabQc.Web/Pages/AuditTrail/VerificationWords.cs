namespace LabQc.Web.Pages.AuditTrail;

/// <summary>What a verification does and finds, in words.</summary>
internal static class VerificationWords
{
    /// <summary>What is being looked at.</summary>
    public static string Stage(string stage) => stage switch
    {
        "events" => "reading events",
        "rows" => "reading rows",
        "schema" => "comparing tables and triggers",
        _ => "reading the database's file",
    };

    /// <summary>What was found when a registry fits a checkpoint.</summary>
    public static string Kind(string kind) => kind.Replace('-', ' ');
}
