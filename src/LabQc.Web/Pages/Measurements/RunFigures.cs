using LabQc.Instruments;
using LabQc.SizeDistributions;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Measurements;

/// <summary>One statistic of a file beside the instrument's own figure.</summary>
internal sealed record FigureRow(string Name, string Mean, string Sd, string FileSays);

/// <summary>One replicate of a file, where the file's replicates are told one by one.</summary>
internal sealed record ReadReplicate(string Name, string Tracks, string PerMl, string ReadAs);

/// <summary>What was read of one sample, as numbers for people.</summary>
internal sealed record RunFigures
{
    public required IReadOnlyList<FigureRow> Rows { get; init; }

    /// <summary>What the concentration is of.</summary>
    public required string ConcentrationOf { get; init; }

    /// <summary>Empty where the technique gives none.</summary>
    public required string PerMl { get; init; }

    public required string Beneath { get; init; }

    /// <summary>Whether the concentration is no result, because nobody knows the dilution.</summary>
    public required bool IsNoResult { get; init; }

    /// <summary>The replicates that were not counted in, and of a failed run all.</summary>
    public required IReadOnlyList<ReadReplicate> Replicates { get; init; }

    /// <summary>The figures of one sample.</summary>
    public static RunFigures Of(InstrumentFile file)
    {
        var summary = file.Summary;
        var unknown = file.Dilution.Factor is null;
        var perMl = summary?.ConcentrationPerMl.Mean * (file.ConcentrationBasis == ConcentrationBasis.AsMeasured ? file.Dilution.Factor ?? 1 : 1);
        return new RunFigures
        {
            Rows = summary is { N: > 0 } ? RowsOf(file, summary) : [],
            ConcentrationOf = unknown && file.ConcentrationBasis == ConcentrationBasis.AsMeasured ? "Concentration, as measured in the cell" : "Concentration, undiluted",
            PerMl = perMl is { } number && double.IsFinite(number) && file.Weighting == Weighting.Number ? NumberView.Power(number) : "",
            Beneath = unknown ? "No result until the dilution is known" : BeneathOf(file),
            IsNoResult = unknown,
            Replicates = [.. file.Replicates.Where(r => !r.Included || file.Status == FileStatus.FailedRun).Select(Line)],
        };
    }

    private static IReadOnlyList<FigureRow> RowsOf(InstrumentFile file, MeasurementSummary summary) =>
    [
        Row(file, "D10", summary.D10, r => r.D10Nm),
        Row(file, "D50", summary.D50, r => r.D50Nm),
        Row(file, "D90", summary.D90, r => r.D90Nm),
        Row(file, "Mode", summary.Mode, r => r.ModeNm),
        Row(file, "Mean", summary.Mean, r => r.MeanNm),
        new("30 to 150 nm, %", Figures.Known(summary.PercentInRange.Mean, 1), Figures.Known(summary.PercentInRange.Sd, 1), Figures.None),
    ];

    private static FigureRow Row(InstrumentFile file, string name, SummaryStatistic statistic, Func<ReportedFigures, double?> reported)
    {
        var said = SummaryStatistic.Of([.. file.Replicates.Where(r => r.Included).Select(r => reported(r.Reported)).OfType<double>().Where(double.IsFinite)]);
        return new FigureRow(name, Figures.Known(statistic.Mean, 1), Figures.Known(statistic.Sd, 1), Figures.Known(said.Mean, 1));
    }

    private static string BeneathOf(InstrumentFile file)
    {
        var replicates = file.Replicates.Count(r => r.Included);
        var spread = file.Summary?.ConcentrationPerMl.CvPercent is { } cv ? $"CV {NumberView.Fixed(cv, 1)}\u00A0% over " : "";
        var tracks = file.PooledTracks is { } pooled ? $", {NumberView.Count(pooled)} tracks" : "";
        return $"{spread}{replicates} {(replicates == 1 ? "replicate" : "replicates")}{tracks}";
    }

    private static ReadReplicate Line(Replicate replicate) => new(
        replicate.Name,
        replicate.Tracks is { } tracks ? NumberView.Count(tracks) : Figures.None,
        Figures.Power(replicate.ConcentrationPerMl is > 0 ? replicate.ConcentrationPerMl : null),
        replicate.Reason ?? "read");
}
