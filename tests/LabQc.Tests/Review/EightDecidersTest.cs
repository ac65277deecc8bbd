using System.Collections.Concurrent;
using LabQc.Batches;
using LabQc.People;
using LabQc.Review;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>Many people decide on one lot in the same moment.</summary>
public sealed class EightDecidersTest : IDisposable
{
    private readonly ReviewedLaboratory _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Of_eight_exactly_one_decides_and_seven_are_told_who_did()
    {
        _lab.ReadyForRelease();
        var deciders = Enumerable.Range(1, 8).Select(i => $"decider.{i}").ToList();
        foreach (var decider in deciders)
            _lab.Hire(decider, $"Decider {decider[^1..]}", Role.QaManager);
        var read = _lab.Version();
        var proofs = deciders.ToDictionary(d => d, _lab.Prove);
        var won = new ConcurrentBag<Decision>();
        var told = new ConcurrentBag<BatchChangedException>();
        using var start = new Barrier(deciders.Count);

        await Task.WhenAll(deciders.Select(decider => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            try
            {
                using var work = _lab.Registry.Registry.Begin(proofs[decider].Actor);
                var workflow = new LotWorkflow(work);
                var decision = decider[^1] % 2 == 0
                    ? workflow.Release(Lot, proofs[decider], "All in order.", null, read)
                    : workflow.Reject(Lot, proofs[decider], "Not used.", read);
                work.Commit();
                won.Add(decision);
            }
            catch (BatchChangedException late)
            {
                told.Add(late);
            }
        }, TaskCreationOptions.LongRunning)));

        var winner = Assert.Single(won);
        Assert.Equal(7, told.Count);
        Assert.All(told, t => Assert.Equal((winner.DecidedBy, $"batch.{winner.Disposition}"), (t.By, t.Action)));
        Assert.Single(_lab.Read(work => new DecisionStore(work).OfLot(Lot)));
        Assert.Equal(winner.Disposition, _lab.State().Disposition);
        Assert.True(_lab.Registry.Verify().Ok);
    }
}
