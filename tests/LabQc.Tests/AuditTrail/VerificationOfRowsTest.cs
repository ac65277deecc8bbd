using System.Text;
using LabQc.AuditTrail;

namespace LabQc.Tests.AuditTrail;

public sealed class VerificationOfRowsTest : IDisposable
{
    private readonly TestRegistry _registry = new();

    public VerificationOfRowsTest() => _registry.FillEveryTable();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public void An_untouched_registry_fits_with_a_row_in_every_table()
    {
        using var work = _registry.Begin();
        var tables = SampleRows.Tables(work.Session);

        var result = Verification.Run(work);

        Assert.Empty(result.Problems);
        Assert.True(result.Ok);
        Assert.Equal("checked", result.Hmacs);
        Assert.Equal(tables.Count, result.Rows);
        Assert.Equal(tables.Count, result.Events);
        Assert.All(tables, table => Assert.Equal(1, work.Session.Rows.Count(table)));
    }

    [Fact]
    public void One_byte_changed_in_any_column_of_any_table_is_found_and_named()
    {
        var changed = 0;
        foreach (var (table, column, key) in AllColumns())
        {
            var original = Value(table, column);
            Write(table, column, Nudged(original));

            var result = _registry.Verify();

            Assert.False(result.Ok, $"{table}.{column}: a change from {original} passed.");
            Assert.StartsWith(table + " ", result.Problems[0].Where, StringComparison.Ordinal);
            Assert.Contains(result.Problems, p => p.Kind == (key ? ProblemKinds.RowUnrecorded : ProblemKinds.RowChanged));
            Assert.Equal(key, result.Problems.Any(p => p.Kind == ProblemKinds.RowMissing));
            if (!key)
                Assert.Contains(column + " was recorded as", result.Problems[0].Message, StringComparison.Ordinal);
            Write(table, column, original);
            changed++;
        }
        Assert.True(changed > 150, $"Only {changed} columns were swept.");
        Assert.True(_registry.Verify().Ok);
    }

    [Fact]
    public void A_value_taken_away_from_any_column_that_may_be_null_is_found()
    {
        using var work = _registry.Begin();
        var nullable = SampleRows.Tables(work.Session)
            .SelectMany(t => work.Session.Query<string>("SELECT name FROM pragma_table_info(@t) WHERE \"notnull\" = 0 AND pk = 0", new { t }).Select(c => (t, c)))
            .ToList();
        Assert.NotEmpty(nullable);
        foreach (var (table, column) in nullable)
        {
            var original = Value(table, column);
            Write(table, column, null);

            var problem = Assert.Single(_registry.Verify().Problems);

            Assert.Equal((ProblemKinds.RowChanged, true), (problem.Kind, problem.Message.Contains($"{column} was recorded as", StringComparison.Ordinal)));
            Write(table, column, original);
        }
    }

    [Fact]
    public void A_row_taken_out_of_any_table_is_missing()
    {
        using var work = _registry.Begin();
        foreach (var table in SampleRows.Tables(work.Session))
            _registry.Tamper($"DELETE FROM {table}");

        var result = _registry.Verify();

        Assert.Equal(SampleRows.Tables(work.Session).Order(), result.Problems.Select(p => p.Where.Split(' ')[0]).Order());
        Assert.All(result.Problems, p => Assert.Equal(ProblemKinds.RowMissing, p.Kind));
        Assert.Equal(0, result.Rows);
    }

    [Fact]
    public void A_row_that_no_event_tells_of_is_found()
    {
        _registry.Tamper("INSERT INTO product VALUES ('main', 'SMUGGLED', 1, '{}')");

        var problem = Assert.Single(_registry.Verify().Problems);

        Assert.Equal((ProblemKinds.RowUnrecorded, "product main/SMUGGLED/1"), (problem.Kind, problem.Where));
    }

    [Fact]
    public void A_raw_file_that_is_not_what_its_SHA256_says_is_named_as_that()
    {
        _registry.Tamper("UPDATE raw_file SET content = CAST('Some bytes of an Export' AS BLOB)");
        Assert.Equal([ProblemKinds.RowChanged, ProblemKinds.FileContent], _registry.Verify().Problems.Select(p => p.Kind));

        _registry.Tamper("UPDATE raw_file SET content = CAST('Some bytes of an export, and more' AS BLOB)");
        Assert.Equal([ProblemKinds.RowChanged, ProblemKinds.FileContent, ProblemKinds.FileContent], _registry.Verify().Problems.Select(p => p.Kind));
    }

    [Fact]
    public void A_text_that_only_reads_like_the_recorded_one_is_found()
    {
        _registry.Tamper("UPDATE batch SET hold_reason = CAST(CAST(hold_reason AS BLOB) || x'00' || CAST('hidden' AS BLOB) AS TEXT)");
        Assert.Equal([ProblemKinds.RowChanged], _registry.Verify().Problems.Select(p => p.Kind));
    }

    [Fact]
    public void A_text_that_is_no_UTF8_is_found_where_its_replacement_was_recorded()
    {
        _registry.Define("P", "\ufffd");
        Assert.True(_registry.Verify().Ok);
        _registry.Tamper("UPDATE product SET content = CAST(x'ff' AS TEXT) WHERE code = 'P'");

        var problem = Assert.Single(_registry.Verify().Problems);

        Assert.Equal((ProblemKinds.RowChanged, "product main/P/1"), (problem.Kind, problem.Where));
    }

    [Fact]
    public void A_change_that_an_honest_event_later_covered_up_is_found_all_the_same()
    {
        _registry.Tamper("UPDATE batch SET disposition = 'released'");
        using (var work = _registry.Begin())
        {
            var lot = work.Session.Find<string>("SELECT lot_number FROM batch")!;
            work.Trail.Record("batch.held", lot, "a hold", [new RecordKey("batch", work.Site, lot)], () =>
                work.Session.Execute("UPDATE batch SET hold_reason = 'held', row_version = row_version + 1"));
            work.Commit();
        }

        var problem = Assert.Single(_registry.Verify().Problems);

        Assert.Equal(ProblemKinds.RowChangedBetween, problem.Kind);
        Assert.Contains("disposition was recorded as 'quarantined' and is 'released'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_came_later_and_is_null_does_not_disturb_older_records()
    {
        _registry.Tamper("ALTER TABLE batch ADD COLUMN later TEXT");
        Assert.Equal([ProblemKinds.Schema], _registry.Verify().Problems.Select(p => p.Kind));

        _registry.Tamper("UPDATE batch SET later = 'something'");
        Assert.Equal([ProblemKinds.RowChanged, ProblemKinds.Schema], _registry.Verify().Problems.Select(p => p.Kind));
    }

    [Fact]
    public void A_guard_taken_away_is_found()
    {
        _registry.TryTamper("DROP TRIGGER batch_is_never_deleted");
        _registry.TryTamper("CREATE TABLE drawer (note TEXT)");

        Assert.Equal(
            [(ProblemKinds.Schema, "trigger batch_is_never_deleted"), (ProblemKinds.Schema, "table drawer")],
            _registry.Verify().Problems.Select(p => (p.Kind, p.Where)));
    }

    [Fact]
    public void A_table_taken_away_is_damage_and_no_crash()
    {
        using var work = _registry.Begin();
        var tables = SampleRows.Tables(work.Session);
        work.Dispose();
        foreach (var table in tables.Append("audit_event"))
        {
            using var registry = new TestRegistry();
            registry.FillEveryTable();
            registry.TryTamper($"DROP TABLE {table}");

            var problems = registry.Verify().Problems;

            Assert.Contains(problems, p => (p.Kind, p.Where) == (ProblemKinds.Schema, $"table {table}"));
            Assert.Contains(problems, p => p.Kind == (table == "audit_event" ? ProblemKinds.Database : ProblemKinds.RowMissing));
        }
    }

    [Fact]
    public void One_byte_changed_in_the_file_itself_is_found()
    {
        _registry.SettleFile();
        var file = File.ReadAllBytes(_registry.File);
        foreach (var text in new[] { "remarks of batch_version", "reason of inclusion", "quarantined", "Some bytes of an export" })
        {
            var at = file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text));
            Assert.True(at > 0, $"The file does not hold '{text}'.");
            var altered = file.ToArray();
            altered[at] ^= 1;
            File.WriteAllBytes(_registry.File, altered);

            Assert.False(_registry.Verify().Ok, $"A byte of '{text}' was changed and nothing was found.");
            _registry.SettleFile();
        }
        File.WriteAllBytes(_registry.File, file);
        Assert.True(_registry.Verify().Ok);
    }

    [Fact]
    public void A_file_that_is_cut_short_or_scribbled_over_is_damage_and_no_crash()
    {
        _registry.SettleFile();
        var file = File.ReadAllBytes(_registry.File);
        for (var page = 1; page < file.Length / 4096; page++)
        {
            var altered = file.ToArray();
            altered.AsSpan(page * 4096, 4096).Fill(0xA5);
            File.WriteAllBytes(_registry.File, altered);
            Assert.True(IsDamaged(), $"Page {page} was scribbled over and nothing was found.");
            _registry.SettleFileQuietly();
        }
    }

    [Fact]
    public void Progress_ends_where_the_work_ends()
    {
        var reports = new Reports();
        using var work = _registry.Begin();

        var result = Verification.Run(work, progress: reports);

        Assert.Equal(["events", "rows", "schema", "file"], reports.Seen.Select(r => r.Stage).Distinct());
        Assert.Contains(new VerificationProgress("events", result.Events, result.Events), reports.Seen);
        Assert.Contains(new VerificationProgress("rows", result.Rows, result.Rows), reports.Seen);
    }

    private bool IsDamaged()
    {
        try
        {
            return !_registry.Verify().Ok;
        }
        catch (LabQc.Database.RegistryDamagedException)
        {
            return true;
        }
    }

    private List<(string Table, string Column, bool Key)> AllColumns()
    {
        using var work = _registry.Begin();
        return [.. SampleRows.Tables(work.Session).SelectMany(t => work.Session.Rows.Columns(t).Select(c => (t, c.Name, c.KeyPosition > 0)))];
    }

    private object? Value(string table, string column)
    {
        using var work = _registry.Begin();
        return work.Session.Rows.All(table).Single().Single(c => c.Key == column).Value;
    }

    private void Write(string table, string column, object? value) => _registry.Tamper($"UPDATE {table} SET {column} = @value", ("@value", value));

    private static object Nudged(object? value) => value switch
    {
        string text => text[..^1] + (char)(text[^1] ^ 1),
        long number => number + 1,
        double number => Math.BitIncrement(number),
        byte[] bytes => (byte[])[.. bytes[..^1], (byte)(bytes[^1] ^ 1)],
        _ => throw new InvalidOperationException($"A sample value is {value ?? "null"}."),
    };

    private sealed class Reports : IProgress<VerificationProgress>
    {
        public List<VerificationProgress> Seen { get; } = [];

        public void Report(VerificationProgress value) => Seen.Add(value);
    }
}
