using System.Globalization;
using LabQc.SizeDistributions;

namespace LabQc.Instruments;

/// <summary>Holds what the instrument reports against what its own bins say, video by video.</summary>
internal static class NanoSightComparison
{
    private const double ConcentrationTolerance = 0.01;

    /// <summary>Reported moments have one decimal: half of it, and a hair.</summary>
    private const double FigureTolerance = 0.06;

    public static void Tell(FileDraft draft, NanoSightText text, List<MeasuredReplicate> measured)
    {
        var figures = measured.Where(m => !m.Curve.IsEmpty).Select(m => (Replicate: m, Metrics: m.Metrics!.Value)).ToList();
        foreach (var (replicate, metrics) in figures)
        {
            TellOfConcentration(draft, replicate, metrics);
            TellOfMoments(draft, replicate, metrics);
        }
        TellOfPercentiles(draft, text, Offsets(figures));
    }

    private static void TellOfConcentration(FileDraft draft, MeasuredReplicate replicate, SizeMetrics metrics)
    {
        if (replicate.Reported.ConcentrationPerMl is { } reported && Math.Abs(reported - metrics.Total) > ConcentrationTolerance * Math.Max(reported, metrics.Total))
            draft.Warn("nanosight.concentration-differs", string.Create(CultureInfo.InvariantCulture, $"{replicate.Name}: the bins add up to {metrics.Total:0.00e+0} particles/mL, the file reports {reported:0.00e+0}."));
    }

    private static void TellOfMoments(FileDraft draft, MeasuredReplicate replicate, SizeMetrics metrics)
    {
        foreach (var (name, reported, ours) in new[] { ("mean", replicate.Reported.MeanNm, metrics.Mean), ("SD", replicate.Reported.SdNm, metrics.Sd) })
        {
            if (reported is { } value && Math.Abs(value - ours) > FigureTolerance + 0.001 * ours)
                draft.Warn("nanosight.figures-differ", string.Create(CultureInfo.InvariantCulture, $"{replicate.Name}: the {name} of the bins is {ours:0.0} nm, the file reports {value:0.0} nm."));
        }
    }

    private static List<double> Offsets(List<(MeasuredReplicate Replicate, SizeMetrics Metrics)> figures)
    {
        var offsets = new List<double>(figures.Count * 3);
        foreach (var (replicate, metrics) in figures)
        {
            var r = replicate.Reported;
            foreach (var (reported, ours) in new[] { (r.D10Nm, metrics.D10), (r.D50Nm, metrics.D50), (r.D90Nm, metrics.D90) })
            {
                if (reported is { } value)
                    offsets.Add(value - ours);
            }
        }
        return offsets;
    }

    private static void TellOfPercentiles(FileDraft draft, NanoSightText text, List<double> offsets)
    {
        if (offsets.Count == 0)
            return;
        var (mean, least, most) = (offsets.Average(), offsets.Min(), offsets.Max());
        var measured = string.Create(CultureInfo.InvariantCulture, $"in this file by {mean:+0.00;-0.00;0.00} nm ({least:+0.00;-0.00;0.00} to {most:+0.00;-0.00;0.00})");
        if (NanoSightSoftware.KnownOffset(text.CreatedWith) is not { } known)
            draft.Info("nanosight.percentile-offset", $"The offset of this program's D10, D50 and D90 ({text.CreatedWith}) is unknown; they differ from LabQc's interpolation between bin edges {measured}.");
        else if (least < known - FigureTolerance || most > known + FigureTolerance)
            draft.Warn("nanosight.percentile-offset", string.Create(CultureInfo.InvariantCulture, $"{text.CreatedWith} is known to report D10, D50 and D90 {known:+0.0;-0.0;0.0} nm beside LabQc's interpolation between bin edges, but they differ {measured}."));
        else if (known == 0)
            draft.Info("nanosight.percentile-offset", $"{text.CreatedWith} reports D10, D50 and D90 as LabQc computes them, interpolated between bin edges; they differ {measured}.");
        else
            draft.Info("nanosight.percentile-offset", string.Create(CultureInfo.InvariantCulture, $"{text.CreatedWith} reports D10, D50 and D90 {known:+0.0;-0.0;0.0} nm beside LabQc's interpolation between bin edges, a known difference; {measured}."));
    }
}
