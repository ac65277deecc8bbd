namespace LabQc.Charts;

/// <summary>How a chart is to be drawn; what it shows does not depend on it.</summary>
public sealed record ChartLook
{
    /// <summary>Light, with title and conclusion, ids that begin with "chart".</summary>
    public static ChartLook Standard { get; } = new();

    public ChartTheme Theme { get; init; } = ChartTheme.Light;

    /// <summary>Without title and conclusion, for a page that has both in its caption.</summary>
    public bool Bare { get; init; }

    /// <summary>
    /// Beginning of every id inside the SVG. Two charts in one page need different ones, or the clip of one cuts the other.
    /// An ASCII letter, then letters, digits, hyphens.
    /// </summary>
    public string Id { get; init; } = "chart";

    /// <exception cref="ArgumentException">The id would not be one in SVG.</exception>
    internal void Check()
    {
        if (Id.Length == 0 || !char.IsAsciiLetter(Id[0]) || !Id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new ArgumentException($"A chart's id begins with a letter and holds letters, digits and hyphens; got '{Id}'.");
    }
}
