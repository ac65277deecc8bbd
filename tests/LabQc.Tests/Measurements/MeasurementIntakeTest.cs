using LabQc.Batches;
using LabQc.Measurements;
using LabQc.Review;
using LabQc.Tests.Cli;
using LabQc.Tests.Database;

namespace LabQc.Tests.Measurements;

public sealed class MeasurementIntakeTest : IDisposable
{
    private const string NanoSightLot = "MSC-UC-2601A";
    private const string ZetaViewLot = "PLT-PEG-2503A";
    private const string Summary = "MSC-UC-2601A/MSC-UC-2601A_-ExperimentSummary.csv";
    private const string Beads = "MSC-UC-2601A/beads100nm_Jan26_-ExperimentSummary.csv";
    private const string ZetaProfile = "PLT-PEG-2503A/20250311_0001_PLT-PEG-2503A-20000_prof_488.txt";
    private readonly UploadingLaboratory _laboratory = new();

    public void Dispose() => _laboratory.Dispose();

    [Fact]
    public void A_refused_measurement_leaves_nothing_behind_and_those_that_are_committed_with_it_stand()
    {
        _laboratory.Lot(NanoSightLot);
        _laboratory.Lot(ZetaViewLot);
        ManifestRow Row(string file, string lot, string measurement) => new() { Line = 1, File = file, Lot = lot, Measurement = measurement, Purpose = "sample" };
        // The second measurement keeps a companion first, and is refused for a file that the first one holds.
        ManifestRow[] rows = [Row(Summary, NanoSightLot, "M1"), Row(ZetaProfile, ZetaViewLot, "M1"), Row(Summary, ZetaViewLot, "M1"), Row(Beads, NanoSightLot, "M2")];

        var outcomes = _laboratory.Do(UploadingLaboratory.Mira, work =>
            new MeasurementIntake(work, SampleBatchFolder.Path).TakeAll(MeasurementIntake.Groups(rows)).SelectMany(results => results).Select(r => r.Outcome).ToList());

        Assert.Equal([IntakeOutcome.Recorded, IntakeOutcome.Refused, IntakeOutcome.Refused, IntakeOutcome.Recorded], outcomes);
        Assert.Equal(["M1", "M2"], _laboratory.Measurements(NanoSightLot).Select(m => m.Row.Name));
        Assert.Empty(_laboratory.Measurements(ZetaViewLot));
        Assert.Equal([0], _laboratory.Registry.Read<long>("SELECT COUNT(*) FROM attachment"));
        Assert.DoesNotContain(_laboratory.Registry.Events(), e => e.Action == "file.attached");
        Assert.True(_laboratory.Registry.Verify().Ok);
    }

    [Theory]
    [InlineData(MeasurementStore.OfFile, "run_of_file (site=? AND sha256=?)")]
    [InlineData(ReviewQueueStore.Waiting + " SELECT * FROM waiting", "batch_by_work_state (site=? AND work_state=?)")]
    [InlineData(BatchStore.AtBench + " SELECT * FROM at_bench ORDER BY isolated_on LIMIT 20", "batch_by_work_state (site=? AND work_state=?)")]
    [InlineData(LotNumberStore.NewestAtBench, "batch_by_work_state (site=? AND work_state=?)")]
    public void What_is_asked_for_again_and_again_does_not_walk_over_the_whole_registry(string statement, string index)
    {
        using var work = _laboratory.Registry.Begin();
        var plan = QueryPlan.Of(work, statement, new { site = work.Site, sha256 = "", most = 1L });

        Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.EndsWith("(site=?)", StringComparison.Ordinal) && !step.Contains("batch_corrected_after_decision", StringComparison.Ordinal));
    }
}
