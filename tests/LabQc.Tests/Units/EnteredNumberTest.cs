using LabQc.Units;

namespace LabQc.Tests.Units;

public sealed class EnteredNumberTest
{
    [Theory]
    [InlineData("70.0", 70.0, 1)]
    [InlineData("70", 70, 0)]
    [InlineData("  412 ", 412, 0)]
    [InlineData("-0.25", -0.25, 2)]
    [InlineData("+3", 3, 0)]
    [InlineData(".5", 0.5, 1)]
    [InlineData("5.", 5, 0)]
    [InlineData("1.2e10", 1.2e10, 0)]
    [InlineData("1.79E+10", 1.79e10, 0)]
    [InlineData("1.50e-1", 0.15, 3)]
    [InlineData("\u22125", -5, 0)]
    [InlineData("0", 0, 0)]
    [InlineData("0e99999999999", 0, 0)]
    public void A_number_keeps_its_value_and_the_decimals_that_it_states(string text, double value, int decimals)
    {
        var number = EnteredNumber.Parse(text);

        Assert.Equal((decimal)value, number.Value);
        Assert.Equal(decimals, number.Decimals);
        Assert.Equal(text.Trim(), number.Text);
    }

    [Theory]
    [InlineData("0,5", "comma")]
    [InlineData("1,234.5", "comma")]
    [InlineData("1 234", "thousands separator")]
    [InlineData("1\u202F234", "thousands separator")]
    [InlineData("1'234", "thousands separator")]
    [InlineData("1_000", "thousands separator")]
    [InlineData("1.234.567", "thousands separator")]
    [InlineData("1.79 × 10¹⁰", "powers of ten as 1.79e10")]
    [InlineData("1.79x10^10", "powers of ten as 1.79e10")]
    [InlineData("412 µg/mL", "the number alone")]
    [InlineData("70 %", "the number alone")]
    [InlineData("", "there is no number")]
    [InlineData("   ", "there is no number")]
    [InlineData("NaN", "no number")]
    [InlineData("Infinity", "no number")]
    [InlineData("١٢", "no number")]
    [InlineData("--5", "no number")]
    [InlineData(".", "no number")]
    [InlineData("1e", "the number alone")]
    public void What_is_no_plain_number_is_refused_with_what_to_write(string text, string words)
    {
        Assert.False(EnteredNumber.TryParse(text, out _, out var problem));
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12345678901234567890123456789", false)]
    [InlineData("1234567890123456789012345678", true)]
    [InlineData("0.00000000000000000000000000001", false)]
    [InlineData("0.0000000000000000000000000001", true)]
    [InlineData("1e28", false)]
    [InlineData("9.99e27", true)]
    [InlineData("1e-29", false)]
    [InlineData("1e99999999999", false)]
    [InlineData("1e-99999999999", false)]
    [InlineData("0.0000000000000000000000000000000", false)]
    public void Only_what_a_decimal_holds_exactly_is_taken(string text, bool isTaken) =>
        Assert.Equal(isTaken, EnteredNumber.TryParse(text, out _, out _));

    [Fact]
    public void No_text_at_all_is_no_number() => Assert.False(EnteredNumber.TryParse(null, out _, out _));

    [Fact]
    public void A_text_that_must_be_a_number_and_is_none_is_an_error_that_says_why()
    {
        var error = Assert.Throws<FormatException>(() => EnteredNumber.Parse("0,5"));

        Assert.Contains("comma", error.Message, StringComparison.Ordinal);
    }
}
