using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Tests.Specifications;

public sealed class DecisionRuleTest
{
    [Theory]
    [InlineData("0.5")]
    [InlineData("1")]
    [InlineData("0.4")]
    [InlineData("95")]
    public void A_level_outside_one_half_and_one_is_refused(string level) =>
        Assert.Throws<ArgumentException>(() => DecisionRule.Guarded(EnteredNumber.Parse(level)));

    [Fact]
    public void Guarded_acceptance_has_a_level_and_simple_acceptance_has_none()
    {
        Assert.Equal("0.95", DecisionRule.Guarded(DecisionRule.UsualLevel).Level!.Text);
        Assert.Equal("guarded", DecisionRule.Guarded(EnteredNumber.Parse("0.501")).Word);
        Assert.Null(DecisionRule.Simple.Level);
        Assert.Equal("simple", DecisionRule.Simple.Word);
    }
}
