using SkiaSharp;

namespace LabQc.Charts.Drawing;

/// <summary>How the violation of a rule is named and which shape it has: square beyond a limit, triangles for runs, pentagon for zones.</summary>
/// <param name="Short">"1", "2-2s".</param>
/// <param name="Name">"rule 1".</param>
/// <param name="Words">"beyond 3σ".</param>
/// <param name="Shape">What it is drawn as.</param>
/// <param name="Severity">Where one lot breaks several rules, the least number is drawn.</param>
internal sealed record RuleSign(string Short, string Name, string Words, MarkShape Shape, int Severity)
{
    private static readonly Dictionary<string, RuleSign> Known = new(StringComparer.Ordinal)
    {
        ["N1"] = Nelson(1, "beyond 3σ", MarkShape.Square),
        ["N2"] = Nelson(2, "nine on one side", MarkShape.TriangleUp),
        ["N3"] = Nelson(3, "six in a row", MarkShape.TriangleDown),
        ["N4"] = Nelson(4, "fourteen alternating", MarkShape.TriangleDown),
        ["N5"] = Nelson(5, "two of three beyond 2σ", MarkShape.Pentagon),
        ["N6"] = Nelson(6, "four of five beyond 1σ", MarkShape.Pentagon),
        ["N7"] = Nelson(7, "fifteen within 1σ", MarkShape.Pentagon),
        ["N8"] = Nelson(8, "eight beyond 1σ", MarkShape.Pentagon),
        ["W1"] = Western(1, "beyond 3σ", MarkShape.Square),
        ["W2"] = Western(2, "two of three beyond 2σ", MarkShape.Pentagon),
        ["W3"] = Western(3, "four of five beyond 1σ", MarkShape.Pentagon),
        ["W4"] = Western(4, "eight on one side", MarkShape.TriangleUp),
        ["MR"] = new("MR", "range", "beyond UCL", MarkShape.Square, 1),
        ["T2"] = new("T²", "T²", "beyond UCL", MarkShape.Square, 1),
        ["1-3s"] = Westgard("1-3s", "beyond 3 SD", MarkShape.Square, 1),
        ["2-2s"] = Westgard("2-2s", "two beyond 2 SD", MarkShape.Pentagon, 2),
        ["R-4s"] = Westgard("R-4s", "range of two above 4 SD", MarkShape.TriangleDown, 3),
        ["4-1s"] = Westgard("4-1s", "four beyond 1 SD", MarkShape.Pentagon, 4),
        ["10x"] = Westgard("10x", "ten on one side", MarkShape.TriangleUp, 5),
        ["1-2s"] = Westgard("1-2s", "warning, beyond 2 SD", MarkShape.Pentagon, 9),
    };

    /// <summary>True where the point itself is beyond a limit; else it is a pattern of several.</summary>
    public bool IsBeyondLimit => Shape == MarkShape.Square;

    /// <summary>A warning asks for a look at the other rules and decides nothing.</summary>
    public bool IsWarning => Severity == 9;

    public string Text => $"{Name}: {Words}";

    /// <exception cref="ArgumentException">A rule that charts do not know.</exception>
    public static RuleSign Of(string rule) =>
        Known.TryGetValue(rule, out var sign) ? sign : throw new ArgumentException($"Unknown rule '{rule}'.", nameof(rule));

    public SKColor Colour(Palette palette) => IsBeyondLimit ? palette.Beyond : palette.Trend;

    private static RuleSign Nelson(int number, string words, MarkShape shape) =>
        new(NumberText.Count(number), "rule " + NumberText.Count(number), words, shape, number);

    private static RuleSign Western(int number, string words, MarkShape shape) =>
        new("W" + NumberText.Count(number), "zone rule " + NumberText.Count(number), words, shape, number);

    private static RuleSign Westgard(string name, string words, MarkShape shape, int severity) =>
        new(name, name, words, shape, severity);
}
