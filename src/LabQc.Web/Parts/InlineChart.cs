using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Parts;

/// <summary>A chart in a page, with its numbers in a table beneath.</summary>
public static class InlineChart
{
    /// <summary>The figure.</summary>
    /// <param name="prepared">What <see cref="ChartSvg.ForPage"/> gave.</param>
    /// <param name="caption">A line beneath the picture, such as what its bands mean; null: none.</param>
    /// <param name="numbers">The numbers that the picture shows; null: they stand elsewhere on the page.</param>
    public static IHtmlContent Of(string prepared, string? caption = null, NumbersTable? numbers = null) =>
        Element.Of(
            "figure",
            new HtmlString(prepared),
            caption is null ? null : Element.Of("figcaption", caption).Classed("beneath"),
            numbers?.Folded()).Classed("chart-figure");
}
