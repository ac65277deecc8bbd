using System.Globalization;
using System.Text;
using CsCheck;
using LabQc.Instruments;

namespace LabQc.Tests.Instruments;

public sealed class InstrumentNumberTest
{
    private static readonly Gen<char> Digit = Gen.Char['0', '9'];

    /// <summary>As instruments write them: up to twenty digits before and behind the mark, signs, exponents of two forms.</summary>
    private static readonly Gen<string> Written = Gen.Select(
        Words("", "", "", "-", "+"),
        Digit.Array[1, 20],
        Digit.Array[0, 20],
        Gen.OneOf(Gen.Const(""), Gen.Int[-30, 30].Select(e => string.Create(CultureInfo.InvariantCulture, $"e{e:+000;-000}"))),
        (sign, whole, places, exponent) => sign + new string(whole) + (places.Length == 0 ? "" : "." + new string(places)) + exponent);

    private static Gen<string> Words(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    [Fact]
    public void A_number_is_read_to_the_last_bit_wherever_it_stands() =>
        Gen.Select(Written, Words("", ",", ",0,0,0,0,0,0,0,0,0,0,0,0,0,0\n", "\n", "\r\n1,2,3,4,5,6,7,8,9,10,11,12\r\n"), Words("", "12,", "nm;"))
            .Sample((number, behind, before) =>
            {
                var end = InstrumentNumber.Read(Encoding.ASCII.GetBytes(before + number + behind), before.Length, (byte)',', (byte)'.', out var read);
                Assert.Equal(before.Length + number.Length, end);
                Assert.Equal(double.Parse(number, CultureInfo.InvariantCulture), read);
            });

    [Theory]
    [InlineData("12a4")]
    [InlineData("12345678x")]
    [InlineData("1234567812345678x")]
    [InlineData("1.2.3")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("NaN")]
    [InlineData("/5")]
    [InlineData(":5")]
    [InlineData("1\u00e95")]
    [InlineData("")]
    public void What_is_no_number_is_none_near_the_end_of_a_text_and_far_from_it(string cell)
    {
        foreach (var behind in new[] { "", "\n", ",0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0\n" })
            Assert.Equal(-1, InstrumentNumber.Read(Encoding.Latin1.GetBytes(cell + behind), 0, (byte)',', (byte)'.', out _));
    }

    [Fact]
    public void A_decimal_comma_is_one_where_the_delimiter_is_another()
    {
        Assert.Equal(6, InstrumentNumber.Read("2500,5;1;2;3;4;5;6;7;8;9;10;11;12;13"u8, 0, (byte)';', (byte)',', out var number));
        Assert.Equal(2500.5, number);
        Assert.Equal(-1, InstrumentNumber.Read("2500.5;1;2;3;4;5;6;7;8;9;10;11;12;13"u8, 0, (byte)';', (byte)',', out _));
    }
}
