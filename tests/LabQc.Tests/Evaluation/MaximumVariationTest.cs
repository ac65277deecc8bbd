using LabQc.Evaluation;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Tests.Evaluation;

public sealed class MaximumVariationTest
{
    private static readonly LotEvidence Scattered = TestLot.Of(TestLot.Replicate(90), TestLot.Replicate(100), TestLot.Replicate(110));

    [Theory]
    [InlineData("10", CriterionVerdict.Conforms)]
    [InlineData("9.99", CriterionVerdict.Inconclusive)]
    public void Replicates_may_scatter_as_much_as_the_criterion_allows(string most, CriterionVerdict verdict) =>
        Assert.Equal(verdict, TestLot.Judge(Scattered, AtMost("size.d50", most)).Verdict);

    [Fact]
    public void One_replicate_shows_no_scatter_and_leaves_the_demand_open() =>
        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(TestLot.Of(TestLot.Replicate()), AtMost("size.d50", "30")).Verdict);

    [Fact]
    public void For_a_yield_it_is_the_scatter_of_the_concentration_within_a_dilution()
    {
        var series = TestLot.With(TestLot.Measurement(
            "m1",
            TestLot.Run(100, TestLot.Replicate(concentration: 1e8), TestLot.Replicate(concentration: 1e8)),
            TestLot.Run(200, TestLot.Replicate(concentration: 4e7), TestLot.Replicate(concentration: 6e7))));

        Assert.Equal(CriterionVerdict.Conforms, TestLot.Judge(series, AtMost("yield.particles", "29")).Verdict);
        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(series, AtMost("yield.particles", "28")).Verdict);
    }

    private static Criterion AtMost(string attribute, string percent) =>
        TestLot.Criterion(attribute, "1") with { MaximumCvPercent = EnteredNumber.Parse(percent) };
}
