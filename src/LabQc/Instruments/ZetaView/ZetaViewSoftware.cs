using System.Text.RegularExpressions;

namespace LabQc.Instruments;

/// <summary>What is known of ZetaView's program.</summary>
internal static partial class ZetaViewSoftware
{
    /// <summary>Versions 8.05 and 8.06 take a class's centre for its upper edge: their percentiles lie half a class of 5 nm low.</summary>
    public const double KnownOffset = -2.5;

    /// <summary>Whether files of this version were seen and its offset holds.</summary>
    public static bool IsKnown(string? software) => Major(software) is "ZetaView 8.05" or "ZetaView 8.06";

    /// <summary>Program and major version, such as <c>ZetaView 8.06</c>; null if the text is of another form.</summary>
    public static string? Major(string? software) =>
        Version().Match(software ?? "") is { Success: true } match ? "ZetaView " + match.Groups[1].Value : null;

    [GeneratedRegex(@"version (\d+\.\d+)")]
    private static partial Regex Version();
}
