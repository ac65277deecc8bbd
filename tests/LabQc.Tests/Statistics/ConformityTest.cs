using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class ConformityTest
{
    [Fact]
    public void The_three_probabilities_add_up_to_one() =>
        Gen.Select(Gen.Double[0, 200], Gen.Double[0, 30], Gen.Double[0, 90], Gen.Double[100, 200]).Sample((y, u, low, high) =>
        {
            var assessment = ConformityAssessment.Of(y, u, new(low, high), 1);
            Assert.Equal(1, assessment.ConformanceProbability + assessment.ProbabilityBelow + assessment.ProbabilityAbove, 1e-12);
        });

    [Fact]
    public void Without_uncertainty_there_is_no_doubt()
    {
        var assessment = ConformityAssessment.Of(150, 0, new(30, 150), 1);

        Assert.Equal((1.0, 0.0, 0.0), (assessment.ConformanceProbability, assessment.ProbabilityBelow, assessment.ProbabilityAbove));
        Assert.Equal(ConformityDecision.Pass, assessment.Decision);
        Assert.Equal(ConformityDecision.Fail, ConformityAssessment.Of(150.1, 0, new(30, 150), 1).Decision);
    }

    [Fact]
    public void A_value_outside_by_less_than_the_guard_band_fails_on_condition()
    {
        Assert.Equal(ConformityDecision.ConditionalFail, ConformityAssessment.Of(157.9, 4, new(null, 150), 1).Decision);
        Assert.Equal(ConformityDecision.Fail, ConformityAssessment.Of(158, 4, new(null, 150), 1).Decision);
        Assert.Equal(ConformityDecision.ConditionalPass, ConformityAssessment.Of(142.5, 4, new(null, 150), 1).Decision);
    }

    [Fact]
    public void The_posterior_lies_between_and_is_surer_than_either() =>
        Gen.Select(Gen.Double[0, 100], Gen.Double[0.1, 20], Gen.Double[0, 100], Gen.Double[0.1, 20]).Sample((y0, u0, ym, um) =>
        {
            var posterior = new NormalBelief(y0, u0).After(ym, um);
            Assert.InRange(posterior.Estimate, Math.Min(y0, ym) - 1e-9, Math.Max(y0, ym) + 1e-9);
            Assert.True(posterior.Uncertainty < Math.Min(u0, um));
        });

    /// <summary>Expected values: the defining integrals in 25-digit arithmetic.</summary>
    [Theory]
    [InlineData(100, 20, 0.01, 30.0, 150.0, 0.5, 7.66102035082e-07, 9.97832090577e-06)]
    [InlineData(160, 20, 5, 30.0, 150.0, 1, 0.0007748551959997856, 0.1433246632678254)]
    [InlineData(100, 5, 1, 90.0, 110.0, -1, 0.02710804765407741, 0.00021071365885477972)]
    [InlineData(100, 10, 3, 90.0, null, 4, 5.284483255854e-18, 0.7513775064825821)]
    [InlineData(100, 20, 200, 30.0, 150.0, 0.05, 0.0009668034566745753, 0.8369739806157466)]
    public void Global_risks_hold_for_fine_and_coarse_measurements(
        double y0, double u0, double um, double? lower, double? upper, double r, double consumer, double producer)
    {
        var risk = GlobalRisk.Of(new(y0, u0), um, new(lower, upper), r);

        Assert.Equal(1, risk.ConsumerRisk / consumer, 1e-10);
        Assert.Equal(1, risk.ProducerRisk / producer, 1e-10);
    }

    [Fact]
    public void Guard_bands_that_leave_nothing_accept_nothing()
    {
        var risk = GlobalRisk.Of(new(100, 5), 20, new(90, 110), 1);

        Assert.Equal(0, risk.ConsumerRisk);
        Assert.Equal(risk.InTolerance, risk.ProducerRisk, 1e-12);
    }

    [Fact]
    public void What_is_no_measurement_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ConformityAssessment.Of(double.NaN, 1, new(1, 2), 1));
        Assert.Throws<ArgumentException>(() => ConformityAssessment.Of(1, -1, new(1, 2), 1));
        Assert.Throws<ArgumentException>(() => ConformityAssessment.Of(1, 1, new(2, 1), 1));
        Assert.Throws<ArgumentException>(() => GlobalRisk.Of(new(1, 0), 1, new(1, 2), 1));
    }
}
