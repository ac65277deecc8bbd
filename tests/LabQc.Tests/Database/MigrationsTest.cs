using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LabQc.AuditTrail;
using LabQc.Database;
using LabQc.Tests.AuditTrail;
using Microsoft.Data.Sqlite;

namespace LabQc.Tests.Database;

public sealed partial class MigrationsTest : IDisposable
{
    private readonly TestRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public void An_empty_registry_gets_all_steps_in_order_and_once()
    {
        _registry.Reopen();

        Assert.Equal(Migrations.Known.Select(m => m.Name), _registry.Read<string>("SELECT name FROM schema_step ORDER BY number"));
        Assert.Equal(Enumerable.Range(1, Migrations.Known.Count), Migrations.Known.Select(m => m.Number));
        Assert.Equal(Directory.GetFiles(ProjectFile.Of("schema/sqlite")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal), Migrations.Known.Select(m => m.Name));
    }

    [Fact]
    public void Released_steps_are_what_they_were()
    {
        var released = File.ReadAllLines(ProjectFile.Of("tests/LabQc.Tests/Database/released-steps.sha256")).Select(line => line.Split("  "));

        Assert.Equal(
            released.Select(r => (Name: r[1], Sha256: r[0])),
            Migrations.Known.Select(m => (m.Name, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(ProjectFile.Of("schema/sqlite/" + m.Name)))))));
    }

    [Fact]
    public void A_registry_that_a_newer_program_opened_is_refused()
    {
        _registry.TryTamper("INSERT INTO schema_step VALUES (9999, '9999-tomorrow.sql', 'abc')");

        var refused = Assert.Throws<SchemaMismatchException>(_registry.Reopen);

        Assert.Contains("9999-tomorrow.sql, which this program does not know", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sha256")]
    [InlineData("name")]
    [InlineData("number")]
    public void A_registry_whose_step_is_another_than_ours_is_refused(string column)
    {
        _registry.Tamper($"UPDATE schema_step SET {column} = {(column == "number" ? "77" : $"'0' || {column}")} WHERE number = 2");

        Assert.Throws<SchemaMismatchException>(_registry.Reopen);
    }

    [Fact]
    public void A_step_that_fails_leaves_the_registry_at_the_one_before_and_can_be_done_again()
    {
        var number = Migrations.Known.Count + 1;
        var broken = new Migration { Number = number, Name = "later.sql", Sha256 = "abc", Sql = "CREATE TABLE later (a TEXT) STRICT; CREATE TABLE later (a TEXT) STRICT;" };
        using var session = LabDatabase.Open(_registry.Folder).OpenSession();

        Assert.Throws<SqliteException>(() => Migrations.Apply(session, [.. Migrations.Known, broken]));
        session.Rollback();
        Assert.DoesNotContain("later", session.Rows.Tables());

        Migrations.Apply(session, [.. Migrations.Known, broken with { Sql = "CREATE TABLE later (a TEXT PRIMARY KEY) STRICT" }]);
        Assert.Contains("later", session.Rows.Tables());
        Assert.Equal(number, session.Find<long>("SELECT MAX(number) FROM schema_step"));
    }

    [Fact]
    public void Several_programs_that_open_a_new_registry_at_once_do_not_get_in_each_others_way()
    {
        var folder = _registry.Scratch("new");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "labqc.db"), []);

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => LabDatabase.Open(folder));

        using var session = LabDatabase.Open(folder).OpenSession();
        Assert.Equal(Migrations.Known.Count, session.Rows.Count("schema_step"));
    }

    [Fact]
    public void The_tables_that_no_event_holds_are_those_that_the_schemas_page_lists()
    {
        var listed = DerivedRow().Matches(File.ReadAllText(ProjectFile.Of("schema/README.md"))).Select(m => m.Groups[1].Value);

        Assert.Equal(DerivedTables.Names.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        using var session = LabDatabase.Open(_registry.Folder).OpenSession();
        Assert.Empty(DerivedTables.Names.Except(session.Rows.Tables()));
    }

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex DerivedRow();
}
