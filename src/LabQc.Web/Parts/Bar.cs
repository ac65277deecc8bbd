using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LabQc.Web.Parts;

/// <summary>The strokes that limit bars and distance bars share: 20 pixels high, the axis in the middle.</summary>
internal static class Bar
{
    private const double Radius = 4.5;
    private const double Diamond = 6;

    public static IHtmlContent Sheet(string look, double width, params TagBuilder?[] strokes) =>
        Element.Of("svg", [.. strokes])
            .Classed("lim " + look)
            .With("width", Element.Coordinate(width))
            .With("height", "20")
            .With("viewBox", $"0 0 {Element.Coordinate(width)} 20")
            .With("aria-hidden", "true");

    public static TagBuilder Axis(double width) => Path("axis", $"M0 10H{Element.Coordinate(width)}");

    /// <summary>What is accepted: from a limit to a limit, a side without one open to the edge.</summary>
    public static TagBuilder Zone(double? lower, double? upper, double width)
    {
        var (from, to) = (lower ?? 0, upper ?? width);
        return Element.Of(
            "g",
            Element.Of("rect").Classed("zone").With("x", Element.Coordinate(from)).With("y", "4").With("width", Element.Coordinate(to - from)).With("height", "12"),
            Path("zone-line", $"M{Element.Coordinate(from)} 10H{Element.Coordinate(to)}"),
            lower is null ? null : Path("zone-edge", $"M{Element.Coordinate(from)} 3V17"),
            upper is null ? null : Path("zone-edge", $"M{Element.Coordinate(to)} 3V17"));
    }

    /// <summary>Disc, half disc or diamond, kept whole at the edges.</summary>
    public static TagBuilder? Mark(string look, double at, double width)
    {
        var x = Math.Clamp(at, Diamond, width - Diamond);
        var text = Element.Coordinate(x);
        return look switch
        {
            "m" => null,
            "f" => Path("pt", $"M{text} 4L{Element.Coordinate(x + Diamond)} 10 {text} 16 {Element.Coordinate(x - Diamond)} 10z"),
            "i" => Element.Of("g", Disc(text), Path("ph", $"M{text} 5.5a4.5 4.5 0 0 0 0 9z")),
            "t" => Path("pt", $"M{text} 4.5L{Element.Coordinate(x + 5.5)} 14.5H{Element.Coordinate(x - 5.5)}z"),
            _ => Disc(text),
        };
    }

    public static TagBuilder Path(string name, string d) => Element.Of("path").Classed(name).With("d", d);

    private static TagBuilder Disc(string x) =>
        Element.Of("circle").Classed("pt").With("cx", x).With("cy", "10").With("r", Element.Coordinate(Radius));
}
