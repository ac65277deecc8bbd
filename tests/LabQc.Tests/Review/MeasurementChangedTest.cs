using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Demonstration;
using LabQc.Measurements;
using LabQc.People;
using LabQc.Review;
using LabQc.Tests.AuditTrail;

namespace LabQc.Tests.Review;

/// <summary>Every way to change a measurement sends a submitted lot back to the bench.</summary>
public sealed class MeasurementChangedTest : IDisposable
{
    private const string Lot = "MSC-UC-2411A";
    private readonly TestRegistry _registry = new();
    private readonly LabWork _work;

    public MeasurementChangedTest()
    {
        _work = _registry.Begin();
        DemonstrationRegistry.Define(_work, Samples);
        DemonstrationRegistry.Take(_work, SampleLot.All(Samples).Single(s => s.Details.Lot == Lot));
    }

    private static string Samples => ProjectFile.Of("sample-batches");

    public void Dispose()
    {
        _work.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public void Excluding_diluting_importing_and_invalidating_reopen_the_lot()
    {
        var measurement = new MeasurementStore(_work).OfLot(Lot)[0];
        var decisions = new MeasurementDecisionStore(_work);

        Reopens(() => decisions.Decide(measurement.Runs[0].Replicates[1], Lot, included: false, "A bubble.", afterVerdict: true));
        Reopens(() => decisions.CorrectDilution(measurement.Runs[0].Row, Lot, 2000, "Read from the tube."));
        Reopens(() => Assert.Equal(IntakeOutcome.Recorded, Assert.Single(new MeasurementIntake(_work, Samples).Take([AnotherFile()])).Outcome));
        Reopens(() => decisions.Invalidate(measurement.Row, "The cell leaked."));

        Assert.Contains(LotTimeline.Of(_work, Lot), e => e.Kind == TimelineKind.Invalidated && e.SentBack);
        Assert.Contains(ChangedSinceFirstEntry.Of(_work, Lot), c => c.Field.StartsWith("Dilution of", StringComparison.Ordinal) && c.Current == "2000");
        Assert.True(_registry.Verify().Ok);
    }

    [Fact]
    public void A_proposed_exclusion_blocks_the_release_until_a_second_person_answers()
    {
        TestPeople.Hire(_registry, "mira.okafor", "Mira Okafor", [Role.Technician]);
        TestPeople.Hire(_registry, "jonas.lind", "Jonas Lind", [Role.Technician]);
        var replicate = new MeasurementStore(_work).OfLot(Lot)[0].Runs[0].Replicates[1];
        As("mira.okafor", work => new ReplicateExclusion(work).Decide(Lot, replicate, included: false, "A bubble."));

        var blocker = Assert.Single(ReleaseBlockers.Of(_work, Lot, decider: null), b => b.Kind == BlockerKind.ExclusionPending);
        Assert.Contains("Mira Okafor proposed to exclude", blocker.Detail, StringComparison.Ordinal);
        As("mira.okafor", work => new LotWorkflow(work).Submit(Lot, new BatchStore(work).State(Lot).RowVersion));
        Assert.Equal(ReleaseBlockers.Of(_work, Lot, decider: null).Count, Assert.Single(ReviewQueue.Of(_work, viewer: null)).Blockers);

        As("jonas.lind", work =>
        {
            new ReplicateExclusion(work).Confirm(Lot, 1, "I saw it too.");
            return true;
        });
        Assert.DoesNotContain(ReleaseBlockers.Of(_work, Lot, decider: null), b => b.Kind == BlockerKind.ExclusionPending);
        Assert.Equal("testing", State().WorkState);
        Assert.Equal([TimelineKind.Excluded, TimelineKind.Confirmed], LotTimeline.Of(_work, Lot).Take(2).Select(e => e.Kind));
        Assert.Contains(LotTimeline.Of(_work, Lot), e => e.Words.StartsWith("Exclusion of replicate 2 of", StringComparison.Ordinal));
    }

    private void As<T>(string name, Func<LabWork, T> act)
    {
        using var work = _registry.Registry.Begin(TestPeople.Prove(_registry, name).Actor);
        act(work);
        work.Commit();
    }

    private void Reopens(Action change)
    {
        new LotWorkflow(_work).Submit(Lot, State().RowVersion);
        _work.Commit();
        Assert.Equal("submitted", State().WorkState);
        change();
        _work.Commit();
        Assert.Equal("testing", State().WorkState);
    }

    private BatchLine State() => new BatchStore(_work).State(Lot);

    /// <summary>A file of another sample lot, taken as a second measurement of this one.</summary>
    private static ManifestRow AnotherFile()
    {
        var other = SampleLot.All(Samples).First(s => s.Details.Lot.StartsWith("MSC-UC", StringComparison.Ordinal) && s.Details.Lot != Lot && File.Exists(s.Manifest));
        var row = ImportManifest.Read(File.ReadAllText(other.Manifest), other.Manifest).First(r => r.Purpose == "sample");
        return row with { Lot = Lot, Measurement = "again", File = Path.Combine(other.Folder, row.File) };
    }
}
