using LabQc.Consistency;

namespace LabQc.Web.Pages.ReferenceSets;

/// <summary>Further findings that may count, in words.</summary>
internal static class CountedWords
{
    public static string Of(CountedFinding finding) => finding switch
    {
        CountedFinding.Ewma => "the EWMA signals",
        CountedFinding.Cusum => "a CUSUM signals",
        CountedFinding.PredictionInterval => "outside the 95 % prediction interval",
        _ => "Nelson's other rules",
    };

    /// <summary>What counts of a set, in one line.</summary>
    public static string Of(IReadOnlyList<CountedFinding> counted) => counted.Count == 0
        ? "Nelson's rules 1 and 2, the distance of the distribution, T²"
        : $"Nelson's rules 1 and 2, the distance of the distribution, T², and {string.Join(", ", counted.Select(Of))}";
}
