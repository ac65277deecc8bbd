using LabQc.SizeDistributions;

namespace LabQc.Instruments;

/// <summary>Each statistic over the included replicates: computed per replicate, then averaged.</summary>
public sealed record MeasurementSummary
{
    /// <summary>Number of included replicates.</summary>
    public required int N { get; init; }

    /// <summary>Of the concentration; empty where the technique gives none.</summary>
    public SummaryStatistic ConcentrationPerMl { get; init; }

    public SummaryStatistic Mean { get; init; }

    public SummaryStatistic Mode { get; init; }

    public SummaryStatistic Sd { get; init; }

    public SummaryStatistic D10 { get; init; }

    public SummaryStatistic D50 { get; init; }

    public SummaryStatistic D90 { get; init; }

    public SummaryStatistic Span { get; init; }

    public SummaryStatistic PercentInRange { get; init; }

    /// <summary>Summarises the included replicates; of none all statistics are empty.</summary>
    public static MeasurementSummary Of(IReadOnlyList<Replicate> replicates)
    {
        ArgumentNullException.ThrowIfNull(replicates);
        var included = replicates.Where(r => r.Included && r.Metrics is not null).ToList();
        SummaryStatistic Over(Func<SizeMetrics, double> metric) =>
            SummaryStatistic.Of([.. included.Select(r => metric(r.Metrics!.Value))]);
        return new MeasurementSummary
        {
            N = included.Count,
            ConcentrationPerMl = SummaryStatistic.Of([.. included.Select(r => r.ConcentrationPerMl).OfType<double>()]),
            Mean = Over(m => m.Mean),
            Mode = Over(m => m.Mode),
            Sd = Over(m => m.Sd),
            D10 = Over(m => m.D10),
            D50 = Over(m => m.D50),
            D90 = Over(m => m.D90),
            Span = Over(m => m.Span),
            PercentInRange = Over(m => m.PercentInRange),
        };
    }
}
