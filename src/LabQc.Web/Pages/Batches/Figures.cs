using LabQc.Methods;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Batches;

/// <summary>Numbers of lots as texts for tables: as <see cref="NumberView"/> prints them, and a dash where there is none.</summary>
internal static class Figures
{
    /// <summary>What stands for a value that there is not.</summary>
    public const string None = "–";

    /// <summary>A value with so many decimals; from a million on as a power of ten.</summary>
    public static string Of(double value, int decimals) => Math.Abs(value) >= 1e6 ? NumberView.Power(value) : NumberView.Fixed(value, decimals);

    /// <summary>A value of an attribute in its unit.</summary>
    public static string Of(LabAttribute attribute, double value) => NumberView.Of(attribute, value);

    /// <summary>The same, or a dash.</summary>
    public static string Known(double? value, int decimals) => value is { } number && double.IsFinite(number) ? Of(number, decimals) : None;

    /// <summary>A concentration, or a dash.</summary>
    public static string Power(double? value) => value is { } number && double.IsFinite(number) ? NumberView.Power(number) : None;

    /// <summary>A difference or a z with its sign, or a dash.</summary>
    public static string Signed(double? value, int decimals) => value is { } number && double.IsFinite(number) ? NumberView.Difference(number, decimals) : None;

    /// <summary>A whole number.</summary>
    public static string Count(double value) => NumberView.Fixed(value, 0);

    /// <summary>The size of a file.</summary>
    public static string Bytes(long size) => size switch
    {
        < 1024 => $"{NumberView.Count(size)}\u00A0bytes",
        < 1024 * 1024 => $"{NumberView.Fixed(size / 1024.0, 0)}\u00A0kB",
        _ => $"{NumberView.Fixed(size / 1048576.0, 1)}\u00A0MB",
    };

    /// <summary>The ends of a hash.</summary>
    public static string Hash(string sha256) => sha256.Length < 16 ? sha256 : $"{sha256[..4]} {sha256[4..8]} … {sha256[^4..]}";
}
