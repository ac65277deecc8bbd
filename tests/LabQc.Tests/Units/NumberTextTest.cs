using LabQc.Units;

namespace LabQc.Tests.Units;

public sealed class NumberTextTest
{
    [Theory]
    [InlineData(1.79e10, "1.79 × 10¹⁰")]
    [InlineData(1.785e10, "1.79 × 10¹⁰")]
    [InlineData(1.7849e10, "1.78 × 10¹⁰")]
    [InlineData(9.995e9, "1.00 × 10¹⁰")]
    [InlineData(9.994e9, "9.99 × 10⁹")]
    [InlineData(1000, "1.00 × 10³")]
    [InlineData(2, "2.00 × 10⁰")]
    [InlineData(0.00123, "1.23 × 10⁻³")]
    [InlineData(1e23, "1.00 × 10²³")]
    [InlineData(5e-324, "5.00 × 10⁻³²⁴")]
    [InlineData(1.2345e-7, "1.23 × 10⁻⁷")]
    [InlineData(-4.5e8, "-4.50 × 10⁸")]
    [InlineData(0, "0")]
    public void Concentrations_have_three_figures_and_a_power_of_ten(double value, string text) =>
        Assert.Equal(text, NumberText.PowersOfTen(value));

    [Theory]
    [InlineData(95.25, 1, "95.3")]
    [InlineData(95, 2, "95.00")]
    [InlineData(1e15, 1, "1.00 × 10¹⁵")]
    public void Other_numbers_have_fixed_decimals(double value, int decimals, string text) =>
        Assert.Equal(text, NumberText.Fixed(value, decimals));

    [Fact]
    public void What_is_not_finite_is_no_number_to_read()
    {
        Assert.Equal("n/a", NumberText.General(double.NaN));
        Assert.Equal("n/a", NumberText.Fixed(double.PositiveInfinity, 1));
        Assert.Equal("n/a", NumberText.PowersOfTen(double.NegativeInfinity));
    }

    [Fact]
    public void The_general_text_reads_back_as_the_same_double() => Assert.Equal("0.30000000000000004", NumberText.General(0.1 + 0.2));
}
