using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class AverageRunLengthTest
{
    private const int Seed = 20261124;

    [Fact]
    public void The_usual_EWMA_gives_a_false_signal_in_about_370_points()
    {
        Assert.InRange(AverageRunLength.Ewma(EwmaChart.UsualLambda, EwmaChart.UsualWidth, 0), 365, 375);
        Assert.InRange(AverageRunLength.Ewma(EwmaChart.UsualLambda, EwmaChart.UsualWidth, 0, EwmaLimits.Exact), 360, 375);
    }

    [Fact]
    public void The_usual_CUSUM_gives_a_false_signal_in_about_370_points() =>
        Assert.InRange(AverageRunLength.Cusum(CusumChart.UsualAllowance, CusumChart.UsualDecisionInterval, 0), 365, 375);

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(-2)]
    public void An_EWMA_with_the_whole_weight_on_the_newest_reading_runs_as_Shewharts_chart(double shift)
    {
        var shewhart = AverageRunLength.Shewhart(3, shift);

        Assert.Equal(shewhart, AverageRunLength.Ewma(1, 3, shift), 1e-9 * shewhart);
        Assert.Equal(shewhart, AverageRunLength.Ewma(1, 3, shift, EwmaLimits.Exact), 1e-9 * shewhart);
        Assert.Equal(shewhart, AverageRunLength.RunRules([RunRule.N1], shift), 1e-9 * shewhart);
    }

    /// <summary>Lucas &amp; Saccucci 1990, Technometrics 32:1, table 3: designs of run length 500.</summary>
    [Theory]
    [InlineData(0.75, 3.087)]
    [InlineData(0.5, 3.071)]
    [InlineData(0.25, 2.998)]
    [InlineData(0.1, 2.814)]
    [InlineData(0.05, 2.615)]
    [InlineData(0.03, 2.437)]
    public void EWMA_designs_of_the_literature_run_500_points(double lambda, double width) =>
        Assert.Equal(500, AverageRunLength.Ewma(lambda, width, 0), 1.0);

    /// <summary>Hawkins 1993, Journal of Quality Technology 25:248: two-sided designs, h rounded to two decimals.</summary>
    [Theory]
    [InlineData(0.25, 8.01)]
    [InlineData(0.5, 4.77)]
    [InlineData(0.75, 3.34)]
    [InlineData(1.0, 2.52)]
    [InlineData(1.5, 1.61)]
    public void CUSUM_designs_of_the_literature_run_370_points(double k, double h) =>
        Assert.Equal(370, AverageRunLength.Cusum(k, h, 0), 7.0);

    /// <summary>Champ &amp; Woodall 1987, table 1.</summary>
    [Theory]
    [InlineData(166.05, RunRule.W1, RunRule.W3)]
    [InlineData(122.05, RunRule.W1, RunRule.W2, RunRule.W4)]
    [InlineData(105.78, RunRule.W1, RunRule.W3, RunRule.W4)]
    public void Run_rules_have_the_published_run_lengths(double published, params RunRule[] rules) =>
        Assert.Equal(published, AverageRunLength.RunRules(rules, 0), 0.006);

    [Fact]
    public void Zone_rules_of_Nelson_and_Western_Electric_run_alike() =>
        Assert.Equal(
            AverageRunLength.RunRules([RunRule.W1, RunRule.W2, RunRule.W3], 0.7),
            AverageRunLength.RunRules([RunRule.N6, RunRule.N5, RunRule.N1, RunRule.W1], 0.7), 1e-10);

    [Fact]
    public void Far_longer_runs_lose_no_digits()
    {
        var tail = StandardNormal.UpperTail(8);

        Assert.Equal(1, AverageRunLength.Ewma(1, 8, 0) * 2 * tail, 1e-9);
        Assert.Equal(1, AverageRunLength.CusumOneSided(40, 1, 32 + 1) * StandardNormal.UpperTail(8), 1e-6);
    }

    [Fact]
    public void A_larger_shift_is_found_sooner()
    {
        double[] shifts = [0, 0.25, 0.5, 1, 2, 4];
        foreach (var length in new Func<double, double>[]
        {
            s => AverageRunLength.Shewhart(3, s),
            s => AverageRunLength.Ewma(0.2, 2.86, s),
            s => AverageRunLength.Cusum(0.5, 4.77, s),
            s => AverageRunLength.RunRules(RunRules.WesternElectric, s),
        })
            Assert.True(shifts.Zip(shifts.Skip(1)).All(pair => length(pair.First) > length(pair.Second)));
    }

    [Fact]
    public void A_shift_down_runs_as_one_up()
    {
        Assert.Equal(AverageRunLength.Ewma(0.1, 2.7, 0.8), AverageRunLength.Ewma(0.1, 2.7, -0.8), 1e-10);
        Assert.Equal(AverageRunLength.Cusum(0.5, 5, 0.8), AverageRunLength.Cusum(0.5, 5, -0.8), 1e-10);
        Assert.Equal(
            AverageRunLength.RunRules([RunRule.N1, RunRule.N2, RunRule.N8], 0.8),
            AverageRunLength.RunRules([RunRule.N1, RunRule.N2, RunRule.N8], -0.8), 1e-9);
    }

    /// <summary>The chain of zones and the finder of patterns are two programs: a seeded simulation holds them together.</summary>
    [Fact]
    public void The_chain_of_all_zone_rules_agrees_with_the_rules_themselves()
    {
        RunRule[] rules = [RunRule.N1, RunRule.N2, RunRule.N5, RunRule.N6, RunRule.N7, RunRule.N8];

        AssertSimulated(AverageRunLength.RunRules(rules, 0.6), 0.6, z => RunRules.AtLast(z, rules).Count > 0);
    }

    [Fact]
    public void The_EWMA_with_widening_limits_agrees_with_the_chart() => AssertSimulated(
        AverageRunLength.Ewma(0.2, 2, 0.5, EwmaLimits.Exact), 0.5, z => EwmaChart.Of(z, 0, 1, 0.2, 2).Points[^1].Signal);

    [Fact]
    public void The_two_sided_CUSUM_agrees_with_the_chart() => AssertSimulated(
        AverageRunLength.Cusum(0.5, 3, 0.5), 0.5, z => CusumChart.Of(z, 0, 1, 0.5, 3).Points[^1].Signal);

    [Fact]
    public void Trends_and_alternations_have_no_chain()
    {
        Assert.Throws<ArgumentException>(() => AverageRunLength.RunRules([RunRule.N1, RunRule.N3], 0));
        Assert.Throws<ArgumentException>(() => AverageRunLength.RunRules([RunRule.N4], 0));
        Assert.Throws<ArgumentException>(() => AverageRunLength.RunRules([], 0));
    }

    [Fact]
    public void Designs_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AverageRunLength.Shewhart(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AverageRunLength.Ewma(0, 3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AverageRunLength.Ewma(0.2, 3, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => AverageRunLength.Cusum(-1, 3, 0));
    }

    /// <summary>3,000 seeded runs; their mean within four standard errors.</summary>
    private static void AssertSimulated(double expected, double shift, Predicate<double[]> signals)
    {
        var random = new Random(Seed);
        var lengths = new double[3000];
        for (var run = 0; run < lengths.Length; run++)
        {
            var z = new List<double>();
            do
            {
                z.Add(shift + StandardNormal.Quantile(random.NextDouble()));
            }
            while (!signals([.. z]));
            lengths[run] = z.Count;
        }
        var mean = lengths.Average();
        var error = Math.Sqrt(lengths.Sum(l => (l - mean) * (l - mean))) / lengths.Length;
        Assert.InRange(mean, expected - 4 * error, expected + 4 * error);
    }
}
