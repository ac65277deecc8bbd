using System.Globalization;
using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Web.Pages.Batches;

/// <summary>Numbers of lots in the words of pages: narrow spaces between thousands, a true minus, powers of ten from a million on.</summary>
internal static class Figures
{
    /// <summary>What stands for a value that there is not.</summary>
    public const string None = "–";

    /// <summary>A value with so many decimals; from a million on as a power of ten.</summary>
    public static string Of(double value, int decimals) =>
        Math.Abs(value) >= 1e6 ? Power(value) : Spaced(NumberText.Fixed(value, decimals));

    /// <summary>A value of an attribute in its unit.</summary>
    public static string Of(LabAttribute attribute, double value) =>
        attribute.Scale == AttributeScale.Log10 ? Power(value) : Of(value, attribute.Decimals);

    /// <summary>Three significant figures and a power of ten, as 1.79×10¹⁰.</summary>
    public static string Power(double value) => NumberText.PowersOfTen(value).Replace(" × ", "×", StringComparison.Ordinal).Replace('-', '−');

    /// <summary>A difference or a z with its sign.</summary>
    public static string Signed(double value, int decimals) =>
        !double.IsFinite(value) ? None : (NumberText.Fixed(value, decimals) is var text && text.StartsWith('-') ? "" : "+") + Spaced(text);

    /// <summary>A probability with three decimals.</summary>
    public static string Probability(double p) =>
        p > 0.9994 ? "> 0.999" : p < 0.0006 ? "< 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Count(double value) => Spaced(NumberText.Fixed(value, 0));

    /// <summary>The size of a file.</summary>
    public static string Bytes(long size) => size < 1024 ? $"{size} bytes" : size < 1024 * 1024 ? $"{Count(size / 1024.0)} kB" : $"{Of(size / 1048576.0, 1)} MB";

    /// <summary>The ends of a hash.</summary>
    public static string Hash(string sha256) => sha256.Length < 16 ? sha256 : $"{sha256[..4]} {sha256[4..8]} … {sha256[^4..]}";

    private static string Spaced(string number)
    {
        var text = number.Replace('-', '−');
        var start = text.StartsWith('−') ? 1 : 0;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        for (var at = (point < 0 ? text.Length : point) - 3; at > start && text.All(c => char.IsAsciiDigit(c) || c is '.' or '−' or '\u202F'); at -= 3)
            text = text.Insert(at, "\u202F");
        return text;
    }
}
