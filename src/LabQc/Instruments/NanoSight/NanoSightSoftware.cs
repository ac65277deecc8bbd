using System.Text.RegularExpressions;

namespace LabQc.Instruments;

/// <summary>What is known of the programs that write experiment summaries.</summary>
internal static partial class NanoSightSoftware
{
    /// <summary>
    /// By how many nm the program's D10, D50 and D90 lie beside the interpolation between bin edges: measured on real files of
    /// these two builds, and unknown for all others.
    /// </summary>
    public static double? KnownOffset(string createdWith) => createdWith switch
    {
        "NTA 3.4 Build 3.4.003" => 0.0,
        "NTA 3.2 Dev Build 3.2.16" => -1.0,
        _ => null,
    };

    /// <summary>Program and major version, such as <c>NTA 3.4</c>; null if the text is of another form.</summary>
    public static string? Major(string createdWith) =>
        MajorVersion().Match(createdWith) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"^NTA \d+\.\d+")]
    private static partial Regex MajorVersion();
}
