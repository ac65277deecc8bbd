using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Tests.Specifications;

public sealed class AcceptanceLimitsTest
{
    [Theory]
    [InlineData(true, true, 30, true)]
    [InlineData(true, true, 150, true)]
    [InlineData(false, true, 30, false)]
    [InlineData(true, false, 150, false)]
    [InlineData(false, false, 100, true)]
    [InlineData(true, true, 29.999, false)]
    [InlineData(true, true, 150.001, false)]
    public void A_value_on_a_limit_is_accepted_if_the_limit_is_inclusive(bool lower, bool upper, double value, bool holds) =>
        Assert.Equal(holds, Between("30", lower, "150", upper).Hold((decimal)value));

    [Fact]
    public void A_missing_limit_accepts_everything_on_its_side()
    {
        Assert.True(new AcceptanceLimits(Limit("30"), null).Hold(1e12m));
        Assert.True(new AcceptanceLimits(null, Limit("30")).Hold(-1e12m));
        Assert.True(AcceptanceLimits.None.AreOpen);
    }

    [Theory]
    [InlineData("30", true, "30", true, false)]
    [InlineData("30", false, "30", true, true)]
    [InlineData("31", true, "30", true, true)]
    public void Limits_without_a_value_between_them_are_empty(string lower, bool lowerIn, string upper, bool upperIn, bool isEmpty) =>
        Assert.Equal(isEmpty, Between(lower, lowerIn, upper, upperIn).AreEmpty);

    [Fact]
    public void Limits_are_told_in_words_with_the_digits_that_they_were_typed_in()
    {
        Assert.Equal("30 to 150", Between("30", true, "150", true).ToString());
        Assert.Equal("at least 70.0", new AcceptanceLimits(Limit("70.0"), null).ToString());
        Assert.Equal("below 0.5", new AcceptanceLimits(null, Limit("0.5", false)).ToString());
        Assert.Equal("above 30 and at most 150", Between("30", false, "150", true).ToString());
    }

    private static AcceptanceLimits Between(string lower, bool lowerIn, string upper, bool upperIn) =>
        new(Limit(lower, lowerIn), Limit(upper, upperIn));

    private static Limit Limit(string text, bool inclusive = true) => new(EnteredNumber.Parse(text), inclusive);
}
