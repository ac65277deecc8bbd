using System.Globalization;
using System.Text.RegularExpressions;

namespace LabQc.Batches;

/// <summary>The fractions of a column that were pooled, written as runs: <c>7-10</c>, <c>7-9, 12</c>.</summary>
public static partial class FractionPool
{
    /// <summary>The pool in words; empty for no fraction.</summary>
    public static string Write(IEnumerable<int> fractions)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var fraction in fractions.Distinct().Order())
        {
            if (runs.Count > 0 && runs[^1].Last + 1 == fraction)
                runs[^1] = (runs[^1].First, fraction);
            else
                runs.Add((fraction, fraction));
        }
        return string.Join(", ", runs.Select(r => r.First == r.Last ? Text(r.First) : $"{Text(r.First)}-{Text(r.Last)}"));
    }

    /// <summary>The fractions of a pool; null where the text is another kind of statement, such as a name.</summary>
    public static IReadOnlyList<int>? Read(string text)
    {
        if (!Form().IsMatch(text))
            return null;
        return [.. text.Split(',').SelectMany(Run).Distinct().Order()];
    }

    private static IEnumerable<int> Run(string text)
    {
        var ends = text.Split('-', '–').Select(e => int.Parse(e, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture)).ToList();
        return Enumerable.Range(ends[0], Math.Max(1, ends[^1] - ends[0] + 1));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*[0-9]{1,3}(\s*[-–]\s*[0-9]{1,3})?(\s*,\s*[0-9]{1,3}(\s*[-–]\s*[0-9]{1,3})?)*\s*$")]
    private static partial Regex Form();
}
