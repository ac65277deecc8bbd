using LabQc.SizeDistributions;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LabQc.Web.Pages.Measurements;

/// <summary>
/// The sketch of one file's distribution, 0 to 400 nm, each to its own maximum, with 30 to 150 nm as a band; hatched where the
/// instrument measured nothing.
/// </summary>
internal static class RunSketch
{
    private const double ShownNm = 400;
    private const double Left = 2;
    private const double Right = 238;
    private const double Top = 10;
    private const double Foot = 92;

    /// <summary>The sketch of an averaged curve.</summary>
    /// <param name="curve">The curve; null or without particles: hatched.</param>
    /// <param name="id">An id that no other sketch of the page has.</param>
    public static IHtmlContent Of(SizeDistribution? curve, string id) =>
        curve is { IsEmpty: false } ? Drawn(curve) : Hatched(id);

    private static IHtmlContent Drawn(SizeDistribution curve)
    {
        var median = curve.Quantile(0.5);
        return Sheet($"Size distribution, 0 to 400 nm, median {NumberView.Fixed(median, 1)} nm",
            Box(X(30), 6, X(150) - X(30), 86, "#E4EEF0"),
            Stroke(Line(curve), "#0B5C73", "1.8"),
            Stroke($"M{At(X(30))} 6V92", "#15202B", "1"),
            Stroke($"M{At(X(150))} 6V92", "#15202B", "1"));
    }

    private static IHtmlContent Hatched(string id) => Sheet("No distribution",
        Element.Of("defs", Element.Of("pattern", Stroke("M0 0V6", "#C9D0CF", "1.5"))
            .With("id", id).With("width", "6").With("height", "6").With("patternUnits", "userSpaceOnUse").With("patternTransform", "rotate(45)")),
        Box(Left, 6, Right - Left, 86, $"url(#{id})"),
        Box(58, 38, 124, 22, "#FCFCFA"),
        Words("no distribution", 120, 53, "middle").Classed("strong"));

    private static IHtmlContent Sheet(string label, params TagBuilder[] inside) => Element.Of(
        "svg", inside, Stroke("M2 92H238", "#15202B", "1.2"), Words("30", X(30), 106, "middle"), Words("150", X(150), 106, "middle"),
        Words("300", X(300), 106, "middle"), Words("nm", Right, 106, "end"))
        .Classed("chart").With("viewBox", "0 0 240 110").With("role", "img").With("aria-label", label);

    private static string Line(SizeDistribution curve)
    {
        var densities = Densities(curve);
        var highest = densities.Max(d => d.Density);
        return "M" + string.Join('L', densities.Select(d => $"{At(X(d.Nm))} {At(Foot - (Foot - Top) * d.Density / highest)}"));
    }

    /// <summary>A point a pixel at most: the mean density over the classes that share it.</summary>
    private static List<(double Nm, double Density)> Densities(SizeDistribution curve)
    {
        var points = new List<(double Nm, double Density)>();
        var edges = curve.Edges;
        var values = curve.Values;
        for (var i = 0; i < values.Length && edges[i + 1] <= ShownNm; i++)
            points.Add(((edges[i] + edges[i + 1]) / 2, values[i] / (edges[i + 1] - edges[i])));
        if (points.Count == 0 || points.TrueForAll(p => p.Density <= 0))
            return [(0, 0), (ShownNm, 1e-300)];
        return [.. points.GroupBy(p => (int)X(p.Nm)).Select(g => (g.Average(p => p.Nm), g.Average(p => p.Density)))];
    }

    private static double X(double nm) => Left + (Right - Left) * nm / ShownNm;

    private static string At(double pixel) => Element.Coordinate(pixel);

    private static TagBuilder Stroke(string d, string colour, string width) =>
        Element.Of("path").With("d", d).With("fill", "none").With("stroke", colour).With("stroke-width", width);

    private static TagBuilder Box(double x, double y, double width, double height, string fill) =>
        Element.Of("rect").With("x", At(x)).With("y", At(y)).With("width", At(width)).With("height", At(height)).With("fill", fill);

    private static TagBuilder Words(string text, double x, double y, string anchor) =>
        Element.Of("text", text).With("x", At(x)).With("y", At(y)).With("text-anchor", anchor);
}
