using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class ProficiencyScoreTest
{
    [Theory]
    [InlineData(104, ProficiencyClass.Satisfactory)]
    [InlineData(105, ProficiencyClass.Questionable)]
    [InlineData(106, ProficiencyClass.Unsatisfactory)]
    [InlineData(94, ProficiencyClass.Unsatisfactory)]
    public void Two_is_satisfactory_and_three_is_not(double result, ProficiencyClass expected) =>
        Assert.Equal(expected, ProficiencyScore.Of(result, 0, new AssignedValue(100, 0, 2)).ZClass);

    [Fact]
    public void Without_any_uncertainty_there_is_no_zeta_and_no_En()
    {
        var score = ProficiencyScore.Of(1, 0, new AssignedValue(0, 0, 1));

        Assert.Null(score.Zeta);
        Assert.Null(score.En);
        Assert.Null(score.EnClass);
        Assert.Null(score.BiasPercent);
        Assert.Equal(score.Z, score.ZPrime);
    }

    [Fact]
    public void En_expands_both_uncertainties_by_the_coverage_factor()
    {
        var score = ProficiencyScore.Of(13, 3, new AssignedValue(10, 4, 1, coverageFactor: 3));

        Assert.Equal(3 / 15.0, score.En!.Value, 1e-15);
        Assert.Equal(3 / 5.0, score.Zeta!.Value, 1e-15);
        Assert.Equal(30, score.BiasPercent!.Value, 1e-12);
    }

    [Fact]
    public void A_negative_uncertainty_or_no_allowed_spread_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AssignedValue(1, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AssignedValue(1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProficiencyScore.Of(double.NaN, 0, new AssignedValue(1, 0, 1)));
    }
}
