using LabQc.Methods;
using LabQc.ThirdPartyValidation;
using LabQc.Units;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Pages.Validation;

/// <summary>A third party's result beside ours, as tables show it.</summary>
internal sealed record ValidationRow(ValidationComparison Comparison, LabAttribute? Attribute)
{
    public ValidationRecord Record => Comparison.Record;

    public string Title => AttributeNames.Of(Record.Attribute);

    public string TitleWithUnit => AttributeTitle.WithUnit(Record.Attribute, Record.Unit);

    /// <summary>Their value as the certificate prints it, with its expanded uncertainty.</summary>
    public IHtmlContent Theirs => Amount(Record.EnteredText, Record.ExpandedUncertainty is { } u ? $" ± {u}{(Record.CoverageFactor is null or "2" ? "" : $" (k = {Record.CoverageFactor})")}" : "");

    /// <summary>Our reportable value with its expanded uncertainty, k = 2.</summary>
    public IHtmlContent Ours => Comparison.Ours is not { } ours
        ? NumberView.NotYet
        : Amount(Shown(ours), Comparison.OurUncertainty is { } u ? $" ± {Shown(2 * u)}" : "");

    /// <summary>Ours less theirs.</summary>
    public IHtmlContent Difference => Comparison.Difference is { } difference
        ? Element.Of("span", (difference > 0 ? "+" : "") + Shown(difference))
        : NumberView.NotYet;

    /// <summary>E_n.</summary>
    public IHtmlContent En => Comparison.En is { } en ? Element.Of("span", NumberView.Difference(en, 2)) : NumberView.NotYet;

    /// <summary>Where E_n stands between −1 and +1.</summary>
    public IHtmlContent Bar => Comparison.En is { } en ? EnBar.Of(en) : Element.Of("span");

    public string Verdict => Comparison.Agreement switch
    {
        Agreement.Agrees => "agrees",
        Agreement.Discordant => "discordant",
        _ => "not-judged",
    };

    /// <summary>All of a list.</summary>
    public static IReadOnlyList<ValidationRow> Of(IEnumerable<ValidationComparison> comparisons, AttributeCatalogue catalogue) =>
        [.. comparisons.Select(c => new ValidationRow(c, catalogue.Find(c.Record.Attribute)))];

    private static IHtmlContent Amount(string value, string uncertainty) =>
        Element.All(NumberView.Set(value), uncertainty.Length == 0 ? null : Element.Of("span", uncertainty).Classed("u"));

    private string Shown(double value) => Attribute is { } attribute && Math.Abs(value) is 0 or < 1e6
        ? NumberView.Fixed(value, (Attribute?.Decimals ?? 1) + 1)
        : NumberView.Set((value < 0 ? "-" : "") + NumberText.PowersOfTen(Math.Abs(value)));
}
