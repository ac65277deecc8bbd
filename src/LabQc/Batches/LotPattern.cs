using System.Globalization;
using System.Text.RegularExpressions;

namespace LabQc.Batches;

/// <summary>
/// How a product's lot numbers are made, such as <c>MSC-UC-{yy}{MM}{A}</c> or <c>EXO-{yyyy}-{nnnn}</c>.
/// </summary>
/// <remarks>
/// Tokens: <c>{yyyy}</c> <c>{yy}</c> <c>{MM}</c> <c>{dd}</c> of the day of isolation; and one counter, <c>{nnnn}</c> (digits with
/// leading zeros, as many as there are n; it grows a digit beyond them) or <c>{A}</c> (A, B … Z, AA, AB …). The counter begins
/// anew for everything that stands before it, so that a month before it makes it begin anew each month.
/// </remarks>
public sealed partial class LotPattern
{
    private const string Form = "write letters, digits, '-', '_', '.', the date as {yyyy}, {yy}, {MM}, {dd}, and one counter {nnnn} or {A}, as in EXO-{yyyy}-{nnnn}";
    private readonly IReadOnlyList<string> _before;
    private readonly string _counter;
    private readonly string _after;

    private LotPattern(string text, IReadOnlyList<string> before, string counter, string after)
    {
        Text = text;
        _before = before;
        _counter = counter;
        _after = after;
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>Reads a pattern; on failure <paramref name="problem"/> says what is wrong and what to write.</summary>
    public static bool TryParse(string? text, out LotPattern pattern, out string problem)
    {
        pattern = null!;
        var trimmed = (text ?? "").Trim();
        var pieces = Piece().Matches(trimmed).Select(m => m.Value).ToList();
        problem = Problem(trimmed, pieces);
        if (problem.Length > 0)
            return false;
        var counter = pieces.FindIndex(IsCounter);
        pattern = new LotPattern(trimmed, pieces[..counter], pieces[counter], string.Concat(pieces[(counter + 1)..]));
        return true;
    }

    /// <summary>Reads a pattern that is known to be one.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static LotPattern Parse(string text) =>
        TryParse(text, out var pattern, out var problem) ? pattern : throw new FormatException(problem);

    /// <summary>What stands before the counter in the lot numbers of a day.</summary>
    public string Prefix(DateOnly day) => string.Concat(_before.Select(piece => Written(piece, day)));

    /// <summary>The lot number that follows the highest one that stands.</summary>
    /// <param name="day">The day of isolation.</param>
    /// <param name="existing">Lot numbers that stand; those that this pattern does not make on that day are passed over.</param>
    public string Next(DateOnly day, IEnumerable<string> existing)
    {
        var prefix = Prefix(day);
        var highest = existing.Select(lot => CountOf(lot, prefix)).DefaultIfEmpty(0).Max();
        return prefix + Written(highest + 1) + _after;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private bool CountsLetters => _counter == "{A}";

    /// <summary>The count in a lot number; 0 where it is none of this pattern.</summary>
    private long CountOf(string lot, string prefix)
    {
        var fits = lot.Length > prefix.Length + _after.Length
            && lot.StartsWith(prefix, StringComparison.Ordinal)
            && lot.EndsWith(_after, StringComparison.Ordinal);
        if (!fits)
            return 0;
        var count = lot[prefix.Length..^_after.Length];
        if (CountsLetters)
            return count.Length <= 8 && count.All(char.IsAsciiLetterUpper) ? count.Aggregate(0L, (sum, letter) => (sum * 26) + (letter - 'A' + 1)) : 0;
        return count.Length <= 15 && count.All(char.IsAsciiDigit) ? long.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    private string Written(long count)
    {
        if (!CountsLetters)
            return count.ToString(CultureInfo.InvariantCulture).PadLeft(_counter.Length - 2, '0');
        var letters = "";
        for (var rest = count; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    private static string Written(string piece, DateOnly day) => piece switch
    {
        "{yyyy}" => day.ToString("yyyy", CultureInfo.InvariantCulture),
        "{yy}" => day.ToString("yy", CultureInfo.InvariantCulture),
        "{MM}" => day.ToString("MM", CultureInfo.InvariantCulture),
        "{dd}" => day.ToString("dd", CultureInfo.InvariantCulture),
        _ => piece,
    };

    private static string Problem(string text, List<string> pieces)
    {
        if (text.Length == 0)
            return $"there is no pattern; {Form}.";
        if (string.Concat(pieces) != text || pieces.Find(p => p[0] == '{' && !IsCounter(p) && !IsDate(p)) is not null)
            return $"\"{text}\" has something that is no token and cannot stand in a lot number; {Form}.";
        var counters = pieces.Count(IsCounter);
        if (counters != 1)
            return $"\"{text}\" has {(counters == 0 ? "no counter, so it could make one lot number only" : "more than one counter")}; {Form}.";
        return OrderProblem(text, pieces);
    }

    private static string OrderProblem(string text, List<string> pieces)
    {
        var counter = pieces.FindIndex(IsCounter);
        var after = pieces[(counter + 1)..];
        if (after.Any(IsDate))
            return $"\"{text}\" has a date behind the counter; write it before, for the counter begins anew with what stands before it.";
        var runsOn = after.Count > 0 && (pieces[counter] == "{A}" ? char.IsAsciiLetter(after[0][0]) : char.IsAsciiDigit(after[0][0]));
        if (runsOn)
            return $"\"{text}\" goes on behind the counter as the counter itself does; put a '-' between them.";
        if (pieces[0][0] is '-' or '_' or '.')
            return $"\"{text}\" begins with '{pieces[0][0]}'; a lot number begins with a letter or digit.";
        return Longest(pieces) > 64 ? $"\"{text}\" makes lot numbers of more than 64 characters." : "";
    }

    private static int Longest(List<string> pieces) => pieces.Sum(p => p[0] == '{' ? p.Length - 2 : p.Length);

    private static bool IsDate(string piece) => piece is "{yyyy}" or "{yy}" or "{MM}" or "{dd}";

    private static bool IsCounter(string piece) => piece == "{A}" || DigitCounter().IsMatch(piece);

    [GeneratedRegex(@"\{[^{}]*\}|[A-Za-z0-9._-]+")]
    private static partial Regex Piece();

    [GeneratedRegex(@"^\{n{1,9}\}$")]
    private static partial Regex DigitCounter();
}
