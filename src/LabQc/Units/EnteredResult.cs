namespace LabQc.Units;

/// <summary>
/// A result as it was entered: the text to the letter, what it says about its number (=, &lt;, &gt;, not detected), and the
/// number, the presence or the category that was read from it. Exactly one of <see cref="Number"/>, <see cref="Presence"/> and
/// <see cref="Category"/> is there; none where nothing was detected.
/// </summary>
public sealed record EnteredResult
{
    private EnteredResult(string text) => Text = text;

    /// <summary>The text as entered, without the white space around it.</summary>
    public string Text { get; }

    public Qualifier Qualifier { get; private init; }

    /// <summary>The number of a numeric result; null where nothing was detected.</summary>
    public EnteredNumber? Number { get; private init; }

    public Presence? Presence { get; private init; }

    public string? Category { get; private init; }

    /// <summary>Reads <c>412</c>, <c>&lt;0.05</c>, <c>&gt; 1.2e10</c> or <c>not detected</c>.</summary>
    public static bool TryParseNumeric(string? text, out EnteredResult result, out string problem)
    {
        var trimmed = (text ?? "").Trim();
        result = new EnteredResult(trimmed) { Qualifier = Qualifier.NotDetected };
        problem = QualifierProblem(trimmed);
        if (problem.Length > 0 || IsNotDetected(trimmed))
            return problem.Length == 0;
        var qualifier = trimmed.StartsWith('<') ? Qualifier.LessThan : trimmed.StartsWith('>') ? Qualifier.GreaterThan : Qualifier.Equal;
        var digits = trimmed is ['<' or '>' or '=', ..] ? trimmed[1..] : trimmed;
        if (!EnteredNumber.TryParse(digits, out var number, out problem))
            return false;
        result = new EnteredResult(trimmed) { Qualifier = qualifier, Number = number };
        return true;
    }

    /// <summary>Reads a presence in one of the words of <see cref="PresenceWords"/>.</summary>
    public static bool TryParsePresence(string? text, out EnteredResult result, out string problem)
    {
        var read = PresenceWords.TryParse(text, out var presence, out problem);
        result = new EnteredResult((text ?? "").Trim()) { Presence = presence };
        return read;
    }

    /// <summary>Takes any text that is not empty as the name of a category.</summary>
    public static bool TryParseCategory(string? text, out EnteredResult result, out string problem)
    {
        var trimmed = (text ?? "").Trim();
        result = new EnteredResult(trimmed) { Category = trimmed };
        problem = trimmed.Length == 0 ? "there is no category." : "";
        return problem.Length == 0;
    }

    public override string ToString() => Text;

    private static bool IsNotDetected(string text) =>
        text.Equals("not detected", StringComparison.OrdinalIgnoreCase) || text.Equals("none detected", StringComparison.OrdinalIgnoreCase);

    private static string QualifierProblem(string text)
    {
        if (text.StartsWith("<=", StringComparison.Ordinal) || text.StartsWith(">=", StringComparison.Ordinal)
            || text.StartsWith('≤') || text.StartsWith('≥'))
            return $"\"{text}\": a result lies below (<) or above (>) a number; write \"<\" or \">\" alone.";
        if (text.Replace(".", "", StringComparison.Ordinal).Trim().ToUpperInvariant() is "ND" or "N D")
            return $"\"{text}\" can mean not detected or not determined: write \"not detected\", or enter no result.";
        return "";
    }
}
