using System.Globalization;
using LabQc.SampleBatches.Exports;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Lots;

/// <summary>
/// Beads of 100 nm on each instrument, once a month on a NanoSight and once in half a year on a ZetaView. The first lot measured
/// in the period carries the check of its day in its manifest.
/// </summary>
internal static class BeadCheck
{
    private static readonly HashSet<string> Carriers = Campaign.Lots
        .GroupBy(plan => (plan.Group.Instrument, Period(plan)))
        .Select(lots => lots.OrderBy(plan => plan.MeasuredOn).ThenBy(plan => plan.Lot, StringComparer.Ordinal).First().Lot)
        .ToHashSet(StringComparer.Ordinal);

    public static void AddTo(LotContents contents, LotPlan plan)
    {
        if (!Carriers.Contains(plan.Lot))
            return;
        if (plan.Group.IsZetaView)
            AddZetaView(contents, plan);
        else
            AddNanoSight(contents, plan);
    }

    private static int Period(LotPlan plan)
    {
        var months = 12 * plan.MeasuredOn.Year + plan.MeasuredOn.Month - 1;
        return plan.Group.IsZetaView ? months / 6 : months;
    }

    private static void AddNanoSight(LotContents contents, LotPlan plan)
    {
        var deviates = plan.Stream("beads");
        var camera = NanoSightMeasurement.CameraOf(plan.Group.Instrument);
        var beads = BeadsOf(deviates);
        var name = $"beads100nm_{plan.MeasuredOn.ToString("MMMyy", CultureInfo.InvariantCulture)}";
        var experiment = new NanoSightExperiment
        {
            Name = name,
            Sample = "100nmbeads",
            Operator = Staff.Initials(plan, "measured"),
            CapturedAt = plan.MeasuredOn.ToDateTime(new TimeOnly(8, 12)).AddSeconds(deviates.Whole(0, 900)),
            Camera = camera,
            Videos = [.. Enumerable.Range(0, 3).Select(_ =>
                NanoSightVideo.Of(beads.OfOneVideo(deviates).Shares(deviates), 2.5e8 * deviates.Factor(0.03), 1, camera.Frames, 22.1, deviates))],
        };
        var text = plan.Group.Instrument == "NTA-2" ? NanoSight32Text.Of(experiment) : NanoSight34Text.Of(experiment);
        contents.Add(Row(plan, $"{name}_-ExperimentSummary.csv") with { Dilution = 10_000 }, text);
    }

    private static void AddZetaView(LotContents contents, LotPlan plan)
    {
        var deviates = plan.Stream("beads");
        var instrument = ZetaViewMeasurement.InstrumentOf(plan.Group.Instrument);
        var at = plan.MeasuredOn.ToDateTime(new TimeOnly(12, 20)).AddSeconds(deviates.Whole(0, 900));
        var beads = BeadsOf(deviates);
        var run = new ZetaViewRun
        {
            Name = $"{at.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}_0000_PS100-250000_size_488",
            Sample = "PS100-250000",
            Operator = Staff.Initials(plan, "measured"),
            At = at,
            Instrument = instrument,
            Dilution = 250_000,
            Positions = [.. ZetaViewPosition.Eleven.Select(position => ZetaViewPosition.Of(position, beads, 64, "", deviates))],
        };
        contents.Add(Row(plan, $"{run.Name}.txt"), ZetaViewSizeText.Of(run));
    }

    /// <summary>From day to day a NanoSight shows the same beads within about 1 %.</summary>
    private static SizeCurve BeadsOf(Deviates deviates) => SizeCurve.Beads with { Median = SizeCurve.Beads.Median * deviates.Factor(0.009) };

    private static ManifestRow Row(LotPlan plan, string file) => new()
    {
        File = file,
        Lot = plan.Lot,
        Measurement = $"BEADS-{plan.MeasuredOn.ToString("yyyy-MM", CultureInfo.InvariantCulture)}",
        Purpose = "bead-check",
        Instrument = plan.Group.Instrument,
    };
}
