using System.Diagnostics;
using LabQc.People;
using LabQc.Review;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>What waits for a reviewer.</summary>
public sealed class ReviewQueueTest : IDisposable
{
    private readonly ReviewedLaboratory _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Submitted_and_verified_lots_wait_oldest_submission_first()
    {
        _lab.Measured("EV-1", endotoxin: "0.9");
        _lab.Measured("EV-2");
        _lab.Measured("EV-3");
        _lab.Submit("EV-2");
        _lab.Submit("EV-1");
        _lab.Verify("EV-1");
        _lab.ReviewTrail("EV-1");

        var queue = Queue(Mira);

        Assert.Equal(["EV-2", "EV-1"], queue.Select(l => l.LotNumber));
        Assert.Equal(["submitted", "verified"], queue.Select(l => l.WorkState));
        Assert.Equal(["conforms", "does-not-conform"], queue.Select(l => l.Verdict));
        Assert.Equal([AuditTrailState.NotReviewed, AuditTrailState.Reviewed], queue.Select(l => l.AuditTrail));
        Assert.Equal([2, 1], queue.Select(l => l.Blockers));
        Assert.All(queue, l => Assert.Equal("Mira Okafor", l.SubmittedBy));
        Assert.All(queue, l => Assert.Equal(l.SubmittedAt, l.WaitsSince));
        Assert.Equal(2, _lab.Read(ReviewQueue.Count));
    }

    [Fact]
    public void The_count_of_blockers_is_that_of_the_lots_page()
    {
        _lab.Measured(endotoxin: "< 0.9", sterility: null);
        _lab.Submit();
        _lab.Hold();

        Assert.Equal(_lab.Blockers(decider: null).Count, Assert.Single(Queue(viewer: null)).Blockers);
    }

    [Fact]
    public void Each_viewer_sees_which_lots_they_worked_on()
    {
        _lab.Measured();
        _lab.Correct("assay.protein", "3.1", Both);
        _lab.Submit();

        Assert.Equal([true, true, false, false], new[] { Mira, Both, Jonas, Elena }.Select(v => Queue(v)[0].ViewerWorkedOnIt));
    }

    [Fact]
    public void Pages_of_the_queue_follow_one_another()
    {
        foreach (var lot in new[] { "EV-1", "EV-2", "EV-3" })
        {
            _lab.Measured(lot);
            _lab.Submit(lot);
        }

        Assert.Equal(["EV-2", "EV-3"], _lab.Read(work => ReviewQueue.Of(work, viewer: null, skip: 1, take: 2)).Select(l => l.LotNumber));
    }

    [Fact]
    public void Among_a_hundred_thousand_lots_the_queue_is_there_at_once()
    {
        _lab.Measured();
        _lab.Submit();
        _lab.Registry.TryTamper(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
            INSERT INTO batch (site, lot_number, version, product, isolation_method, isolated_on, work_state, disposition, row_version)
            SELECT 'main', 'OLD-' || i, 1, 'EV', 'precipitation', '2025-01-01', 'decided', 'released', 2 FROM n
            """);
        Queue(Elena);

        var clock = Stopwatch.StartNew();
        var queue = Queue(Elena);

        Assert.Equal(Lot, Assert.Single(queue).LotNumber);
        Assert.True(clock.Elapsed < TimeSpan.FromMilliseconds(500), $"It took {clock.Elapsed.TotalMilliseconds:0} ms.");
    }

    private IReadOnlyList<ReviewLine> Queue(string? viewer) =>
        _lab.Read(work => ReviewQueue.Of(work, viewer is null ? null : new PeopleStore(work).Find(viewer)));
}
