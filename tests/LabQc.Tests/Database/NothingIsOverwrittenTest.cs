using LabQc.Database;
using LabQc.Tests.AuditTrail;
using Microsoft.Data.Sqlite;

namespace LabQc.Tests.Database;

/// <summary>Whoever writes with another program, and leaves the guards where they are, changes nothing that is recorded.</summary>
public sealed class NothingIsOverwrittenTest : IDisposable
{
    private readonly TestRegistry _registry = new();

    public NothingIsOverwrittenTest() => _registry.FillEveryTable();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public void No_column_of_a_recorded_row_can_be_updated()
    {
        Assert.True(Tables().Count >= 20);
        foreach (var table in Tables())
        {
            foreach (var column in Columns(table))
                Refused($"UPDATE {table} SET {column} = {column}", table);
        }
    }

    [Fact]
    public void No_recorded_row_can_be_deleted()
    {
        foreach (var table in Tables())
            Refused($"DELETE FROM {table}", table);
    }

    [Fact]
    public void No_recorded_row_can_be_replaced()
    {
        foreach (var table in Tables())
        {
            var columns = string.Join(", ", Columns(table));
            Refused($"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}", table);
            Refused($"INSERT OR IGNORE INTO {table} ({columns}) SELECT {columns} FROM {table}", table);
            Refused($"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE true ON CONFLICT DO UPDATE SET {Columns(table)[0]} = 1", table);
        }
    }

    [Fact]
    public void A_row_cannot_be_replaced_by_what_else_is_unique_in_it()
    {
        using var session = LabDatabase.Open(_registry.Folder).OpenSession();
        var unique = session.Rows.Tables().SelectMany(t => session.Query<string>(
            "SELECT @t || '.' || name FROM pragma_index_list(@t) WHERE \"unique\" = 1 AND origin <> 'pk'", new { t })).ToList();
        Assert.Single(unique);

        var columns = Columns("evaluation");
        Refused(
            $"INSERT OR REPLACE INTO evaluation ({string.Join(", ", columns)}) SELECT {string.Join(", ", columns.Select(c => c == "ordinal" ? "2" : c))} FROM evaluation",
            "evaluation");
    }

    [Fact]
    public void A_batch_moves_one_step_at_a_time_and_stays_the_lot_it_is()
    {
        Refused("UPDATE batch SET row_version = row_version + 2", "batch");
        Refused("UPDATE batch SET row_version = row_version + 1, lot_number = 'OTHER'", "batch");
        Refused("UPDATE batch SET row_version = row_version + 1, site = 'other'", "batch");
        _registry.TryTamper("UPDATE batch SET row_version = row_version + 1, hold_reason = 'held'");
        Assert.Equal([2L], _registry.Read<long>("SELECT row_version FROM batch"));
    }

    private void Refused(string sql, string table)
    {
        var before = Content(table);
        var refused = Assert.Throws<SqliteException>(() => _registry.TryTamper(sql));
        Assert.StartsWith($"SQLite Error 19: '{table}: ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Content(table));
    }

    /// <summary>All tables but those that are derived from others and may be derived anew.</summary>
    private IReadOnlyList<string> Tables()
    {
        using var session = LabDatabase.Open(_registry.Folder).OpenSession();
        return [.. session.Rows.Tables().Where(t => t is "audit_event" or "schema_step" || !LabQc.AuditTrail.DerivedTables.Names.Contains(t))];
    }

    private IReadOnlyList<string> Columns(string table)
    {
        using var session = LabDatabase.Open(_registry.Folder).OpenSession();
        return [.. session.Rows.Columns(table).Select(c => c.Name)];
    }

    private List<string?> Content(string table)
    {
        using var session = LabDatabase.Open(_registry.Folder).OpenSession();
        return [.. session.Rows.All(table).SelectMany(row => row.Select(c => LabQc.AuditTrail.CanonicalJson.Text(c.Value)))];
    }
}
