using LabQc.Statistics;
using LabQc.Tests.Statistics;

namespace LabQc.Tests.Consistency;

/// <summary>
/// Two thousand seeded series of 24 steady lots, whose centre and sigma are frozen, and six lots that drift by 0.75 SD each.
/// </summary>
public sealed class DriftSimulationTest
{
    private const int Series = 2000;
    private const int Steady = 24;
    private const int Drifting = 6;
    private static readonly IReadOnlyList<double[]> Standardised = Simulate();

    [Fact]
    public void The_ewma_finds_the_drift_by_the_sixth_lot()
    {
        var found = Standardised.Count(z => EwmaChart.Of(z, 0, 1).Signals.Any(i => i >= Steady));

        Assert.InRange(found / (double)Series, 0.99, 1);
    }

    [Fact]
    public void Individuals_find_the_drift_by_the_sixth_lot()
    {
        var found = Standardised.Count(z => RunRules.Find(z, [RunRule.N1, RunRule.N2]).Any(h => h.Index >= Steady));

        Assert.InRange(found / (double)Series, 0.93, 1);
    }

    [Fact]
    public void Without_drift_the_same_rules_are_mostly_silent_over_six_further_lots()
    {
        var draws = new NormalDraws(20261124);
        var alarms = Enumerable.Range(0, Series).Count(_ =>
            EwmaChart.Of(Standardise(draws.Sample(Steady + Drifting)), 0, 1).Signals.Any(i => i >= Steady));

        Assert.InRange(alarms / (double)Series, 0, 0.15);
    }

    private static double[][] Simulate()
    {
        var draws = new NormalDraws(1);
        return [.. Enumerable.Range(0, Series).Select(_ =>
            Standardise([.. draws.Sample(Steady), .. Enumerable.Range(1, Drifting).Select(k => 0.75 * k + draws.Next())]))];
    }

    private static double[] Standardise(double[] series)
    {
        var steady = series.AsSpan(0, Steady);
        var (centre, sigma) = (Descriptive.Mean(steady), IndividualsLimits.Of(steady).Sigma);
        return [.. series.Select(v => (v - centre) / sigma)];
    }
}
