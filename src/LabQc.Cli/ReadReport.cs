using LabQc.Instruments;
using LabQc.SizeDistributions;

namespace LabQc.Cli;

/// <summary>What was read of a file, in the form that scripts rely on.</summary>
internal static class ReadReport
{
    public static object Of(ReadEntry entry)
    {
        var file = entry.File;
        return new
        {
            file = entry.Path,
            file.Format,
            file.Software,
            sha256 = entry.Sha256,
            file.Sample,
            file.Status,
            file.Weighting,
            dilution = new
            {
                file.Dilution.Factor,
                file.Dilution.Source,
                applied_in_file = file.Dilution.AppliedInFile,
                proposed = file.Dilution.Proposed is { } proposed ? new { proposed.Factor, proposed.From } : null,
            },
            concentration_basis = file.ConcentrationBasis,
            replicates = file.Replicates.Select(Of),
            summary = file.Summary is { } summary ? Of(summary) : null,
            averaged_curve = file.AveragedMetrics is { } curve ? Curve(file, curve) : null,
            findings = file.Findings.Select(f => new { f.Severity, f.Rule, f.Message, f.Where }),
        };
    }

    private static object Of(Replicate replicate) => new
    {
        replicate.Name,
        replicate.Included,
        replicate.Reason,
        replicate.Tracks,
        completed_tracks = replicate.CompletedTracks,
        concentration_per_ml = replicate.ConcentrationPerMl,
        metrics = replicate.Metrics is { } m ? Metrics(m) : null,
        reported = Of(replicate.Reported),
    };

    private static object Metrics(SizeMetrics m) => new
    {
        mean_nm = m.Mean,
        mode_nm = m.Mode,
        sd_nm = m.Sd,
        d10_nm = m.D10,
        d50_nm = m.D50,
        d90_nm = m.D90,
        m.Span,
        percent_in_range = m.PercentInRange,
    };

    private static object Of(ReportedFigures reported) => new
    {
        concentration_per_ml = reported.ConcentrationPerMl,
        mean_nm = reported.MeanNm,
        mode_nm = reported.ModeNm,
        sd_nm = reported.SdNm,
        d10_nm = reported.D10Nm,
        d50_nm = reported.D50Nm,
        d90_nm = reported.D90Nm,
    };

    private static object Of(MeasurementSummary summary) => new
    {
        summary.N,
        concentration_per_ml = Of(summary.ConcentrationPerMl),
        mean_nm = Of(summary.Mean),
        mode_nm = Of(summary.Mode),
        sd_nm = Of(summary.Sd),
        d10_nm = Of(summary.D10),
        d50_nm = Of(summary.D50),
        d90_nm = Of(summary.D90),
        span = Of(summary.Span),
        percent_in_range = Of(summary.PercentInRange),
    };

    private static object Of(SummaryStatistic statistic) => new
    {
        statistic.Mean,
        statistic.Sd,
        statistic.Se,
        cv_percent = statistic.CvPercent,
    };

    private static object Curve(InstrumentFile file, SizeMetrics m) => new
    {
        concentration_per_ml = file.Summary?.ConcentrationPerMl.Mean is null ? (double?)null : m.Total,
        mean_nm = m.Mean,
        mode_nm = m.Mode,
        sd_nm = m.Sd,
        d10_nm = m.D10,
        d50_nm = m.D50,
        d90_nm = m.D90,
        m.Span,
        percent_in_range = m.PercentInRange,
    };
}
