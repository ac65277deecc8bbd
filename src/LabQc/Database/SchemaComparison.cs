using Microsoft.Data.Sqlite;

namespace LabQc.Database;

/// <summary>A table, index or trigger that is not as this program's steps make it.</summary>
/// <param name="Name">Its kind and name, such as <c>trigger batch_is_never_deleted</c>.</param>
/// <param name="Finding">What is wrong with it.</param>
public sealed record SchemaDifference(string Name, string Finding);

/// <summary>
/// Holds a registry's tables, indexes and triggers against those that the program's own steps make: a guard that was taken
/// away shows.
/// </summary>
public static class SchemaComparison
{
    private static readonly Lazy<SortedDictionary<string, string>> Ours = new(Expected);

    /// <summary>All that differs, by name.</summary>
    public static IReadOnlyList<SchemaDifference> Of(LabSession session)
    {
        var expected = Ours.Value;
        var found = Objects(session);
        return
        [
            .. expected.Where(e => !found.ContainsKey(e.Key)).Select(e => new SchemaDifference(e.Key, "is missing")),
            .. found.Where(f => !expected.ContainsKey(f.Key)).Select(f => new SchemaDifference(f.Key, "is none of LabQc's")),
            .. found.Where(f => expected.TryGetValue(f.Key, out var sql) && sql != f.Value)
                .Select(f => new SchemaDifference(f.Key, "is not as LabQc made it")),
        ];
    }

    private static SortedDictionary<string, string> Expected()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var empty = new LabSession(connection, folder: ":memory:");
        Migrations.Apply(empty);
        return Objects(empty);
    }

    private static SortedDictionary<string, string> Objects(LabSession session)
    {
        var objects = session.Query<SchemaObject>(
            """
            SELECT type || ' ' || name AS Name,
                   COALESCE(sql, '')   AS Sql
              FROM sqlite_schema
             WHERE name NOT LIKE 'sqlite_stat%'
            """);
        return new SortedDictionary<string, string>(objects.ToDictionary(o => o.Name, o => o.Sql), StringComparer.Ordinal);
    }

    private sealed record SchemaObject
    {
        public required string Name { get; init; }
        public required string Sql { get; init; }
    }
}
