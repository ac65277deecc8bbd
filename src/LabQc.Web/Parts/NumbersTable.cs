using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Parts;

/// <summary>The numbers of a chart: the first column names the row, the others are numbers unless the head says otherwise.</summary>
public sealed record NumbersTable
{
    /// <summary>What opens the table, as <c>Replicates as a table</c>.</summary>
    public string Summary { get; init; } = "The numbers as a table";

    /// <summary>The heads of the columns, with units.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>The rows; each has as many texts as there are heads. Nothing shows as "not yet".</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>Which columns hold words, by their place from 0; the first always does.</summary>
    public IReadOnlyList<int> Words { get; init; } = [];

    /// <summary>The table behind its summary.</summary>
    public IHtmlContent Folded() =>
        Element.Of("details", Element.Of("summary", Summary), Element.Of("div", Table()).Classed("scroll").With("tabindex", "0").With("role", "region").With("aria-label", Summary))
            .Classed("data");

    /// <summary>The table alone.</summary>
    public IHtmlContent Table() =>
        Element.Of(
            "table",
            Element.Of("thead", Element.Of("tr", Heads.Select((head, at) => Element.Of("th", head).With("scope", "col").Classed(Side(at))))),
            Element.Of("tbody", Rows.Select(row => Element.Of("tr", row.Select(Cell)))));

    private IHtmlContent Cell(string text, int at)
    {
        object shown = text.Length == 0 ? NumberView.NotYet : text;
        return at == 0 ? Element.Of("th", shown).With("scope", "row") : Element.Of("td", shown).Classed(Side(at));
    }

    private string? Side(int at) => at == 0 || Words.Contains(at) ? null : "r";
}
