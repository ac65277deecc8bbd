using System.Text;
using LabQc.SampleBatches.Exports;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Lots;

/// <summary>What the NanoSights of the laboratory write about a lot.</summary>
internal sealed class NanoSightMeasurement
{
    /// <summary>NTA-1: blue laser, NTA 3.4, videos of 30 s.</summary>
    private static readonly NanoSightCamera Camera34 = new("Blue488", 13, 1232, 219, 8235, 5, 749);

    /// <summary>NTA-2: red laser, NTA 3.2, videos of 20 s.</summary>
    private static readonly NanoSightCamera Camera32 = new("Red638", 14, 1259, 366, 5485, 4, 499);

    private readonly LotContents _contents;
    private readonly LotPlan _plan;

    private NanoSightMeasurement(LotContents contents, LotPlan plan) => (_contents, _plan) = (contents, plan);

    private bool IsOld => _plan.Group.Instrument == "NTA-2";

    public static NanoSightCamera CameraOf(string instrument) => instrument == "NTA-2" ? Camera32 : Camera34;

    public static void AddTo(LotContents contents, LotPlan plan)
    {
        var measurement = new NanoSightMeasurement(contents, plan);
        if (plan.Planted is Planted.DilutionSeriesAgrees or Planted.DilutionSeriesDisagrees)
            measurement.AddDilutionSeries();
        else
            measurement.AddUsual();
        if (plan.Planted == Planted.TwoMeasurementsNoPlan)
            measurement.Add("M2", plan.Lot + "_again", plan.Group.Dilution, cellFactor: 0.94, recorded: true, hoursLater: 26);
        if (plan.Planted == Planted.BlankBeside)
            measurement.AddBlank();
    }

    /// <summary>One file; every second one records its dilution, for the others the operator knows it.</summary>
    private void AddUsual()
    {
        var recorded = _plan.Planted is Planted.TwoMeasurementsNoPlan or Planted.ThreeWeightings
            || (_plan.Position % 2 == 0 && _plan.Planted is not (Planted.UnknownDilution or Planted.DilutionInTheName));
        var stem = _plan.Planted is Planted.UnknownDilution or Planted.DilutionInTheName
            ? $"{_plan.Lot}_{Notation.Whole(_plan.Group.Dilution)}"
            : _plan.Lot;
        var dilution = _plan.Planted == Planted.TooFewTracks ? 16 * _plan.Group.Dilution : _plan.Group.Dilution;
        Add("M1", stem, dilution, cellFactor: 1, recorded, hoursLater: 0);
    }

    /// <summary>Three dilutions. Where they disagree, the thick one loses particles to overlap and the thin one counts dust.</summary>
    private void AddDilutionSeries()
    {
        double[] factors = _plan.Planted == Planted.DilutionSeriesAgrees ? [0.97, 1.0, 1.03] : [0.58, 1.0, 1.44];
        var recorded = _plan.Planted == Planted.DilutionSeriesAgrees;
        for (var i = 0; i < 3; i++)
        {
            var dilution = _plan.Group.Dilution * (i + 1);
            Add("M1", $"{_plan.Lot}_1in{Notation.Whole(dilution)}", dilution, factors[i], recorded, i);
        }
    }

    private void Add(string measurement, string stem, double dilution, double cellFactor, bool recorded, int hoursLater)
    {
        var deviates = _plan.Stream($"nanosight {stem}");
        var experiment = new NanoSightExperiment
        {
            Name = stem,
            Sample = SampleName(stem),
            Operator = Staff.Initials(_plan, "measured"),
            CapturedAt = _plan.MeasuredOn.ToDateTime(new TimeOnly(9, 0)).AddMinutes(deviates.Whole(0, 300)).AddSeconds(deviates.Whole(0, 59)).AddHours(hoursLater),
            Remarks = Remarks(),
            RecordedDilution = recorded ? dilution : null,
            Camera = CameraOf(_plan.Group.Instrument),
            Videos = Videos(dilution, cellFactor, recorded, deviates),
            LargestTrack = _plan.Planted == Planted.TrackAboveTheTable ? 1228 : null,
        };
        var row = new ManifestRow
        {
            File = $"{stem}_-ExperimentSummary.csv",
            Lot = _plan.Lot,
            Measurement = measurement,
            Dilution = recorded || _plan.Planted == Planted.UnknownDilution ? null : dilution,
            Instrument = _plan.Group.Instrument,
        };
        _contents.Add(row, TextOf(experiment));
    }

    private IReadOnlyList<NanoSightVideo> Videos(double dilution, double cellFactor, bool recorded, Deviates deviates)
    {
        var count = _plan.Planted switch
        {
            Planted.DilutionSeriesAgrees or Planted.DilutionSeriesDisagrees or Planted.TooFewTracks or Planted.ThreeWeightings => 3,
            Planted.EmptyVideo => 5,
            _ => _plan.Group.Code == "MSC-UC" || _plan.Position % 7 == 3 ? 5 : 3,
        };
        var temperature = deviates.Between(21.6, 23.4);
        return [.. Enumerable.Range(0, count).Select(video =>
        {
            var degrees = temperature + deviates.Between(-0.04, 0.04);
            if (_plan.Planted == Planted.EmptyVideo && video == 2)
                return NanoSightVideo.Empty(degrees, deviates);
            var shares = _plan.Sizes.OfOneVideo(deviates).Shares(deviates);
            var inCell = _plan.Concentration / dilution * cellFactor * deviates.Factor(0.06);
            return NanoSightVideo.Of(shares, inCell, recorded ? dilution : 1, CameraOf(_plan.Group.Instrument).Frames, degrees, deviates);
        })];
    }

    private void AddBlank()
    {
        var deviates = _plan.Stream("blank");
        var camera = CameraOf(_plan.Group.Instrument);
        var dust = new SizeCurve(130, 1.6, 0.02, 0.9);
        var experiment = new NanoSightExperiment
        {
            Name = "PBS_blank",
            Sample = "PBS",
            Operator = Staff.Initials(_plan, "measured"),
            CapturedAt = _plan.MeasuredOn.ToDateTime(new TimeOnly(8, 41, 17)),
            Camera = camera,
            Videos = [.. Enumerable.Range(0, 3).Select(_ =>
                NanoSightVideo.Of(dust.Shares(deviates), 4.5e6 * deviates.Factor(0.2), 1, camera.Frames, 22.3, deviates))],
        };
        var row = new ManifestRow
        {
            File = "PBS_blank_-ExperimentSummary.csv",
            Lot = _plan.Lot,
            Measurement = "BLANK",
            Dilution = 1,
            Purpose = "blank",
            Instrument = _plan.Group.Instrument,
        };
        _contents.Add(row, NanoSight34Text.Of(experiment));
    }

    private string SampleName(string stem) => _plan.Planted == Planted.SampleNameOfAnotherLot ? "MSC-UC-2507A" : stem;

    private string Remarks() => _plan.Planted switch
    {
        Planted.ResavedBySpreadsheet => "two captures repeated, see logbook",
        Planted.EmptyVideo => "syringe empty during video 3",
        _ => "",
    };

    private byte[] TextOf(NanoSightExperiment experiment)
    {
        var text = IsOld ? NanoSight32Text.Of(experiment) : NanoSight34Text.Of(experiment, _plan.Planted == Planted.ThreeWeightings);
        if (_plan.Planted == Planted.ResavedBySpreadsheet)
            text = SpreadsheetResave.Of(text);
        else if (_plan.Position % 5 == 0)
            text = text.Replace("\n", "\r\n", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text);
    }
}
