using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class EquivalenceTestTest
{
    [Fact]
    public void Equivalence_is_shown_exactly_when_the_interval_lies_within_the_margin() =>
        Gen.Select(Samples.Of(3, 12), Samples.Of(3, 12), Gen.Double[0.5, 10]).Sample((x, y, margin) =>
        {
            var test = EquivalenceTest.Welch(x, y, margin)!;
            if (Math.Abs(test.P - 0.05) > 1e-9)
                Assert.Equal(test.P < 0.05, test.Interval.LieWithin(-margin, margin));
        });

    [Fact]
    public void A_wider_margin_is_never_harder_to_show() =>
        Gen.Select(Samples.Of(3, 12), Samples.Of(3, 12), Gen.Double[0.5, 10]).Sample((x, y, margin) =>
            Assert.True(EquivalenceTest.Welch(x, y, 2 * margin)!.P <= EquivalenceTest.Welch(x, y, margin)!.P + 1e-12));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_margin_that_is_not_above_zero_is_refused(double margin) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivalenceTest.Welch([1, 2], [1, 3], margin));
}
