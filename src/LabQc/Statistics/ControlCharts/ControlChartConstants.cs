using System.Collections.Concurrent;

namespace LabQc.Statistics;

/// <summary>
/// The constants that turn ranges and standard deviations of subgroups of n normal readings into estimates of sigma and into
/// control limits, unrounded.
/// </summary>
/// <remarks>
/// Definitions as in Montgomery, Introduction to Statistical Quality Control (2013), appendix VI, and ASTM Manual 7. Printed
/// tables are rounded to three or four digits, which puts limits wrong by up to 2e-3; these are held to 1e-12 relative.
/// </remarks>
public sealed record ControlChartConstants
{
    private static readonly ConcurrentDictionary<int, ControlChartConstants> Known = new();

    private ControlChartConstants(int n)
    {
        N = n;
        (RangeMean, RangeSd) = RangeDistribution.Of(n);
        SdMean = MeanOfSd(n);
        SdSd = Math.Sqrt((1 - SdMean) * (1 + SdMean));
    }

    /// <summary>Readings in a subgroup.</summary>
    public int N { get; }

    /// <summary>d2: mean of the range over sigma.</summary>
    public double RangeMean { get; }

    /// <summary>d3: standard deviation of the range over sigma.</summary>
    public double RangeSd { get; }

    /// <summary>c4: mean of the sample standard deviation (divisor n - 1) over sigma.</summary>
    public double SdMean { get; }

    /// <summary>c5 = √(1 - c4²): standard deviation of the sample standard deviation over sigma.</summary>
    public double SdSd { get; }

    /// <summary>A2 = 3/(d2 √n): limits of means from the mean range.</summary>
    public double A2 => 3 / (RangeMean * Math.Sqrt(N));

    /// <summary>A3 = 3/(c4 √n): limits of means from the mean standard deviation.</summary>
    public double A3 => 3 / (SdMean * Math.Sqrt(N));

    /// <summary>D3 = 1 - 3 d3/d2, not below 0: lower limit of ranges over their mean.</summary>
    public double RangeLowerFactor => Math.Max(0, 1 - 3 * RangeSd / RangeMean);

    /// <summary>D4 = 1 + 3 d3/d2: upper limit of ranges over their mean.</summary>
    public double RangeUpperFactor => 1 + 3 * RangeSd / RangeMean;

    /// <summary>B3 = 1 - 3 c5/c4, not below 0: lower limit of standard deviations over their mean.</summary>
    public double SdLowerFactor => Math.Max(0, 1 - 3 * SdSd / SdMean);

    /// <summary>B4 = 1 + 3 c5/c4: upper limit of standard deviations over their mean.</summary>
    public double SdUpperFactor => 1 + 3 * SdSd / SdMean;

    /// <summary>E2 = 3/d2: limits of single readings from the mean range.</summary>
    public double E2 => 3 / RangeMean;

    /// <summary>The constants of subgroups of <paramref name="n"/> readings; each n is computed once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is not between 2 and 1000.</exception>
    public static ControlChartConstants For(int n) => n is >= 2 and <= 1000
        ? Known.GetOrAdd(n, size => new ControlChartConstants(size))
        : throw new ArgumentOutOfRangeException(nameof(n), n, "A subgroup has 2 to 1000 readings.");

    /// <summary>√(2/(n - 1)) Γ(n/2)/Γ((n - 1)/2), the ratio of Gammas by its recurrence in steps of two: no digit is lost.</summary>
    private static double MeanOfSd(int n)
    {
        var ratio = n % 2 == 0 ? 1 / Math.Sqrt(Math.PI) : Math.Sqrt(Math.PI) / 2;
        for (var size = n % 2 == 0 ? 4 : 5; size <= n; size += 2)
            ratio *= (size - 2.0) / (size - 3.0);
        return Math.Sqrt(2.0 / (n - 1)) * ratio;
    }
}
