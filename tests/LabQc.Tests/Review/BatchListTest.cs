using System.Diagnostics;
using LabQc.Review;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>The list of lots.</summary>
public sealed class BatchListTest : IDisposable
{
    private readonly ReviewedLaboratory _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void The_list_goes_page_by_page_in_both_directions_and_leaves_no_lot_out()
    {
        Add(7);
        var newest = Page(new(), take: 3);
        var older = Page(new(), olderThan: newest.Rows[^1].Place, take: 3);
        var oldest = Page(new(), olderThan: older.Rows[^1].Place, take: 3);
        var back = Page(new(), newerThan: oldest.Rows[0].Place, take: 3);

        Assert.Equal(["OLD-7", "OLD-6", "OLD-5"], Lots(newest));
        Assert.Equal(["OLD-4", "OLD-3", "OLD-2"], Lots(older));
        Assert.Equal(["OLD-1"], Lots(oldest));
        Assert.Equal(Lots(older), Lots(back));
        Assert.Equal([(false, true), (true, true), (true, false), (true, true)], new[] { newest, older, oldest, back }.Select(p => (p.HasNewer, p.HasOlder)));
    }

    [Fact]
    public void Lots_of_one_day_are_told_apart_by_their_numbers()
    {
        foreach (var lot in new[] { "EV-1", "EV-2", "EV-3" })
            _lab.Register(lot);

        var first = Page(new(), take: 2);

        Assert.Equal(["EV-3", "EV-2"], Lots(first));
        Assert.Equal(["EV-1"], Lots(Page(new(), olderThan: first.Rows[^1].Place, take: 2)));
    }

    [Fact]
    public void A_row_tells_the_verdict_that_the_review_goes_by_with_its_answer()
    {
        _lab.Register("EV-0");
        _lab.Measured(endotoxin: "0.9");
        _lab.Submit();

        var rows = Page(new()).Rows.ToDictionary(r => r.LotNumber);

        Assert.Equal("does-not-conform", rows[Lot].Verdict);
        Assert.Equal(["conforms", "conforms", "does-not-conform"], LabQc.Evaluation.RecordedAnswer.Of(rows[Lot].Answer!).Criteria.Select(c => c.Verdict));
        Assert.Null(rows["EV-0"].Verdict);
    }

    [Fact]
    public void A_markets_verdict_never_shows_as_the_lots()
    {
        _lab.Read(work =>
        {
            new LabQc.Specifications.DefinitionRegister(work).Define(
                """
                {"specifications": [{"product": "EV", "market": "US", "version": 1, "effective_from": "2025-01-01", "criteria": [
                    {"attribute": "assay.protein", "lower": "5", "decimals": 1}]}]}
                """, "market.json");
            work.Commit();
            return true;
        });
        _lab.Register("EV-0");
        _lab.Enter("assay.protein", "2.8", lot: "EV-0");
        _lab.Measured();
        _lab.Do(Mira, work => new LabQc.Evaluation.LotEvaluator(work).Evaluate(Lot, null));
        foreach (var lot in new[] { "EV-0", Lot })
            Assert.Equal("does-not-conform", _lab.Do(Mira, work => new LabQc.Evaluation.LotEvaluator(work).Evaluate(lot, "EV/US@1")).Verdict);

        var rows = Page(new()).Rows.ToDictionary(r => r.LotNumber);

        Assert.Equal(("conforms", null), (rows[Lot].Verdict, rows["EV-0"].Verdict));
        Assert.Equal(("conforms", null), (_lab.State().Verdict, _lab.State("EV-0").Verdict));
        Assert.Equal(["EV-0"], Lots(Page(new() { Verdict = "not-evaluated" })));
        Assert.Empty(Lots(Page(new() { Verdict = "does-not-conform" })));
        Assert.Equal(2, _lab.Read(work => new LabQc.Evaluation.EvaluationStore(work).LotsBySpecification())["EV/US@1"]);
        Assert.Equal([Lot, "EV-0"], _lab.Read(work => new LabQc.Evaluation.EvaluationStore(work).LotsJudgedBy("EV/US", 1, 10)));
        _lab.Submit();
        _lab.Do(Mira, work => new LabQc.Evaluation.LotEvaluator(work).Evaluate(Lot, "EV/US@1"));
        Assert.Equal("conforms", Page(new()).Rows.Single(r => r.LotNumber == Lot).Verdict);
    }

    [Theory]
    [InlineData("state", "submitted", "EV-1")]
    [InlineData("state", "testing", "EV-2")]
    [InlineData("state", "on-hold", "EV-2")]
    [InlineData("state", "released", "")]
    [InlineData("verdict", "conforms", "EV-1")]
    [InlineData("verdict", "not-evaluated", "EV-2")]
    [InlineData("lot", "v-2", "EV-2")]
    [InlineData("lot", "%", "")]
    [InlineData("product", "EV", "EV-2 EV-1")]
    [InlineData("product", "XY", "")]
    public void A_filter_shows_what_it_says(string by, string value, string expected)
    {
        _lab.Measured();
        _lab.Submit();
        _lab.Register("EV-2");
        _lab.Hold("EV-2");

        var filter = by switch
        {
            "state" => new BatchListFilter { State = value },
            "verdict" => new BatchListFilter { Verdict = value },
            "lot" => new BatchListFilter { Lot = value },
            _ => new BatchListFilter { Product = value },
        };

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Lots(Page(filter)));
    }

    [Fact]
    public void A_number_that_nobody_knows_is_answered_by_those_close_to_it()
    {
        _lab.Register("EV-2601");

        Assert.Equal(["EV-2601"], _lab.Read(work => new BatchListStore(work).Close("EV-2610")));
        Assert.Equal(["EV-2601"], _lab.Read(work => new BatchListStore(work).Close("ev-2602")));
        Assert.Empty(_lab.Read(work => new BatchListStore(work).Close("EV-9999")));
    }

    [Fact]
    public void A_place_is_read_as_it_is_written_and_nothing_else_is_one()
    {
        var place = new BatchListPlace(new DateOnly(2026, 3, 5), "EV~1");

        Assert.Equal(place, BatchListPlace.Parse(place.ToString()));
        Assert.Null(BatchListPlace.Parse("2026-13-05~EV"));
        Assert.Null(BatchListPlace.Parse(null));
    }

    [Fact]
    public void Among_a_hundred_thousand_lots_every_page_is_there_at_once()
    {
        _lab.Measured();
        _lab.Submit();
        Add(100_000);
        BatchListFilter[] filters = [new(), new() { Verdict = "conforms" }, new() { Lot = "99998" }, new() { State = "released", Product = "EV" }];
        Page(new());

        foreach (var filter in filters)
        {
            var clock = Stopwatch.StartNew();
            var rows = Page(filter).Rows.Count;
            Assert.InRange(rows, 1, BatchListStore.PageSize);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{filter} took {clock.Elapsed.TotalMilliseconds:0} ms.");
        }
        var deep = Stopwatch.StartNew();
        Assert.Equal(50, Page(new(), olderThan: new BatchListPlace(new DateOnly(2025, 6, 1), "OLD-5")).Rows.Count);
        Assert.True(deep.Elapsed < TimeSpan.FromMilliseconds(200), $"It took {deep.Elapsed.TotalMilliseconds:0} ms.");
    }

    private void Add(int lots) => _lab.Registry.TryTamper(
        $"""
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {lots})
        INSERT INTO batch (site, lot_number, version, product, isolation_method, isolated_on, work_state, disposition, row_version)
        SELECT 'main', 'OLD-' || i, 1, 'EV', 'precipitation', date('2025-01-01', '+' || (i % 365) || ' days'), 'decided', 'released', 2 FROM n
        """);

    private BatchListPage Page(BatchListFilter filter, BatchListPlace? olderThan = null, BatchListPlace? newerThan = null, int take = BatchListStore.PageSize) =>
        _lab.Read(work => new BatchListStore(work).Page(filter, olderThan, newerThan, take));

    private static string[] Lots(BatchListPage page) => [.. page.Rows.Select(r => r.LotNumber)];
}
