using LabQc.Evaluation;
using LabQc.Specifications;

namespace LabQc.Tests.Evaluation;

public sealed class SizeValueTest
{
    private static readonly Criterion D50 = TestLot.Criterion("size.d50", "30", "150");
    private static readonly Criterion Percent = TestLot.Criterion("size.percent_in_range", "70.0");

    [Fact]
    public void The_value_is_the_mean_over_the_included_replicates_of_all_files()
    {
        var measurement = TestLot.Measurement(
            "m1",
            TestLot.Run(100, TestLot.Replicate(90), TestLot.Replicate(94), TestLot.Replicate(500) with { IsIncluded = false }),
            TestLot.Run(1000, TestLot.Replicate(98)));

        var answer = TestLot.Judge(TestLot.With(measurement), D50);

        Assert.Equal(94, answer.Value.Value);
        Assert.Equal(3, answer.Replicates);
        Assert.Equal(3000, answer.Tracks);
        Assert.Equal(4 / Math.Sqrt(3), answer.Uncertainty.Run!.Value, 12);
    }

    [Fact]
    public void The_interval_is_that_of_Students_t()
    {
        // n = 2: t(0.975; 1) = 12.706204736…; s/√n = 1.
        var (lower, upper) = TestLot.Judge(TestLot.Of(TestLot.Replicate(94), TestLot.Replicate(96)), D50).Interval!.Value;

        Assert.Equal(95 - 12.706204736432095, lower, 8);
        Assert.Equal(95 + 12.706204736432095, upper, 8);
    }

    [Fact]
    public void A_known_method_uncertainty_adds_in_quadrature_and_raises_the_degrees_of_freedom()
    {
        // D90: s/√n = 3, u_method = 4: u = 5, ν = (2 - 1)(5/3)⁴.
        var answer = TestLot.Judge(TestLot.Of(TestLot.Replicate(92), TestLot.Replicate(98)), TestLot.Criterion("size.d90", upper: "300"));

        Assert.Equal(5, answer.Uncertainty.Combined!.Value, 12);
        Assert.Equal(625.0 / 81, answer.Uncertainty.DegreesOfFreedom, 10);
    }

    [Fact]
    public void A_fraction_has_the_larger_of_scatter_and_binomial_uncertainty()
    {
        var scattered = TestLot.Judge(TestLot.Of(TestLot.Replicate(percent: 70), TestLot.Replicate(percent: 90)), Percent);
        var counted = TestLot.Judge(TestLot.Of(TestLot.Replicate(percent: 80, tracks: 50), TestLot.Replicate(percent: 80, tracks: 50)), Percent);

        Assert.Equal((10, RunUncertaintySource.StandardError), (Math.Round(scattered.Uncertainty.Run!.Value, 12), scattered.Uncertainty.Run.Source));
        Assert.Equal((4, RunUncertaintySource.Binomial), (Math.Round(counted.Uncertainty.Run!.Value, 12), counted.Uncertainty.Run.Source));
    }

    [Fact]
    public void One_replicate_has_a_binomial_uncertainty_for_a_fraction_and_none_for_all_else()
    {
        var evidence = TestLot.Of(TestLot.Replicate(percent: 80, tracks: 400));

        Assert.Equal(2, TestLot.Judge(evidence, Percent).Uncertainty.Run!.Value, 12);
        Assert.Null(TestLot.Judge(evidence, D50).Uncertainty.Run);
        Assert.Equal(CriterionVerdict.Conforms, TestLot.Judge(evidence, D50).Verdict);
    }

    [Fact]
    public void A_fraction_of_no_tracks_has_an_unknown_uncertainty()
    {
        var evidence = TestLot.Of(TestLot.Replicate(percent: 80, tracks: 0), TestLot.Replicate(percent: 82, tracks: 0));

        Assert.Null(TestLot.Judge(evidence, Percent).Uncertainty.Run);
        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(evidence, TestLot.Guarded("size.percent_in_range", "70.0")).Verdict);
    }

    [Fact]
    public void Where_the_technique_counts_no_tracks_the_scatter_is_what_there_is()
    {
        var evidence = TestLot.Of(TestLot.Replicate(percent: 79, tracks: null), TestLot.Replicate(percent: 81, tracks: null));

        Assert.Equal(1, TestLot.Judge(evidence, Percent).Uncertainty.Run!.Value, 12);
        Assert.Null(TestLot.Judge(evidence, Percent).Tracks);
    }

    [Fact]
    public void A_replicate_without_a_number_makes_the_criterion_inconclusive_and_is_named()
    {
        var answer = TestLot.Judge(TestLot.Of(TestLot.Replicate(95), TestLot.Replicate(double.NaN)), D50);

        Assert.Equal(CriterionVerdict.Inconclusive, answer.Verdict);
        Assert.Contains("no number for m1 r2", answer.Reason, StringComparison.Ordinal);
        Assert.Null(answer.Value.Value);
    }

    [Fact]
    public void A_percentage_of_a_range_that_was_not_computed_is_no_number()
    {
        var wider = Percent with { PercentRange = new LabQc.Units.NanometreRange(50, 400) };

        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(TestLot.Of(TestLot.Replicate()), wider).Verdict);
    }

    [Fact]
    public void Another_weighting_than_by_number_is_said()
    {
        var intensity = TestLot.Measurement("m1", TestLot.Run(100, TestLot.Replicate())) with { Weighting = "intensity" };

        Assert.EndsWith("(intensity-weighted)", TestLot.Judge(TestLot.With(intensity), D50).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Measurements_of_different_weighting_have_no_mean()
    {
        var number = TestLot.Measurement("m1", TestLot.Run(100, TestLot.Replicate()));
        var intensity = TestLot.Measurement("m2", TestLot.Run(100, TestLot.Replicate())) with { Weighting = "intensity" };
        var planned = TestLot.Specification(D50) with { Plan = new MeasurementPlan(2, Combination.Mean) };

        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(TestLot.With(number, intensity), planned).Verdict);
    }
}
