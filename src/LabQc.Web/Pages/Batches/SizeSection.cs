using LabQc.Charts;
using LabQc.Measurements;
using LabQc.Reports;

namespace LabQc.Web.Pages.Batches;

/// <summary>One replicate as the table beneath the distribution shows it.</summary>
internal sealed record ReplicateLine
{
    public required string Measurement { get; init; }
    public required string Name { get; init; }
    public required string D10 { get; init; }
    public required string D50 { get; init; }
    public required string D90 { get; init; }
    public required string InRange { get; init; }
    public required string PerMl { get; init; }
    public required string Tracks { get; init; }
    public required string Dilution { get; init; }
    /// <summary>Why it does not count; null where it does.</summary>
    public string? LeftOut { get; init; }
    /// <summary>Who left it out and when; null where the reader did.</summary>
    public string? LeftOutBy { get; init; }
    /// <summary>Whether it was left out after a verdict was shown.</summary>
    public bool AfterVerdict { get; init; }
}

/// <summary>The size distribution with its replicates, and the dilution series.</summary>
internal sealed record SizeSection
{
    /// <summary>Null where there is no distribution to draw.</summary>
    public Chart? Chart { get; init; }
    public required IReadOnlyList<ReplicateLine> Replicates { get; init; }
    /// <summary>Null where the lot was measured in fewer than two dilutions.</summary>
    public DilutionChart? Dilutions { get; init; }
    public DilutionChartData? DilutionNumbers { get; init; }
    /// <summary>What the instrument cannot see, in a sentence; empty where it sees everything or nobody knows.</summary>
    public required string Unseen { get; init; }

    public IEnumerable<ReplicateLine> LeftOut => Replicates.Where(r => r.LeftOut is not null);

    /// <summary>The section of a lot.</summary>
    public static SizeSection Of(LotReading reading)
    {
        var dilutions = new LotDilutionChart(reading.Work, reading.Definitions).Data(reading.Lot, reading.Specification);
        var series = dilutions is { Dilutions.Count: > 1 } ? dilutions : null;
        return new SizeSection
        {
            Chart = new LotSizeChart(reading.Work, reading.Definitions).Of(reading.Lot, logarithmic: false),
            Replicates = [.. reading.Measurements.Where(m => m.Row.Purpose == "sample").SelectMany(Lines)],
            Dilutions = series is null ? null : new DilutionChart(series),
            DilutionNumbers = series,
            Unseen = UnseenOf(reading),
        };
    }

    private static string UnseenOf(LotReading reading)
    {
        if (reading.Answer is not { WorkingRange: { } working, SpecifiedRange: { } specified } answer || specified.Without(working).Count == 0)
            return "";
        var below = answer.CountsBelowWorkingRangePercent is { } percent ? $" {Figures.Of(percent, 1)} % of what was counted lies below its working range." : "";
        return $"The instrument sees {working}, the specification speaks of {specified}.{below}";
    }

    private static IEnumerable<ReplicateLine> Lines(Measurement measurement)
    {
        foreach (var run in measurement.Runs)
        {
            foreach (var replicate in run.Replicates)
                yield return Line(measurement, run, replicate);
            if (run.Row.Failure is { } failure)
                yield return Failed(measurement, run, failure);
        }
    }

    private static ReplicateLine Line(Measurement measurement, Run run, Replicate replicate) => new()
    {
        Measurement = measurement.Row.Name,
        Name = replicate.Name,
        D10 = Figures.Known(replicate.D10Nm, 1),
        D50 = Figures.Known(replicate.D50Nm, 1),
        D90 = Figures.Known(replicate.D90Nm, 1),
        InRange = Figures.Known(replicate.Percent30To150, 1),
        PerMl = Figures.Power(replicate.ConcentrationPerMl * run.Row.ToUndiluted),
        Tracks = Figures.Known(replicate.Tracks, 0),
        Dilution = run.Row.DilutionFactor is { } factor ? Figures.Count(factor) : "unknown",
        LeftOut = measurement.Invalidation is { } invalid ? $"measurement invalidated: {invalid.Cause}" : replicate.ExclusionReason,
        LeftOutBy = measurement.Invalidation is { } by ? $"{by.RecordedBy}, {by.RecordedAt[..10]}"
            : replicate is { Included: false, Readable: true, Decision: { } decision } ? $"{decision.RecordedBy}, {decision.RecordedAt[..10]}" : null,
        AfterVerdict = replicate.Decision is { Included: false, AfterVerdict: true },
    };

    private static ReplicateLine Failed(Measurement measurement, Run run, string failure) => new()
    {
        Measurement = measurement.Row.Name,
        Name = run.Row.ReplicateLabel ?? run.Row.SampleName ?? "run",
        D10 = Figures.None,
        D50 = Figures.None,
        D90 = Figures.None,
        InRange = Figures.None,
        PerMl = Figures.None,
        Tracks = Figures.None,
        Dilution = run.Row.DilutionFactor is { } factor ? Figures.Count(factor) : "unknown",
        LeftOut = $"failed run: {failure}",
    };
}
