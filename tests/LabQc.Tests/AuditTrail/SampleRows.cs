using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LabQc.AuditTrail;
using LabQc.Database;

namespace LabQc.Tests.AuditTrail;

/// <summary>
/// One row for every table, made from the schema itself, so that a table or column that comes later is in every sweep without
/// anybody thinking of it. No column is null.
/// </summary>
internal static partial class SampleRows
{
    private static readonly byte[] FileContent = "Some bytes of an export"u8.ToArray();

    /// <summary>Writes them, one event a table.</summary>
    public static void Write(LabWork work)
    {
        work.Session.BeginWriting();
        work.Session.Execute("PRAGMA defer_foreign_keys = ON");
        foreach (var table in Tables(work.Session).Where(t => t != "registry"))
        {
            var columns = Columns(work.Session, table);
            var row = columns.ToDictionary(c => c.Name, c => Value(work.Session, table, c), StringComparer.Ordinal);
            var key = work.Session.Rows.KeyColumns(table).Select(c => row[c]).ToList();
            work.Trail.Record($"{table}.made", "LOT", "a reason", [new RecordKey(table, key)], () =>
                work.Session.Execute($"INSERT INTO {table} ({string.Join(", ", row.Keys)}) VALUES ({string.Join(", ", row.Keys.Select(k => "@" + k))})", row));
        }
    }

    /// <summary>All tables whose rows events hold.</summary>
    public static IReadOnlyList<string> Tables(LabSession session) =>
        [.. session.Rows.Tables().Except(DerivedTables.Names)];

    public static IReadOnlyList<SampleColumn> Columns(LabSession session, string table) =>
        session.Query<SampleColumn>("SELECT name, type FROM pragma_table_info(@table) ORDER BY cid", new { table });

    private static object Value(LabSession session, string table, SampleColumn column)
    {
        if (column.Name == "site")
            return LabRegistry.DefaultSite;
        if (Parent(session, table, column.Name) is { } parent)
            return Value(session, parent.Table, Columns(session, parent.Table).Single(c => c.Name == parent.Column));
        if (table == "raw_file" && column.Name is "sha256" or "size" or "content")
            return column.Name == "sha256" ? Convert.ToHexStringLower(SHA256.HashData(FileContent)) : column.Name == "size" ? FileContent.Length : FileContent;
        return column.Type switch
        {
            "INTEGER" => 1L,
            "REAL" => 95.25,
            "BLOB" => new byte[] { 1, 2, 3, 254 },
            _ => Allowed(session, table, column.Name) ?? $"{column.Name} of {table}: 30–150 nm, µg",
        };
    }

    private static ParentColumn? Parent(LabSession session, string table, string column) =>
        session.Find<ParentColumn>(
            """SELECT "table", "to" AS "column" FROM pragma_foreign_key_list(@table) WHERE "from" = @column""",
            new { table, column });

    /// <summary>The first of the words that a column may hold, if its table lists them.</summary>
    private static string? Allowed(LabSession session, string table, string column)
    {
        var sql = session.Find<string>("SELECT sql FROM sqlite_schema WHERE name = @table", new { table })!;
        return WordList().Matches(sql).FirstOrDefault(m => m.Groups["column"].Value == column)?.Groups["word"].Value;
    }

    [GeneratedRegex(@"CHECK \((?<column>\w+) IN \('(?<word>[^']+)'")]
    private static partial Regex WordList();

    internal sealed record SampleColumn
    {
        public required string Name { get; init; }
        public required string Type { get; init; }
    }

    private sealed record ParentColumn
    {
        public required string Table { get; init; }
        public required string Column { get; init; }
    }
}
