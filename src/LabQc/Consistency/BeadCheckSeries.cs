using LabQc.Statistics;

namespace LabQc.Consistency;

/// <summary>How a bead check came out.</summary>
public sealed record BeadCheckPoint
{
    public required string Measurement { get; init; }
    public required string RecordedAt { get; init; }
    /// <summary>The mean of the median diameters of its included replicates, nm.</summary>
    public required double SizeNm { get; init; }
    /// <summary>(size - mean)/SD of the base; null where there are no limits.</summary>
    public double? Z { get; init; }
    /// <summary>Westgard's rules that it breaks, the warning among them.</summary>
    public IReadOnlyList<WestgardRule> Broken { get; init; } = [];
    public ControlDecision Decision { get; init; }
}

/// <summary>A bead check that is not on the chart, and why.</summary>
public sealed record LeftOutCheck(string Measurement, string Reason);

/// <summary>The control chart of an instrument's bead checks at one set-up.</summary>
public sealed record BeadCheckSeries
{
    /// <summary>The first so many checks give the limits.</summary>
    public const int BaseSize = 20;

    public required string Instrument { get; init; }
    public required string SetUp { get; init; }
    /// <summary>In the order of recording.</summary>
    public required IReadOnlyList<BeadCheckPoint> Checks { get; init; }
    /// <summary>Checks that are not on the chart, and why.</summary>
    public required IReadOnlyList<LeftOutCheck> LeftOut { get; init; }
    /// <summary>How many of the first checks the limits come from; 0 where there are none.</summary>
    public required int BaseChecks { get; init; }
    /// <summary>The mean of the base, nm.</summary>
    public double? Mean { get; init; }
    /// <summary>The standard deviation of the base, nm, divisor n - 1.</summary>
    public double? Sd { get; init; }

    /// <summary>Whether the limits come from fewer than 20 checks.</summary>
    public bool IsProvisional => BaseChecks is > 0 and < BaseSize;

    /// <summary>Whether the last check breaks a rule that rejects.</summary>
    public bool IsRejected => Checks is [.., { Decision: ControlDecision.Rejected }];

    /// <summary>A chart of checks: limits from the first 20, or from all, provisionally, with at least 8.</summary>
    internal static BeadCheckSeries Of(string instrument, string setUp, IReadOnlyList<BeadCheckPoint> checks, IReadOnlyList<LeftOutCheck> leftOut)
    {
        var plain = new BeadCheckSeries { Instrument = instrument, SetUp = setUp, Checks = checks, LeftOut = leftOut, BaseChecks = 0 };
        if (checks.Count < LotConsistency.LeastForLimits)
            return plain;
        double[] basis = [.. checks.Take(BaseSize).Select(c => c.SizeNm)];
        var (mean, sd) = (Descriptive.Mean(basis), Descriptive.StandardDeviation(basis));
        if (!(sd > 0))
            return plain with { Mean = mean, Sd = sd };
        var judged = WestgardRules.Chart([.. checks.Select(c => (c.SizeNm - mean) / sd)]);
        return plain with
        {
            Checks = [.. checks.Zip(judged, (check, j) => check with { Z = j.Z, Broken = j.Broken, Decision = j.Decision })],
            BaseChecks = basis.Length,
            Mean = mean,
            Sd = sd,
        };
    }
}
