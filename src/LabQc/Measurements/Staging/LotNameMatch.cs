using System.Text.RegularExpressions;

namespace LabQc.Measurements;

/// <summary>Which lot a file's names speak of.</summary>
/// <param name="Lot">The lot; null where none or several fit.</param>
/// <param name="Reason">Why, in words for people.</param>
public sealed record LotNameMatch(string? Lot, string Reason)
{
    /// <summary>
    /// The lot whose number stands in a name to the letter; else the one whose letters and digits stand there in their order,
    /// whatever separates them. A lot number that is the beginning of a longer one that fits too is not meant.
    /// </summary>
    /// <param name="names">The file's name, and those of the samples in it.</param>
    /// <param name="lots">The lot numbers that can be meant.</param>
    public static LotNameMatch Of(IReadOnlyList<string> names, IReadOnlyList<string> lots)
    {
        var exact = Longest(lots.Where(lot => names.Any(name => IsIn(name, Regex.Escape(lot), RegexOptions.None))));
        if (exact.Count > 0)
            return Found(exact, "the lot number stands in the name");
        var loose = Longest(lots.Where(lot => MayBeIn(names, lot)).Where(lot => names.Any(name => IsIn(name, Loosely(lot), RegexOptions.IgnoreCase))));
        return loose.Count > 0
            ? Found(loose, "the lot number stands in the name, written otherwise")
            : new LotNameMatch(null, "no lot number stands in the name");
    }

    private static LotNameMatch Found(IReadOnlyList<string> lots, string reason) =>
        lots is [var only] ? new(only, reason) : new(null, $"several lots fit the name: {string.Join(", ", lots)}");

    private static List<string> Longest(IEnumerable<string> lots)
    {
        var found = lots.Distinct(StringComparer.Ordinal).ToList();
        return [.. found.Where(lot => !found.Any(other => other.Length > lot.Length && other.Contains(lot, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>A quick look, for a registry has many lots and few fit.</summary>
    private static bool MayBeIn(IReadOnlyList<string> names, string lot) =>
        Squashed(lot) is { Length: >= 4 } letters && names.Any(name => Squashed(name).Contains(letters, StringComparison.Ordinal));

    private static string Loosely(string lot) =>
        string.Join("[^A-Za-z0-9]*", lot.Where(char.IsAsciiLetterOrDigit));

    /// <summary>Whether a pattern stands in a name, and neither a number nor a word goes on beyond it.</summary>
    private static bool IsIn(string name, string pattern, RegexOptions options) =>
        Regex.Matches(name, pattern, options | RegexOptions.CultureInvariant).Any(found =>
            !GoesOn(name, found.Index - 1, found.Index) && !GoesOn(name, found.Index + found.Length - 1, found.Index + found.Length));

    private static bool GoesOn(string name, int left, int right) =>
        left >= 0 && right < name.Length
        && ((char.IsAsciiDigit(name[left]) && char.IsAsciiDigit(name[right])) || (char.IsAsciiLetter(name[left]) && char.IsAsciiLetter(name[right])));

    private static string Squashed(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
