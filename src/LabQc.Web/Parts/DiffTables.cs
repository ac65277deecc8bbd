using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Parts;

/// <summary>One thing before and after a change, as it was written; null where it was not there.</summary>
public sealed record DiffLine(string What, string? Before, string? After)
{
    public bool IsChanged => !string.Equals(Before, After, StringComparison.Ordinal);
}

/// <summary>Before and after as two small tables side by side; what changed is tinted and bold.</summary>
public static class DiffTables
{
    /// <summary>The tables.</summary>
    /// <param name="lines">What stood before and what after, in the order in which it is shown.</param>
    /// <param name="before">The caption of the left table, as <c>Before, version 1, by Mira Okafor, 2026-03-04 13:20:31</c>.</param>
    /// <param name="after">The caption of the right one.</param>
    public static IHtmlContent Of(IReadOnlyList<DiffLine> lines, string before, string after) =>
        Element.Of("div", Side(lines, before, l => l.Before), Side(lines, after, l => l.After)).Classed("diff");

    private static IHtmlContent Side(IReadOnlyList<DiffLine> lines, string caption, Func<DiffLine, string?> value) =>
        Element.Of("table", Element.Of("caption", caption), Element.Of("tbody", lines.Select(line => Row(line, value(line)))));

    private static IHtmlContent Row(DiffLine line, string? value)
    {
        object shown = value switch
        {
            null => Element.Of("span", "none").Classed("muted"),
            "" => Element.Of("span", "empty").Classed("muted"),
            _ => value,
        };
        var changed = line.IsChanged ? Element.Of("span", " (changed)").Classed("sr") : null;
        return Element.Of("tr", Element.Of("th", line.What).With("scope", "row"), Element.Of("td", shown, changed)).Classed(line.IsChanged ? "chg" : null);
    }
}
