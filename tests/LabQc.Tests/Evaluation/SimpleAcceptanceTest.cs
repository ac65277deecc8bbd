using LabQc.Evaluation;
using LabQc.Specifications;

namespace LabQc.Tests.Evaluation;

public sealed class SimpleAcceptanceTest
{
    [Theory]
    [InlineData(95, CriterionVerdict.Conforms)]
    [InlineData(30, CriterionVerdict.Conforms)]
    [InlineData(150, CriterionVerdict.Conforms)]
    [InlineData(150.4, CriterionVerdict.Conforms)]
    [InlineData(150.5, CriterionVerdict.DoesNotConform)]
    [InlineData(29.5, CriterionVerdict.Conforms)]
    [InlineData(29.49, CriterionVerdict.DoesNotConform)]
    public void The_value_rounded_to_the_limits_decimals_is_held_against_them(double d50, CriterionVerdict verdict) =>
        Assert.Equal(verdict, TestLot.Judge(TestLot.Of(TestLot.Replicate(d50)), TestLot.Criterion("size.d50", "30", "150")).Verdict);

    [Theory]
    [InlineData("70.0", 69.95, CriterionVerdict.Conforms)]
    [InlineData("70.0", 69.94, CriterionVerdict.DoesNotConform)]
    [InlineData("70", 69.5, CriterionVerdict.Conforms)]
    [InlineData("70.00", 69.95, CriterionVerdict.DoesNotConform)]
    public void The_decimals_are_those_of_the_limit_as_typed(string lower, double percent, CriterionVerdict verdict) =>
        Assert.Equal(
            verdict,
            TestLot.Judge(TestLot.Of(TestLot.Replicate(percent: percent)), TestLot.Criterion("size.percent_in_range", lower)).Verdict);

    [Fact]
    public void Stated_decimals_come_before_those_of_the_limit()
    {
        var criterion = TestLot.Criterion("size.d50", "30", "150") with { StatedDecimals = 1 };

        Assert.Equal(CriterionVerdict.DoesNotConform, TestLot.Judge(TestLot.Of(TestLot.Replicate(150.4)), criterion).Verdict);
    }

    [Theory]
    [InlineData("0.44", CriterionVerdict.Conforms)]
    [InlineData("0.45", CriterionVerdict.DoesNotConform)]
    [InlineData("0.5", CriterionVerdict.DoesNotConform)]
    public void A_value_that_rounds_to_an_exclusive_limit_does_not_conform(string result, CriterionVerdict verdict) =>
        Assert.Equal(verdict, TestLot.Judge(TestLot.Assayed("safety.endotoxin", result), Below("0.5")).Verdict);

    [Theory]
    [InlineData("1.005", CriterionVerdict.DoesNotConform)]
    [InlineData("1.0049999999999999999", CriterionVerdict.Conforms)]
    public void An_entered_result_is_rounded_on_its_text_and_not_on_a_double(string result, CriterionVerdict verdict) =>
        Assert.Equal(verdict, TestLot.Judge(TestLot.Assayed("safety.endotoxin", result), TestLot.Criterion("safety.endotoxin", upper: "1.00")).Verdict);

    [Fact]
    public void A_computed_half_is_rounded_on_its_shortest_text()
    {
        var criterion = TestLot.Criterion("size.span", upper: "1.00");
        var replicate = TestLot.Replicate() with { Metrics = new Dictionary<string, double> { ["size.span"] = 1.005 } };

        Assert.Equal(CriterionVerdict.DoesNotConform, TestLot.Judge(TestLot.Of(replicate), criterion).Verdict);
    }

    [Theory]
    [InlineData(1e8, CriterionVerdict.Conforms)]
    [InlineData(9.9999e7, CriterionVerdict.DoesNotConform)]
    [InlineData(1e40, CriterionVerdict.Conforms)]
    public void Concentrations_are_held_against_limits_in_powers_of_ten(double measured, CriterionVerdict verdict) =>
        Assert.Equal(
            verdict,
            TestLot.Judge(TestLot.Of(TestLot.Replicate(concentration: measured)), TestLot.Criterion("yield.particles_per_ml", "1e10")).Verdict);

    [Fact]
    public void The_reason_tells_value_rounding_and_limits()
    {
        var computed = TestLot.Judge(TestLot.Of(TestLot.Replicate(150.4)), TestLot.Criterion("size.d50", "30", "150"));
        var nearly = TestLot.Judge(TestLot.Of(TestLot.Replicate(150.49999999)), TestLot.Criterion("size.d50", "30", "150"));
        var entered = TestLot.Judge(TestLot.Assayed("safety.endotoxin", "0.45"), Below("0.5"));
        var yield = TestLot.Judge(TestLot.Of(TestLot.Replicate(concentration: 1.79e8)), TestLot.Criterion("yield.particles_per_ml", "1e10"));

        Assert.Equal("conforms: 150 (rounded from 150.4) nm, required 30 to 150 nm", computed.Reason);
        Assert.Equal("conforms: 150 (rounded from 150.499…) nm, required 30 to 150 nm", nearly.Reason);
        Assert.Equal("does not conform: 0.5 (rounded from 0.45) EU/mL, required below 0.5 EU/mL", entered.Reason);
        Assert.Equal("conforms: 1.79 × 10¹⁰ particles/mL, required at least 1e10 particles/mL", yield.Reason);
    }

    private static Criterion Below(string limit)
    {
        var criterion = TestLot.Criterion("safety.endotoxin", upper: limit);
        return criterion with { Limits = criterion.Limits with { Upper = criterion.Limits.Upper! with { Inclusive = false } } };
    }
}
