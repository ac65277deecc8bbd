using LabQc.AuditTrail;
using LabQc.Database;
using LabQc.Tests.AuditTrail;
using Microsoft.Data.Sqlite;

namespace LabQc.Tests.Database;

public sealed class LabDatabaseTest : IDisposable
{
    private readonly TestRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public void Every_connection_keeps_what_it_acknowledged_and_holds_its_guards()
    {
        var database = LabDatabase.Open(_registry.Folder);
        using var first = database.OpenSession();
        using var second = database.OpenSession();
        second.Dispose();
        using var reused = database.OpenSession();
        foreach (var session in new[] { first, reused })
        {
            Assert.Equal("wal", session.Find<string>("PRAGMA journal_mode"));
            Assert.Equal(2, session.Find<long>("PRAGMA synchronous"));
            Assert.Equal(1, session.Find<long>("PRAGMA foreign_keys"));
            Assert.Equal(1, session.Find<long>("PRAGMA recursive_triggers"));
            Assert.Equal(30000, session.Find<long>("PRAGMA busy_timeout"));
        }
    }

    [Fact]
    public void Every_table_is_strict_and_every_key_begins_with_the_site()
    {
        using var session = LabDatabase.Open(_registry.Folder).OpenSession();

        Assert.Empty(session.Query<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND strict = 0"));
        Assert.All(session.Rows.Tables().Where(t => t != "schema_step"), table => Assert.Equal("site", session.Rows.KeyColumns(table)[0]));
    }

    [Fact]
    public void A_registry_is_made_once_and_opened_only_where_there_is_one()
    {
        Assert.Throws<RegistryExistsException>(() => LabDatabase.Create(_registry.Folder));
        Assert.Throws<RegistryMissingException>(() => LabDatabase.Open(_registry.Scratch("elsewhere")));
        Assert.False(Directory.Exists(_registry.Scratch("elsewhere")));
    }

    [Fact]
    public void An_init_that_was_cut_off_is_said_and_taken_up_again()
    {
        var folder = _registry.Scratch("begun");
        LabDatabase.Create(folder);
        Assert.Throws<RegistryDamagedException>(() => LabRegistry.Open(folder, _registry.KeysFolder, _registry.Clock));

        LabRegistry.Create(folder, RegistryKind.Laboratory, _registry.KeysFolder, TestRegistry.Technician, _registry.Clock);

        Assert.Equal("laboratory", LabRegistry.Open(folder, _registry.KeysFolder, _registry.Clock).Identity.Kind);
        Assert.Throws<RegistryExistsException>(() => LabDatabase.Create(folder));
    }

    [Fact]
    public void A_file_that_is_no_database_is_damage()
    {
        _registry.SettleFileQuietly();
        File.WriteAllText(_registry.File, "This was a registry once. " + new string('x', 5000));

        Assert.Throws<RegistryDamagedException>(() => LabDatabase.Open(_registry.Folder));
    }

    [Fact]
    public void A_unit_of_work_that_is_not_committed_leaves_nothing()
    {
        using (var work = _registry.Begin())
            new VersionedDefinitions(work, "product").Define("P", 1, "{}");

        Assert.Empty(_registry.Read<string>("SELECT code FROM product"));
    }

    [Fact]
    public void Foreign_keys_are_enforced()
    {
        using var work = _registry.Begin();
        Assert.Throws<SqliteException>(() => work.Session.Execute(
            "INSERT INTO attachment VALUES ('main', 'no lot', 'no file', 'certificate', '2026-03-02T09:15:00.0000000Z', 'somebody')"));
    }

    [Fact]
    public void Times_sort_as_they_compare_and_read_back_as_they_were()
    {
        using var session = LabDatabase.Open(_registry.Folder).OpenSession();
        session.Execute("CREATE TEMP TABLE moment (at TEXT NOT NULL, day TEXT)");
        DateTimeOffset[] times =
        [
            new(2026, 3, 2, 9, 15, 0, TimeSpan.Zero),
            new(2026, 3, 2, 10, 15, 0, 1, TimeSpan.FromHours(1)),
            new(2026, 3, 2, 8, 30, 0, TimeSpan.FromHours(-1)),
        ];
        foreach (var at in times.Reverse())
            session.Execute("INSERT INTO moment VALUES (@at, @day)", new { at, day = DateOnly.FromDateTime(at.DateTime) });

        Assert.Equal(times.Select(t => t.UtcDateTime), session.Query<DateTimeOffset>("SELECT at FROM moment ORDER BY at").Select(t => t.UtcDateTime));
        Assert.Equal(2, session.Find<long>("SELECT COUNT(*) FROM moment WHERE at > @at", new { at = times[0] }));
        Assert.Equal(new DateOnly(2026, 3, 2), session.Find<DateOnly>("SELECT day FROM moment LIMIT 1"));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1e-9)]
    [InlineData(123456.789012)]
    [InlineData(5.91e12)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public void A_double_comes_back_bit_by_bit(double value)
    {
        using var session = LabDatabase.Open(_registry.Folder).OpenSession();
        session.Execute("CREATE TEMP TABLE number (value REAL) STRICT");
        session.Execute("INSERT INTO number VALUES (@value)", new { value });
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(session.Find<double>("SELECT value FROM number")));
    }
}
