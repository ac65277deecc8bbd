using LabQc.Measurements;
using LabQc.Tests.Cli;
using LabQc.Units;

namespace LabQc.Tests.Measurements;

public sealed class ImportPreviewTest : IDisposable
{
    private const string NanoSightLot = "MSC-UC-2601A";
    private const string ZetaViewLot = "PLT-PEG-2602A";
    private readonly UploadingLaboratory _laboratory = new();

    public void Dispose() => _laboratory.Dispose();

    [Fact]
    public void A_preview_shows_what_was_read_and_stores_nothing()
    {
        _laboratory.Lot(NanoSightLot);
        _laboratory.Upload(NanoSightLot, NanoSightLot);
        var events = _laboratory.Registry.Events().Count;

        var preview = Assert.Single(_laboratory.Previews());

        Assert.True(preview.IsReady);
        Assert.Equal((NanoSightLot, "M1", "sample"), (preview.Options.Lot, preview.Options.Measurement, preview.Options.Purpose));
        Assert.Equal("the lot number stands in the name", preview.LotReason);
        Assert.True(preview.Entries[0].Summary!.N >= 3);
        Assert.InRange(preview.Entries[0].AveragedMetrics!.Value.D50, 60, 200);
        Assert.Equal(events, _laboratory.Registry.Events().Count);
        Assert.Empty(_laboratory.Measurements(NanoSightLot));
        Assert.Empty(_laboratory.Registry.Read<string>("SELECT sha256 FROM raw_file"));
    }

    [Fact]
    public void Files_of_one_lot_become_one_measurement_and_wait_no_longer_once_taken()
    {
        _laboratory.Lot(ZetaViewLot);
        _laboratory.Upload(ZetaViewLot);
        var previews = _laboratory.Previews();
        Assert.Equal(3, previews.Count(p => p.PartOf is not null));
        Assert.Equal(["M1"], previews.Where(p => p.PartOf is null).Select(p => p.Options.Measurement).Distinct());

        var results = _laboratory.Take();

        Assert.All(results, r => Assert.Equal(IntakeOutcome.Recorded, r.Outcome));
        var measurement = Assert.Single(_laboratory.Measurements(ZetaViewLot));
        Assert.Equal((3, "M1", "Mira Okafor"), (measurement.Runs.Count, measurement.Row.Name, measurement.Row.RecordedBy));
        Assert.All(measurement.Runs, r => Assert.NotNull(r.Row.PositionTable));
        Assert.Empty(_laboratory.Previews());
        Assert.Single(_laboratory.Registry.Events(), e => e.Action == "measurement.recorded");
        Assert.Contains(_laboratory.Registry.Read<string>("SELECT file_name FROM raw_file"), n => n == "20260224_0002_PLT-PEG-2602A-20000_size_488.txt");
        Assert.True(_laboratory.Registry.Verify().Ok);
    }

    [Fact]
    public void A_browser_takes_files_as_the_command_line_does()
    {
        _laboratory.Lot(ZetaViewLot);
        _laboratory.Upload(ZetaViewLot);
        _laboratory.Take();
        var uploaded = _laboratory.Measurements(ZetaViewLot)[0];
        using var other = new UploadingLaboratory();
        other.Lot(ZetaViewLot);
        var rows = ImportManifest.Read(File.ReadAllText(SampleBatchFolder.File(ZetaViewLot, "manifest.csv")), "manifest.csv");

        other.Do(UploadingLaboratory.Mira, work => MeasurementIntake.Groups(rows).SelectMany(new MeasurementIntake(work, SampleBatchFolder.File(ZetaViewLot)).Take).ToList());

        var imported = other.Measurements(ZetaViewLot)[0];
        Assert.Equal(
            imported.Runs.SelectMany(r => r.Replicates).Select(r => (r.Sha256, r.Name, r.D50Nm, r.ConcentrationPerMl)).Order(),
            uploaded.Runs.SelectMany(r => r.Replicates).Select(r => (r.Sha256, r.Name, r.D50Nm, r.ConcentrationPerMl)).Order());
    }

    [Fact]
    public void The_next_files_of_a_lot_are_its_next_measurement_and_a_blank_counts_by_itself()
    {
        _laboratory.Lot(NanoSightLot);
        _laboratory.Upload(NanoSightLot, NanoSightLot);
        _laboratory.Take();
        _laboratory.Upload(NanoSightLot, "beads");
        Say(new StagedOptions { Lot = NanoSightLot });
        Assert.Equal("M2", Assert.Single(_laboratory.Previews()).Options.Measurement);

        Say(new StagedOptions { Lot = NanoSightLot, Purpose = "blank" });
        Assert.Equal("B1", Assert.Single(_laboratory.Previews()).Options.Measurement);
    }

    [Fact]
    public void A_bead_check_belongs_to_its_instrument_and_asks_for_it()
    {
        _laboratory.Upload(NanoSightLot, "beads");
        Say(new StagedOptions { Purpose = "bead-check" });
        var asking = Assert.Single(_laboratory.Previews());
        Say(new StagedOptions { Purpose = "bead-check", Instrument = "NTA-1" });

        var results = _laboratory.Take();

        Assert.Equal(["instrument", "measurement"], asking.Problems.Select(p => p.Where));
        Assert.Equal("2 instruments fit: NTA-1, NTA-2, and the file does not say which it was", asking.InstrumentReason);
        Assert.Equal("NTA-1/BEADS1", Assert.Single(results).MeasurementId);
    }

    [Fact]
    public void A_file_that_stands_already_says_as_what()
    {
        _laboratory.Lot(NanoSightLot);
        _laboratory.Upload(NanoSightLot, NanoSightLot);
        _laboratory.Take();
        _laboratory.Upload(NanoSightLot, NanoSightLot, UploadingLaboratory.Jonas);

        var preview = Assert.Single(_laboratory.Previews(UploadingLaboratory.Jonas));

        Assert.Equal("MSC-UC-2601A/M1", preview.StandsAs);
        Assert.False(preview.IsReady);
    }

    [Fact]
    public void What_nobody_can_tell_is_asked_for_and_nothing_is_taken_before()
    {
        _laboratory.Upload(NanoSightLot, NanoSightLot);

        var preview = Assert.Single(_laboratory.Previews());

        Assert.Equal(["lot", "measurement"], preview.Problems.Select(p => p.Where));
        Assert.Equal("no lot number stands in the name", preview.LotReason);
        Assert.Throws<FormException>(() => _laboratory.Take());
        Assert.Single(_laboratory.Previews());
    }

    [Fact]
    public void A_file_that_is_no_export_is_refused_in_the_preview_and_waits_on_when_taken()
    {
        _laboratory.Lot(NanoSightLot);
        _laboratory.Do(UploadingLaboratory.Mira, work => new StagedFileStore(work).Stage($"{NanoSightLot}.csv", File.ReadAllBytes(SampleBatchFolder.File("broken", "nanosight-without-size-data.csv"))));

        var preview = Assert.Single(_laboratory.Previews());
        var result = Assert.Single(_laboratory.Take());

        Assert.NotNull(preview.Refusal);
        Assert.False(preview.IsReady);
        Assert.Equal(IntakeOutcome.Refused, result.Outcome);
        Assert.Single(_laboratory.Previews());
        Assert.Empty(_laboratory.Measurements(NanoSightLot));
    }

    private void Say(StagedOptions options) => _laboratory.Do(UploadingLaboratory.Mira, work =>
    {
        var files = new StagedFileStore(work);
        return files.List().Select(f => files.Describe(f.Sha256, options, f.RowVersion)).ToList();
    });
}
