using System.Globalization;
using LabQc.SizeDistributions;

namespace LabQc.Instruments;

/// <summary>One replicate as the file gives it.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Curve">Its distribution, values as in the file.</param>
/// <param name="Metrics">The curve's metrics; null if it is empty.</param>
/// <param name="Reported">The instrument's figures.</param>
internal sealed record MeasuredReplicate(string Name, SizeDistribution Curve, SizeMetrics? Metrics, ReportedFigures Reported)
{
    public int? Tracks { get; init; }

    public int? CompletedTracks { get; init; }

    /// <summary>Why an empty one is empty.</summary>
    public string? EmptyReason { get; init; }
}

/// <summary>Makes metrics, summary and averaged curve of replicates: the same for all instruments.</summary>
internal static class MeasurementAssembly
{
    /// <summary>Completes the answer.</summary>
    /// <param name="draft">Receives findings about what is computed.</param>
    /// <param name="measured">The replicates.</param>
    /// <param name="dilution">The dilution that holds.</param>
    /// <param name="hasConcentration">False for techniques that give shares only.</param>
    /// <param name="range">Range of percent in range.</param>
    public static InstrumentFile Complete(
        FileDraft draft, IReadOnlyList<MeasuredReplicate> measured, Dilution dilution, bool hasConcentration, SizeRange range)
    {
        var factor = hasConcentration && !dilution.AppliedInFile ? dilution.Factor ?? 1 : 1;
        var replicates = measured.Select(m => Of(m, factor, hasConcentration)).ToList();
        var included = replicates.Where(r => r.Included).ToList();
        TellOfTies(draft, included);
        var average = included.Count == 0 ? null : SizeDistribution.Average([.. included.Select(r => r.Distribution!)]);
        return draft.Finish(included.Count == 0 ? FileStatus.FailedRun : FileStatus.Read) with
        {
            Weighting = measured.Count == 0 ? null : measured[0].Curve.Weighting,
            Dilution = dilution,
            ConcentrationBasis = dilution.Factor is null && !dilution.AppliedInFile ? ConcentrationBasis.AsMeasured : ConcentrationBasis.Undiluted,
            Replicates = replicates,
            Summary = MeasurementSummary.Of(replicates),
            AveragedCurve = average,
            AveragedMetrics = average?.Metrics(range),
        };
    }

    private static Replicate Of(MeasuredReplicate measured, double factor, bool hasConcentration)
    {
        var curve = measured.Curve.IsEmpty ? null : measured.Curve.Times(factor);
        return new Replicate
        {
            Name = measured.Name,
            Included = curve is not null,
            Reason = curve is null ? measured.EmptyReason ?? "empty: no particle was counted" : null,
            Tracks = measured.Tracks,
            CompletedTracks = measured.CompletedTracks,
            ConcentrationPerMl = hasConcentration ? curve?.Total : null,
            Distribution = curve,
            Metrics = curve is null ? null : measured.Metrics!.Value with { Total = curve.Total },
            Reported = measured.Reported,
        };
    }

    private static void TellOfTies(FileDraft draft, List<Replicate> included)
    {
        var tied = included.Where(r => r.Metrics!.Value.EqualMaxima > 1).ToList();
        if (tied.Count == 0)
            return;
        var list = string.Join("; ", tied.Take(5).Select(r => string.Create(
            CultureInfo.InvariantCulture, $"{r.Name}: {r.Metrics!.Value.EqualMaxima} equal maxima, the smallest at {r.Metrics!.Value.Mode:0.##} nm")));
        draft.Warn("size.equal-maxima", $"The mode is the smallest of several bins of the same height ({list}{(tied.Count > 5 ? "; …" : "")}): rather use D50.");
    }
}
