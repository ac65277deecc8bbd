using CsCheck;
using LabQc.Evaluation;
using LabQc.Evaluation.Rules;

namespace LabQc.Tests.Evaluation;

public sealed class GuardedAcceptanceTest
{
    // Three replicates a - d, a, a + d have s/√n = d/√3; u_method 0 leaves Student's t with 2 degrees of freedom, whose
    // distribution is F(t) = 1/2 + t/(2 √(2 + t²)).
    private static double StudentTwo(double t) => 0.5 + t / (2 * Math.Sqrt(2 + t * t));

    [Fact]
    public void The_probability_between_two_limits_is_that_of_Students_t()
    {
        var answer = TestLot.Judge(Three(100, 6), TestLot.Guarded("size.d50", "90", "120"));
        var u = 6 / Math.Sqrt(3);

        Assert.Equal(StudentTwo(20 / u) - StudentTwo(-10 / u), answer.ConformanceProbability!.Value, 12);
        Assert.Equal(2, answer.Uncertainty.DegreesOfFreedom, 12);
        Assert.Equal(CriterionVerdict.Inconclusive, answer.Verdict);
    }

    [Theory]
    [InlineData(100, CriterionVerdict.Conforms)]
    [InlineData(93, CriterionVerdict.Inconclusive)]
    [InlineData(90, CriterionVerdict.Inconclusive)]
    [InlineData(87, CriterionVerdict.Inconclusive)]
    [InlineData(80, CriterionVerdict.DoesNotConform)]
    public void A_value_conforms_when_it_is_probable_enough_and_does_not_when_the_opposite_is(double d50, CriterionVerdict verdict) =>
        Assert.Equal(verdict, TestLot.Judge(Three(d50, 3), TestLot.Guarded("size.d50", lower: "90")).Verdict);

    [Fact]
    public void A_single_limit_leaves_the_other_side_open()
    {
        var u = 3 / Math.Sqrt(3);

        var lower = TestLot.Judge(Three(95, 3), TestLot.Guarded("size.d50", lower: "90")).ConformanceProbability!.Value;
        var upper = TestLot.Judge(Three(95, 3), TestLot.Guarded("size.d50", upper: "90")).ConformanceProbability!.Value;

        Assert.Equal(StudentTwo(5 / u), lower, 12);
        Assert.Equal(1, lower + upper, 12);
    }

    [Fact]
    public void On_the_limit_itself_the_probability_is_one_half() =>
        Assert.Equal(0.5, TestLot.Judge(Three(90, 3), TestLot.Guarded("size.d50", lower: "90")).ConformanceProbability!.Value, 12);

    [Fact]
    public void The_unrounded_value_is_judged()
    {
        // 89.95 rounds to the limit of 90, and 1e-4 of scatter makes its lying below all but certain.
        var evidence = TestLot.Of(TestLot.Replicate(89.95), TestLot.Replicate(89.95001), TestLot.Replicate(89.94999));

        Assert.Equal(CriterionVerdict.DoesNotConform, TestLot.Judge(evidence, TestLot.Guarded("size.d50", lower: "90")).Verdict);
        Assert.Equal(CriterionVerdict.Conforms, TestLot.Judge(evidence, TestLot.Criterion("size.d50", lower: "90")).Verdict);
    }

    [Fact]
    public void A_fraction_from_one_replicate_is_judged_on_its_tracks_with_the_normal_distribution()
    {
        // u² = 100² 0.8 0.2/400 + 3² = 4 + 9; the limit lies 1.6448536… u below the value: p = 0.95.
        var limit = (80 - 1.6448536269514722 * Math.Sqrt(13)).ToString("F6", System.Globalization.CultureInfo.InvariantCulture);
        var answer = TestLot.Judge(TestLot.Of(TestLot.Replicate(percent: 80, tracks: 400)), TestLot.Guarded("size.percent_in_range", limit));

        Assert.Equal(0.95, answer.ConformanceProbability!.Value, 6);
        Assert.Equal(RunUncertaintySource.Binomial, answer.Uncertainty.Run!.Source);
        Assert.Equal(2, answer.Uncertainty.Run.Value, 12);
        Assert.Equal(3, answer.Uncertainty.Method);
        Assert.Equal(double.PositiveInfinity, answer.Uncertainty.DegreesOfFreedom);
    }

    [Fact]
    public void Without_a_known_scatter_the_criterion_is_inconclusive()
    {
        var answer = TestLot.Judge(TestLot.Of(TestLot.Replicate(95)), TestLot.Guarded("size.d50", "30", "150"));

        Assert.Equal(CriterionVerdict.Inconclusive, answer.Verdict);
        Assert.Contains("u_run, which is unknown", answer.Reason, StringComparison.Ordinal);
        Assert.Null(answer.ConformanceProbability);
        Assert.Null(answer.Interval);
    }

    [Fact]
    public void A_method_version_that_states_no_uncertainty_leaves_it_inconclusive()
    {
        var answer = TestLot.Judge(Three(95, 1), TestLot.Guarded("size.mean", "30", "150"));

        Assert.Equal(CriterionVerdict.Inconclusive, answer.Verdict);
        Assert.Contains("states none for size.mean", answer.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(90, CriterionVerdict.Conforms)]
    [InlineData(89.5, CriterionVerdict.Conforms)]
    [InlineData(89.4, CriterionVerdict.DoesNotConform)]
    public void Without_any_uncertainty_it_is_simple_acceptance(double d50, CriterionVerdict verdict) =>
        Assert.Equal(verdict, TestLot.Judge(Three(d50, 0), TestLot.Guarded("size.d50", lower: "90")).Verdict);

    [Fact]
    public void A_level_nearer_to_one_half_decides_more()
    {
        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(Three(93, 3), TestLot.Guarded("size.d50", lower: "90")).Verdict);
        Assert.Equal(CriterionVerdict.Conforms, TestLot.Judge(Three(93, 3), TestLot.Guarded("size.d50", lower: "90", level: "0.88")).Verdict);
    }

    [Fact]
    public void The_reason_tells_the_probability_and_what_was_demanded()
    {
        var reason = TestLot.Judge(TestLot.Of(TestLot.Replicate(percent: 80, tracks: 400)), TestLot.Guarded("size.percent_in_range", "70.0")).Reason;

        Assert.Equal("conforms: 80.0 %, required at least 70.0 % with probability 0.95; it is 0.997", reason);
    }

    [Fact]
    public void A_higher_value_is_never_less_probable_to_reach_a_lower_limit() =>
        Gen.Select(Gen.Double[20, 200], Gen.Double[0, 50], Gen.Double[0.01, 20]).Sample((d50, more, scatter) =>
        {
            var low = TestLot.Judge(Three(d50, scatter), TestLot.Guarded("size.d50", lower: "90"));
            var high = TestLot.Judge(Three(d50 + more, scatter), TestLot.Guarded("size.d50", lower: "90"));
            return high.ConformanceProbability >= low.ConformanceProbability - 1e-12
                && !(low.Verdict == CriterionVerdict.Conforms && high.Verdict == CriterionVerdict.DoesNotConform);
        });

    [Fact]
    public void Nothing_conforms_below_its_level_and_nothing_fails_above_the_opposite_one() =>
        Gen.Select(Gen.Double[20, 200], Gen.Double[0.001, 40], Gen.Int[501, 999].Select(n => $"0.{n}")).Sample((d50, scatter, level) =>
        {
            var answer = TestLot.Judge(Three(d50, scatter), TestLot.Guarded("size.d50", "60", "120", level));
            var p = answer.ConformanceProbability!.Value;
            var limit = double.Parse(level, System.Globalization.CultureInfo.InvariantCulture);
            return answer.Verdict switch
            {
                CriterionVerdict.Conforms => p >= limit,
                CriterionVerdict.DoesNotConform => p <= 1 - limit + 1e-15,
                _ => p < limit && p > 1 - limit - 1e-15,
            };
        });

    [Fact]
    public void A_rule_that_breaks_is_never_a_pass()
    {
        var broken = CriterionRules.Guarded("any", _ => throw new InvalidOperationException("boom"), null!);

        Assert.Equal(CriterionVerdict.Inconclusive, broken!.Verdict);
        Assert.Contains("boom", broken.Reason, StringComparison.Ordinal);
        Assert.Equal(CriterionVerdict.Inconclusive, CriterionRules.Decide([broken, new RuleAnswer("other", CriterionVerdict.Conforms, "")]).Verdict);
        Assert.Equal(CriterionVerdict.Inconclusive, CriterionRules.Decide([]).Verdict);
    }

    private static LotEvidence Three(double middle, double step) =>
        TestLot.Of(TestLot.Replicate(middle - step), TestLot.Replicate(middle), TestLot.Replicate(middle + step));
}
