using LabQc.AuditTrail;
using LabQc.Database;
using Microsoft.Data.Sqlite;

namespace LabQc.Tests.AuditTrail;

public sealed class TrailTest : IDisposable
{
    private readonly TestRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public void An_event_says_who_did_what_when_and_why_with_the_row_before_and_after()
    {
        using var work = _registry.Begin();
        SampleRows.Write(work);
        var lot = work.Session.Find<string>("SELECT lot_number FROM batch")!;

        var happened = work.Trail.Record("batch.held", lot, "a reason", [new RecordKey("batch", work.Site, lot)], () =>
            work.Session.Execute("UPDATE batch SET hold_reason = 'held', row_version = 2"));
        work.Commit();

        Assert.Equal(("T. Echnician", "os:tech@bench", "declared, not verified"), (happened.Actor, happened.Account, happened.Authentication));
        Assert.Equal(("batch.held", lot, "a reason", "2026-03-02T09:15:00.0000000Z"), (happened.Action, happened.LotNumber, happened.Reason, happened.OccurredAt));
        var row = Assert.Single(CanonicalEvent.Read(happened.Canonical).Rows);
        Assert.Equal(("hold_reason of batch: 30–150 nm, µg", "1"), (RecordedRow.Columns(row.Before)["hold_reason"], RecordedRow.Columns(row.Before)["row_version"]));
        Assert.Equal(("held", "2"), (RecordedRow.Columns(row.After)["hold_reason"], RecordedRow.Columns(row.After)["row_version"]));
        Assert.Equal(happened.Hash, new AuditEventStore(work.Session).OfLot(work.Site, lot)[^1].Hash);
        Assert.True(_registry.Verify().Ok);
    }

    [Fact]
    public void When_the_event_cannot_be_written_no_change_in_any_table_is_kept()
    {
        _registry.FillEveryTable();
        _registry.TryTamper("CREATE TRIGGER full BEFORE INSERT ON audit_event BEGIN SELECT RAISE(ABORT, 'no room'); END");
        using var work = _registry.Begin();
        foreach (var table in SampleRows.Tables(work.Session).Where(t => work.Session.Rows.Columns(t).Any(c => c is { Name: "version" or "ordinal", KeyPosition: > 0 })))
        {
            var before = work.Session.Rows.All(table).Count();
            var number = work.Session.Rows.Columns(table).Last(c => c is { Name: "version" or "ordinal", KeyPosition: > 0 }).Name;
            var columns = string.Join(", ", work.Session.Rows.Columns(table).Select(c => c.Name));
            var selected = string.Join(", ", work.Session.Rows.Columns(table).Select(c => c.Name == number ? "2" : c.Name == "inputs_sha256" ? "'other'" : c.Name));
            var key = work.Session.Rows.KeyColumns(table).Select(c => c == number ? 2L : work.Session.Rows.All(table).First().Single(v => v.Key == c).Value!).ToList();

            // A second row of some tables would need a second parent; what is taken back needs none.
            work.Session.Execute("PRAGMA defer_foreign_keys = ON");
            var failed = Assert.Throws<SqliteException>(() => work.Trail.Record($"{table}.made", null, null, [new RecordKey(table, key)], () =>
                Assert.Equal(1, work.Session.Execute($"INSERT INTO {table} ({columns}) SELECT {selected} FROM {table}"))));
            work.Commit();

            Assert.Contains("no room", failed.Message, StringComparison.Ordinal);
            Assert.Equal(before, work.Session.Rows.All(table).Count());
        }
        Assert.Throws<SqliteException>(() => _registry.Define("P"));
        _registry.TryTamper("DROP TRIGGER full");
        Assert.True(_registry.Verify().Ok);
    }

    [Fact]
    public void A_change_that_fails_half_way_is_taken_back_and_what_was_done_before_stands()
    {
        using (var work = _registry.Begin())
        {
            Assert.True(new VersionedDefinitions(work, "product").Define("FIRST", 1, "{}"));
            Assert.Throws<InvalidOperationException>(() => work.Trail.Record("product.defined", null, null, [new RecordKey("product", work.Site, "HALF", 1)], () =>
            {
                work.Session.Execute("INSERT INTO product VALUES ('main', 'HALF', 1, '{}')");
                throw new InvalidOperationException("half way");
            }));
            Assert.True(new VersionedDefinitions(work, "product").Define("LAST", 1, "{}"));
            work.Commit();
        }

        Assert.Equal(["FIRST", "LAST"], _registry.Read<string>("SELECT code FROM product ORDER BY code"));
        Assert.True(_registry.Verify().Ok);
    }

    [Fact]
    public void What_is_written_outside_the_trail_is_not_kept()
    {
        using (var work = _registry.Begin())
        {
            work.Session.Execute("INSERT INTO product VALUES ('main', 'SMUGGLED', 1, '{}')");
            Assert.Throws<UnrecordedChangeException>(work.Commit);
        }
        Assert.Empty(_registry.Read<string>("SELECT code FROM product"));
    }

    [Fact]
    public void A_change_that_writes_more_rows_than_it_names_is_not_kept()
    {
        using (var work = _registry.Begin())
        {
            Assert.Throws<UnrecordedChangeException>(() => work.Trail.Record("product.defined", null, null, [new RecordKey("product", work.Site, "A", 1)], () =>
                work.Session.Execute("INSERT INTO product VALUES ('main', 'A', 1, '{}'), ('main', 'B', 1, '{}')")));
            work.Commit();
        }
        Assert.Empty(_registry.Read<string>("SELECT code FROM product"));
    }

    [Fact]
    public void A_row_named_twice_is_recorded_once()
    {
        using var work = _registry.Begin();
        var happened = work.Trail.Record("product.defined", null, null,
            [new RecordKey("product", work.Site, "A", 1), new RecordKey("product", work.Site, "A", 1L)],
            () => work.Session.Execute("INSERT INTO product VALUES ('main', 'A', 1, '{}')"));
        work.Commit();

        Assert.Single(CanonicalEvent.Read(happened.Canonical).Rows);
    }

    [Fact]
    public void What_is_dropped_leaves_no_event()
    {
        using (var work = _registry.Begin())
        {
            new VersionedDefinitions(work, "product").Define("DROPPED", 1, "{}");
            work.Session.Rollback();
            new VersionedDefinitions(work, "product").Define("KEPT", 1, "{}");
            work.Commit();
        }
        Assert.Equal(["KEPT"], _registry.Read<string>("SELECT code FROM product"));
        Assert.Equal(2, _registry.Verify().Events);
    }

    [Fact]
    public void A_clock_that_went_back_is_kept_as_read_and_flagged()
    {
        _registry.Define("BEFORE");
        using (var registryOfAnHourAgo = new LateClock(_registry))
            registryOfAnHourAgo.Define("AFTER");

        var events = _registry.Events();

        Assert.Equal(["2026-03-02T09:16:00.0000000Z", "2026-03-02T08:16:00.0000000Z"], events.TakeLast(2).Select(e => e.OccurredAt));
        Assert.Equal([null, "clock-went-back"], events.TakeLast(2).Select(e => CanonicalEvent.Read(e.Canonical).Member("flag")));
        Assert.True(_registry.Verify().Ok);
    }

    [Fact]
    public void Without_the_key_nothing_can_be_recorded_and_everything_read()
    {
        _registry.Define("P");
        _registry.LoseKey();

        Assert.Throws<KeyMissingException>(() => _registry.Define("Q"));
        using var work = _registry.Begin();
        Assert.Equal(["P"], new VersionedDefinitions(work, "product").All().Select(v => v.Code));
    }

    [Fact]
    public void A_key_file_that_holds_no_key_is_named()
    {
        File.WriteAllText(_registry.Registry.Keys.HmacPath, "scribble");
        Assert.Equal(_registry.Registry.Keys.HmacPath, Assert.Throws<KeyUnreadableException>(() => _registry.Define("Q")).Path);
    }

    [Fact]
    public void Keys_are_readable_by_their_owner_only_and_lie_outside_the_data_folder()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }
        using var registry = TestRegistry.OfAnotherLaboratory();
        Assert.Equal(2, Directory.GetFiles(registry.KeysFolder).Length);
        Assert.All(Directory.GetFiles(registry.KeysFolder), key => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(key).UnixFileMode));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new FileInfo(registry.Folder).UnixFileMode);
        Assert.DoesNotContain(Directory.GetFiles(registry.Folder, "*", SearchOption.AllDirectories), f => f.EndsWith(".hmac", StringComparison.Ordinal) || f.EndsWith(".pem", StringComparison.Ordinal));
    }

    [Fact]
    public void Eight_people_who_write_at_once_leave_one_whole_chain()
    {
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, person =>
        {
            for (var i = 0; i < 5; i++)
            {
                using var work = _registry.Begin();
                Assert.True(new VersionedDefinitions(work, "product").Define($"P-{person}-{i}", 1, "{}"));
                work.Commit();
            }
        });

        var result = _registry.Verify();

        Assert.Empty(result.Problems);
        Assert.Equal((41L, 41L), (result.Events, result.Rows));
    }

    [Fact]
    public void Of_eight_people_who_move_a_batch_on_from_one_row_version_exactly_one_does()
    {
        _registry.FillEveryTable();
        var moved = 0;
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, person =>
        {
            using var work = _registry.Begin();
            var lot = work.Session.Find<string>("SELECT lot_number FROM batch")!;
            try
            {
                work.Trail.Record("batch.moved", lot, null, [new RecordKey("batch", work.Site, lot)], () =>
                {
                    if (work.Session.Execute("UPDATE batch SET hold_reason = @person, row_version = row_version + 1 WHERE row_version = 1", new { person = $"person {person}" }) == 0)
                        throw new TimeoutException("Somebody else was first.");
                });
                work.Commit();
                Interlocked.Increment(ref moved);
            }
            catch (TimeoutException)
            {
                work.Session.Rollback();
            }
        });

        Assert.Equal(1, moved);
        Assert.Equal([2L], _registry.Read<long>("SELECT row_version FROM batch"));
        Assert.True(_registry.Verify().Ok);
    }

    [Fact]
    public void Verifying_reads_one_state_while_somebody_writes()
    {
        using var reading = _registry.Begin();
        reading.Session.BeginReading();
        Assert.Equal(1, reading.Session.Rows.Count("audit_event"));

        _registry.Define("MEANWHILE");

        Assert.Equal(1, reading.Session.Rows.Count("audit_event"));
        Assert.Throws<InvalidOperationException>(reading.Session.BeginWriting);
        reading.Session.Rollback();
        Assert.Equal(2, reading.Session.Rows.Count("audit_event"));
    }

    /// <summary>The same registry, seen by a machine whose clock is an hour late.</summary>
    private sealed class LateClock(TestRegistry registry) : IDisposable
    {
        private readonly LabWork _work = LabRegistry.Open(registry.Folder, registry.KeysFolder,
            new Microsoft.Extensions.Time.Testing.FakeTimeProvider(registry.Clock.GetUtcNow().AddHours(-1))).Begin(TestRegistry.Technician);

        public void Define(string code)
        {
            new VersionedDefinitions(_work, "product").Define(code, 1, "{}");
            _work.Commit();
        }

        public void Dispose() => _work.Dispose();
    }
}
