using LabQc.Database;

namespace LabQc.AuditTrail;

/// <summary>Reads and writes one table of definitions: site, code, version and content.</summary>
internal sealed class DefinitionStore(LabSession session, string site, string table)
{
    public void Insert(string code, int version, string content) =>
        session.Execute(
            $"""
            INSERT INTO {table} (site, code, version, content)
            VALUES (@site, @code, @version, @content)
            """,
            new { site, code, version, content });

    public DefinedVersion? Find(string code, int version) =>
        session.Find<DefinedVersion>(
            $"""
            SELECT code,
                   version,
                   content
              FROM {table}
             WHERE site = @site
               AND code = @code
               AND version = @version
            """,
            new { site, code, version });

    public IReadOnlyList<DefinedVersion> Versions(string code) =>
        session.Query<DefinedVersion>(
            $"""
            SELECT code,
                   version,
                   content
              FROM {table}
             WHERE site = @site
               AND code = @code
             ORDER BY version
            """,
            new { site, code });

    public IReadOnlyList<DefinedVersion> All() =>
        session.Query<DefinedVersion>(
            $"""
            SELECT code,
                   version,
                   content
              FROM {table}
             WHERE site = @site
             ORDER BY code,
                      version
            """,
            new { site });
}
