using System.Globalization;
using System.Text.RegularExpressions;

namespace LabQc.Instruments;

/// <summary>
/// Reads dilutions out of names such as <c>GD14_pexo_1000_</c>, <c>EV_F8-1000R</c>, <c>lot7 1:500</c>, <c>dil2e4</c>. What a name
/// says is a proposal: laboratories also put diameters, wavelengths, dates and hours into names.
/// </summary>
public static partial class DilutionNames
{
    private static readonly int[] Wavelengths = [405, 488, 520, 532, 638, 640, 642, 660];

    /// <summary>The dilution that the names agree on; null where none of them says one, or where they say different ones.</summary>
    public static DilutionProposal? Propose(IEnumerable<string?> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        DilutionProposal? proposed = null;
        foreach (var name in names.Where(n => !string.IsNullOrWhiteSpace(n)).Distinct(StringComparer.Ordinal).Select(n => Core(n!)).Distinct(StringComparer.Ordinal))
        {
            if (OfCore(name) is not { } next)
                continue;
            if (proposed is not null && proposed.Factor != next.Factor)
                return null;
            proposed ??= next;
        }
        return proposed;
    }

    /// <summary>The dilution that one name says; null where it says none, or several.</summary>
    public static DilutionProposal? Propose(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return OfCore(Core(name));
    }

    private static DilutionProposal? OfCore(string core)
    {
        var stripped = Times().Replace(core, " ");
        var factors = Marked().Matches(stripped).Select(MarkedFactor).Where(f => f > 1).Distinct().ToList();
        if (factors.Count == 0)
            factors = [.. Bare().Matches(stripped).Select(m => Number(m.Groups["n"].Value)).Where(LooksLikeADilution).Distinct()];
        return factors.Count == 1 ? new DilutionProposal(factors[0], core) : null;
    }

    /// <summary>The name without folder, ending, and what instruments add to it.</summary>
    private static string Core(string name)
    {
        var file = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return Added().Replace(Ending().Replace(file, ""), "").Trim(' ', '_', '-', '.');
    }

    private static double MarkedFactor(Match marked) =>
        Number(marked.Groups["n"].Value) * (marked.Groups["k"].Success ? 1000 : 1);

    private static double Number(string digits) =>
        double.TryParse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A bare number is taken for a dilution from 50 on, if it has at most two figures that are not zero, and is no wavelength.</summary>
    private static bool LooksLikeADilution(double number)
    {
        if (number is < 50 or > 1e7 || Wavelengths.Contains((int)number))
            return false;
        while (number % 10 == 0)
            number /= 10;
        return number < 100;
    }

    [GeneratedRegex(@"\.(csv|txt|tsv|nano|avi|xls|xlsx|zmes|fcs|pdf)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex(@"[\s_-]*ExperimentSummary$|_(size|prof)_\d{3}(F\d{3})?(_\d+pos)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Added();

    /// <summary>Dates and times of day.</summary>
    [GeneratedRegex(@"(?<!\d)(\d{4}-\d{2}-\d{2}|\d{2}[-.]\d{2}[-.]\d{2,4}|\d{8}|\d{6})(?!\d)")]
    private static partial Regex Times();

    /// <summary>1:N, 1/N, 1to N, dilN, N-fold, xN, Nx, NeM.</summary>
    [GeneratedRegex(
        @"(?<![\d.])1\s?(:|/|to\s?|in\s?)(?<n>\d{1,3}(,\d{3})+|\d+)(?<k>k)?(?![\d.])|dil(ution|uted)?[\s_.-]?(1[:/])?(?<n>\d+(e\d+)?)(?<k>k)?(?![a-z\d])|(?<![a-z\d.])x(?<n>\d{2,})(?<k>k)?(?![a-z\d])|(?<![a-z\d.])(?<n>\d{2,})(?<k>k)?(x|-?fold)(?![a-z\d])|(?<![a-z\d.])(?<n>\d[eE][1-7])(?![a-z\d])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Marked();

    /// <summary>A number of its own, perhaps with the R of a repeat, but without a unit.</summary>
    [GeneratedRegex(@"(?<![a-zA-Z\d.,])(?<n>[1-9]\d{1,7})(R\d?)?(?![a-zA-Z\d.,])(?!\s?(nm|µm|um|h|min|s|g|kDa|ul|ml|rpm)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();
}
