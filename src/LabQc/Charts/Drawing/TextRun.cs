using System.Text;

namespace LabQc.Charts.Drawing;

/// <summary>Part of a label that is drawn in one go: ordinary, raised or lowered.</summary>
internal sealed record TextRun(string Text, RunPlace Place)
{
    /// <summary>An advance of 0.18 em stands for a thin space, which common fonts lack.</summary>
    public const double ThinSpace = 0.18;

    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺";
    private const string RaisedAs = "0123456789−+";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉ₚₖ";
    private const string LoweredAs = "0123456789pk";

    /// <summary>Size of the run in a text of a size: superscripts have 72 %.</summary>
    public double Size(double size) => Place == RunPlace.Line ? size : 0.72 * size;

    /// <summary>How far below the base line the run stands, in pixels.</summary>
    public double Drop(double size) => Place switch
    {
        RunPlace.Raised => -0.36 * size,
        RunPlace.Lowered => 0.16 * size,
        _ => 0,
    };

    /// <summary>Cuts a text at superscripts, subscripts and thin spaces; a thin space is a run of its own.</summary>
    public static IReadOnlyList<TextRun> Of(string text)
    {
        var runs = new List<TextRun>();
        var current = new StringBuilder();
        var place = RunPlace.Line;
        foreach (var c in text)
        {
            var (shown, where) = Placed(c);
            if (where != place && current.Length > 0)
            {
                runs.Add(new TextRun(current.ToString(), place));
                current.Clear();
            }
            place = where;
            current.Append(shown);
        }
        if (current.Length > 0)
            runs.Add(new TextRun(current.ToString(), place));
        return runs;
    }

    private static (char Shown, RunPlace Place) Placed(char c)
    {
        var raised = Raised.IndexOf(c, StringComparison.Ordinal);
        if (raised >= 0)
            return (RaisedAs[raised], RunPlace.Raised);
        var lowered = Lowered.IndexOf(c, StringComparison.Ordinal);
        if (lowered >= 0)
            return (LoweredAs[lowered], RunPlace.Lowered);
        return c == NumberText.Thin ? (c, RunPlace.Space) : (c, RunPlace.Line);
    }
}

/// <summary>Where a run stands.</summary>
internal enum RunPlace
{
    Line,
    Raised,
    Lowered,
    Space,
}
