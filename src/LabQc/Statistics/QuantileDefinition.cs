namespace LabQc.Statistics;

/// <summary>
/// The nine definitions of a sample quantile of Hyndman &amp; Fan 1996, The American Statistician 50, 361-365; the number is the
/// paper's, which is also R's <c>type</c>.
/// </summary>
public enum QuantileDefinition
{
    /// <summary>Inverse of the empirical distribution function.</summary>
    HyndmanFan1 = 1,
    /// <summary>As 1, with the mean of the two neighbours at a step (SAS's default).</summary>
    HyndmanFan2 = 2,
    /// <summary>The nearest order statistic, of two equally near the even one.</summary>
    HyndmanFan3 = 3,
    /// <summary>Linear interpolation of the empirical distribution function.</summary>
    HyndmanFan4 = 4,
    /// <summary>Linear between the middles of its steps (Hazen; hydrology).</summary>
    HyndmanFan5 = 5,
    /// <summary>Rank p(n + 1), Weibull's plotting position (Minitab, SPSS; CLSI reference limits).</summary>
    HyndmanFan6 = 6,
    /// <summary>Rank 1 + p(n - 1) (default of R, NumPy and Excel's PERCENTILE.INC).</summary>
    HyndmanFan7 = 7,
    /// <summary>Approximately median-unbiased whatever the distribution; the paper's own advice.</summary>
    HyndmanFan8 = 8,
    /// <summary>Approximately unbiased for a normal distribution (Blom).</summary>
    HyndmanFan9 = 9,
}

/// <summary>Where a sample quantile lies between two order statistics.</summary>
internal static class HyndmanFan
{
    /// <summary>Room for the rounding of n·p, so that a rank meant to be whole is whole.</summary>
    private const double Fuzz = 4 * 2.220446049250313e-16;

    /// <summary>The rank j (from 1) of the lower order statistic, and the weight of the next one.</summary>
    public static (int Rank, double Weight) Position(int n, double p, QuantileDefinition definition)
    {
        var position = definition switch
        {
            QuantileDefinition.HyndmanFan1 or QuantileDefinition.HyndmanFan2 => n * p,
            QuantileDefinition.HyndmanFan3 => n * p - 0.5,
            QuantileDefinition.HyndmanFan4 => n * p,
            QuantileDefinition.HyndmanFan5 => n * p + 0.5,
            QuantileDefinition.HyndmanFan6 => (n + 1) * p,
            QuantileDefinition.HyndmanFan7 => 1 + (n - 1) * p,
            QuantileDefinition.HyndmanFan8 => (n + 1.0 / 3) * p + 1.0 / 3,
            QuantileDefinition.HyndmanFan9 => (n + 0.25) * p + 0.375,
            _ => throw new ArgumentException($"No such quantile definition: {definition}.", nameof(definition)),
        };
        var room = Fuzz * Math.Max(1, Math.Abs(position));
        var rank = (int)Math.Floor(position + room);
        var beyond = position - rank;
        if (Math.Abs(beyond) < room)
            beyond = 0;
        return (rank, Weight(definition, rank, beyond));
    }

    private static double Weight(QuantileDefinition definition, int rank, double beyond) => definition switch
    {
        QuantileDefinition.HyndmanFan1 => beyond > 0 ? 1 : 0,
        QuantileDefinition.HyndmanFan2 => beyond > 0 ? 1 : 0.5,
        QuantileDefinition.HyndmanFan3 => beyond == 0 && rank % 2 == 0 ? 0 : 1,
        _ => beyond,
    };
}
