using System.Text;
using LabQc.AuditTrail;

namespace LabQc.Tests.AuditTrail;

public sealed class VerificationOfEventsTest : IDisposable
{
    private readonly TestRegistry _registry = new();

    public VerificationOfEventsTest()
    {
        foreach (var code in new[] { "A", "B", "C", "D", "E" })
            _registry.Define(code);
    }

    public void Dispose() => _registry.Dispose();

    [Fact]
    public void Every_column_of_every_event_is_held()
    {
        string[] texts = ["occurred_at", "actor", "account", "authentication", "action", "previous_hash", "hash", "hmac"];
        foreach (var sequence in Enumerable.Range(1, 6))
        {
            var original = _registry.Events();
            foreach (var change in texts.Select(c => $"{c} = {c} || 'x'")
                .Concat(["lot_number = 'LOT'", "reason = 'none'", "canonical = CAST(canonical || ' ' AS BLOB)", "canonical = x''", "site = 'other'"]))
            {
                _registry.Tamper($"UPDATE audit_event SET {change} WHERE sequence = {sequence}");
                Assert.False(_registry.Verify().Ok, $"Event {sequence}: {change} passed.");
                _registry.ReplaceEvents(original);
            }
        }
        Assert.True(_registry.Verify().Ok);
    }

    [Fact]
    public void Every_single_byte_of_every_event_is_held()
    {
        using var work = _registry.Begin();
        var rows = work.Session.Rows.All("audit_event").ToList();
        var key = _registry.Registry.Keys.HmacKey();
        var recorded = new RecordedRows(state => new StoredEvent(rows[(int)state.Sequence - 1]).Canonical);
        foreach (var (row, index) in rows.Select((r, i) => (r, i)))
        {
            var canonical = (byte[])row.Single(c => c.Key == "canonical").Value!;
            for (var at = 0; at < canonical.Length; at++)
            {
                canonical[at] ^= 1;
                var problems = new ProblemList();
                var chain = new ChainCheck(key, new RecordIndex(), recorded, problems);
                rows.ForEach(r => chain.Check(new StoredEvent(r)));
                Assert.Contains(problems.Problems, p => p.Kind == ProblemKinds.EventHash && p.Where == $"event {index + 1} of site main");
                canonical[at] ^= 1;
            }
        }
    }

    [Fact]
    public void Each_event_taken_out_is_missing()
    {
        var original = _registry.Events();
        foreach (var sequence in Enumerable.Range(1, 5))
        {
            _registry.ReplaceEvents(original.Where(e => e.Sequence != sequence));

            var first = _registry.Verify().Problems[0];

            Assert.Equal((ProblemKinds.EventMissing, $"event {sequence} of site main"), (first.Kind, first.Where));
        }
    }

    [Fact]
    public void Each_event_taken_out_with_the_later_ones_moved_up_is_found()
    {
        var original = _registry.Events();
        foreach (var sequence in Enumerable.Range(1, 5))
        {
            _registry.ReplaceEvents(original.Where(e => e.Sequence != sequence)
                .Select(e => e.Sequence > sequence ? e with { Sequence = e.Sequence - 1 } : e));

            var problems = _registry.Verify().Problems;

            Assert.Equal($"event {sequence} of site main", problems[0].Where);
            Assert.Contains(problems, p => p.Kind == ProblemKinds.EventHash);
        }
    }

    [Fact]
    public void Any_two_events_that_changed_places_are_found()
    {
        var original = _registry.Events();
        for (var a = 0; a < original.Count; a++)
        {
            for (var b = a + 1; b < original.Count; b++)
            {
                var swapped = original.ToArray();
                (swapped[a], swapped[b]) = (original[b] with { Sequence = a + 1 }, original[a] with { Sequence = b + 1 });
                _registry.ReplaceEvents(swapped);
                Assert.Equal($"event {a + 1} of site main", _registry.Verify().Problems[0].Where);
            }
        }
    }

    [Fact]
    public void An_event_put_in_anywhere_is_found()
    {
        var original = _registry.Events();
        for (var at = 1; at <= original.Count + 1; at++)
        {
            var forged = TestRegistry.Rehash(
                original[0] with { Sequence = at, Canonical = Renumbered(original[0], at) },
                at == 1 ? AuditChain.Beginning : original[at - 2].Hash);
            _registry.ReplaceEvents([.. original.Take(at - 1), forged, .. original.Skip(at - 1).Select(e => e with { Sequence = e.Sequence + 1 })]);

            var first = _registry.Verify().Problems[0];

            Assert.Equal((ProblemKinds.EventHmac, $"event {at} of site main"), (first.Kind, first.Where));
        }
    }

    [Fact]
    public void A_chain_rebuilt_without_the_key_is_given_away_by_its_HMACs()
    {
        RebuildWithAnotherActor();

        var result = _registry.Verify();

        Assert.Equal(6, result.Problems.Count);
        Assert.All(result.Problems, p => Assert.Equal(ProblemKinds.EventHmac, p.Kind));
    }

    [Fact]
    public void Without_the_key_it_says_that_the_HMACs_were_not_checked()
    {
        RebuildWithAnotherActor();
        _registry.LoseKey();

        var result = _registry.Verify();

        Assert.Equal("not checked", result.Hmacs);
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void An_event_that_tells_something_else_in_canonical_bytes_that_are_no_event_is_named()
    {
        var original = _registry.Events();
        foreach (var nonsense in new[] { "", "[]", "{", "{\"records\":[{}]}", "{\"site\":1}", "{} {}", "{\"a\":\"\\ud800\"}",
            "{\"records\":[{\"table\":\"t\",\"key\":{},\"before\":null,\"after\":null}]}", "{\"records\":[{\"table\":\"t\",\"key\":[[]],\"before\":null,\"after\":null}]}",
            "{\"records\":[{\"table\":\"t\",\"key\":[\"\\ud800\"],\"before\":null,\"after\":null}]}", "{\"records\":[{\"table\":\"t\",\"key\":[],\"before\":[],\"after\":null}]}" })
        {
            var last = TestRegistry.Rehash(original[^1] with { Canonical = Encoding.UTF8.GetBytes(nonsense) }, original[^2].Hash);
            _registry.ReplaceEvents([.. original.SkipLast(1), last]);

            var problems = _registry.Verify().Problems;

            Assert.Contains(problems, p => p is { Kind: ProblemKinds.EventUnreadable, Where: "event 6 of site main" });
        }
    }

    [Fact]
    public void A_thousand_problems_are_listed_and_the_rest_counted()
    {
        _registry.Tamper(
            """
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 1100)
            INSERT INTO product SELECT 'main', 'SMUGGLED-' || n, 1, '{}' FROM number
            """);

        var result = _registry.Verify();

        Assert.Equal((1000, 1100L), (result.Problems.Count, result.ProblemCount));
    }

    [Fact]
    public void A_script_in_another_language_verifies_the_chain_and_sees_a_changed_event()
    {
        _registry.SettleFile();
        Assert.Equal((0, "everything fits"), Trimmed(PythonScript.Check("chain", _registry.File, "--key", _registry.Registry.Keys.HmacPath)));

        _registry.Tamper("UPDATE audit_event SET canonical = CAST(replace(canonical, 'Echnician', 'Xchnician') AS BLOB) WHERE sequence = 3");
        _registry.SettleFile();
        Assert.Equal((1, "site main, event 3: its hash is not that of its content"), Trimmed(PythonScript.Check("chain", _registry.File)));
    }

    private void RebuildWithAnotherActor()
    {
        var rebuilt = new List<AuditEvent>();
        foreach (var e in _registry.Events())
        {
            var canonical = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(e.Canonical).Replace("T. Echnician", "N. Obody", StringComparison.Ordinal));
            rebuilt.Add(TestRegistry.Rehash(e with { Actor = "N. Obody", Canonical = canonical }, rebuilt.LastOrDefault()?.Hash ?? AuditChain.Beginning));
        }
        _registry.ReplaceEvents(rebuilt);
    }

    private static byte[] Renumbered(AuditEvent e, int sequence) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(e.Canonical).Replace("\"sequence\":\"1\"", $"\"sequence\":\"{sequence}\"", StringComparison.Ordinal));

    private static (int ExitCode, string Output) Trimmed((int ExitCode, string Output) run) => (run.ExitCode, run.Output.Trim());
}
