namespace LabQc.Database;

/// <summary>The database's own look at its file: pages, indexes against their tables, types.</summary>
public static class FileIntegrity
{
    /// <summary>What it finds wrong, at most 100 findings; empty where all is well.</summary>
    public static IReadOnlyList<string> Findings(LabSession session)
    {
        var findings = session.Query<string>("PRAGMA integrity_check(100)");
        return findings is ["ok"] ? [] : findings;
    }
}
