using System.Globalization;
using CsCheck;
using LabQc.Units;

namespace LabQc.Tests.Units;

public sealed class RoundingTest
{
    [Theory]
    [InlineData(0.5, 0, "1")]
    [InlineData(1.5, 0, "2")]
    [InlineData(2.5, 0, "3")]
    [InlineData(-0.5, 0, "-1")]
    [InlineData(-2.5, 0, "-3")]
    [InlineData(1.005, 2, "1.01")]
    [InlineData(2.675, 2, "2.68")]
    [InlineData(69.95, 1, "70.0")]
    [InlineData(69.949999999999, 1, "69.9")]
    [InlineData(0.1 + 0.2, 1, "0.3")]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(1.79e10, 0, "17900000000")]
    [InlineData(4.9999999999999999e-11, 10, "0.0000000001")]
    [InlineData(4.99999999999999e-11, 10, "0.0000000000")]
    public void A_half_goes_away_from_zero_on_the_shortest_text_of_the_double(double value, int decimals, string rounded) =>
        Assert.Equal(rounded, NumberText.Fixed(value, decimals));

    [Fact]
    public void An_entered_number_is_rounded_on_its_text()
    {
        Assert.Equal(1.01m, Rounding.HalfAwayFromZero(EnteredNumber.Parse("1.005").Value, 2));
        Assert.Equal(0m, Rounding.HalfAwayFromZero(EnteredNumber.Parse("0.4999999999999999999999999999").Value, 0));
    }

    [Theory]
    [InlineData(1e28)]
    [InlineData(1.7976931348623157e308)]
    public void A_number_beyond_every_entered_one_compares_as_such(double value)
    {
        Assert.True(Rounding.Exact(value) > EnteredNumber.Parse("9999999999999999999999999999").Value);
        Assert.True(Rounding.Exact(-value) < EnteredNumber.Parse("-9999999999999999999999999999").Value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_finite_is_not_rounded(double value) =>
        Assert.Throws<ArgumentException>(() => Rounding.HalfAwayFromZero(value, 1));

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Decimals_run_from_0_to_10(int decimals) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.HalfAwayFromZero(1m, decimals));

    [Fact]
    public void Rounding_moves_a_number_by_half_a_unit_at_most_and_once_is_enough() =>
        Gen.Select(Gen.Double[-1e9, 1e9], Gen.Int[0, 6]).Sample((value, decimals) =>
        {
            var rounded = Rounding.HalfAwayFromZero(value, decimals);
            var half = 0.5m / decimal.Parse("1" + new string('0', decimals), CultureInfo.InvariantCulture);
            return Math.Abs(rounded - Rounding.Exact(value)) <= half && Rounding.HalfAwayFromZero(rounded, decimals) == rounded;
        });
}
