using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LabQc.Charts.Drawing;

/// <summary>
/// Makes of Skia's SVG one that a page can hold: ids that begin with the chart's own, a view box, title and description,
/// colours as upper-case hex, coordinates with two decimals, and text as text.
/// </summary>
internal static partial class SvgDocument
{
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    private static readonly string[] Geometry =
        ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points", "transform", "stroke-width", "stroke-miterlimit", "fill-opacity", "stroke-opacity"];

    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["black"] = "#000000",
        ["white"] = "#FFFFFF",
        ["red"] = "#FF0000",
        ["green"] = "#008000",
        ["blue"] = "#0000FF",
    };

    public static string From(byte[] raw, Sheet sheet, string title, string description, ChartLook look)
    {
        using var stream = new MemoryStream(raw);
        var drawn = XDocument.Load(stream).Root!;
        var root = Root(sheet, look);
        root.Add(new XElement(Ns + "title", new XAttribute("id", look.Id + "-title"), NumberText.Plain(title)));
        root.Add(new XElement(Ns + "desc", new XAttribute("id", look.Id + "-desc"), description));
        root.Add(drawn.Elements().ToList());
        Renumber(root, look.Id);
        foreach (var element in root.Descendants())
            Clean(element);
        Join(root);
        root.Add(sheet.Labels.SelectMany(label => Text(sheet, label)));
        foreach (var child in root.Elements().ToList())
            child.AddBeforeSelf("\n");
        return root.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Root(Sheet sheet, ChartLook look) =>
        new(
            Ns + "svg",
            new XAttribute("width", Number(sheet.Area.Width)),
            new XAttribute("height", Number(sheet.Area.Height)),
            new XAttribute("viewBox", $"0 {Number(sheet.Area.Top)} {Number(sheet.Area.Width)} {Number(sheet.Area.Height)}"),
            // Two spaces between a name and its number are meant.
            new XAttribute(XNamespace.Xml + "space", "preserve"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{look.Id}-title {look.Id}-desc"),
            new XAttribute("font-family", Families(sheet.Fonts.Family)));

    /// <summary>The family that was measured, then those with the same widths, then any.</summary>
    private static string Families(string measured) =>
        string.Join(", ", new[] { measured, "Liberation Sans", "Arial", "Helvetica", "DejaVu Sans", "sans-serif" }.Distinct());

    /// <summary>
    /// Skia numbers clips from a counter of the whole process, so the same chart would have other bytes each time.
    /// Clips of the same rectangle become one.
    /// </summary>
    private static void Renumber(XElement root, string prefix)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var clip in root.Descendants(Ns + "clipPath").ToList())
        {
            var content = string.Concat(clip.Elements().Select(e => e.ToString(SaveOptions.DisableFormatting)));
            var isNew = first.TryAdd(content, $"{prefix}-clip{first.Count + 1}");
            names[clip.Attribute("id")!.Value] = first[content];
            if (isNew)
                clip.SetAttributeValue("id", first[content]);
            else
                clip.Remove();
        }
        foreach (var use in root.Descendants().Attributes("clip-path"))
            use.Value = $"url(#{names[use.Value[5..^1]]})";
    }

    private static void Clean(XElement element)
    {
        foreach (var attribute in element.Attributes())
        {
            if (Geometry.Contains(attribute.Name.LocalName))
                attribute.Value = LongNumber().Replace(attribute.Value, m => Number(double.Parse(m.Value, CultureInfo.InvariantCulture)));
            else if (attribute.Name.LocalName is "fill" or "stroke")
                attribute.Value = Colour(attribute.Value);
        }
    }

    /// <summary>Neighbouring strokes of one kind, such as the ticks of an axis, become one path.</summary>
    private static void Join(XElement root)
    {
        foreach (var path in root.Elements(Ns + "path").Where(e => e.Attribute("fill")?.Value == "none").ToList())
        {
            if (path.PreviousNode is not XElement before || before.Name != path.Name || Kind(before) != Kind(path))
                continue;
            path.SetAttributeValue("d", before.Attribute("d")!.Value + path.Attribute("d")!.Value);
            before.Remove();
        }
    }

    private static string Kind(XElement path) =>
        string.Join(' ', path.Attributes().Where(a => a.Name != "d").Select(a => a.ToString()));

    private static string Colour(string value)
    {
        if (Named.TryGetValue(value, out var hex))
            return hex;
        var rgb = Rgb().Match(value);
        if (rgb.Success)
            return Hex((byte)Part(rgb, 1), (byte)Part(rgb, 2), (byte)Part(rgb, 3));
        if (value.Length == 4 && value[0] == '#')
            value = $"#{value[1]}{value[1]}{value[2]}{value[2]}{value[3]}{value[3]}";
        return value[0] == '#' ? value.ToUpperInvariant() : value;
    }

    private static IEnumerable<XElement> Text(Sheet sheet, Label label)
    {
        var style = label.Style;
        var text = new XElement(
            Ns + "text",
            new XAttribute("font-size", Number(style.Size)),
            style.Bold ? new XAttribute("font-weight", "700") : null,
            new XAttribute("fill", Hex(style.Colour.Red, style.Colour.Green, style.Colour.Blue)));
        var runs = sheet.Runs(label).ToList();
        if (runs.Count == 1 && runs[0].Run.Place == RunPlace.Line)
        {
            text.Add(new XAttribute("x", Number(runs[0].X)), new XAttribute("y", Number(label.Baseline)), Stretch(label), runs[0].Run.Text);
            yield return text;
            yield break;
        }
        foreach (var (run, x) in runs)
        {
            text.Add(new XElement(
                Ns + "tspan",
                new XAttribute("x", Number(x)),
                new XAttribute("y", Number(label.Baseline + run.Drop(style.Size))),
                run.Place == RunPlace.Line ? null : new XAttribute("font-size", Number(run.Size(style.Size))),
                run.Text));
        }
        yield return text;
    }

    /// <summary>A long line keeps its measured length in whatever font a reader has, and so stays on the sheet.</summary>
    private static XAttribute[] Stretch(Label label) =>
        label.Box.Width < 300
            ? []
            : [new XAttribute("textLength", Number(label.Box.Width)), new XAttribute("lengthAdjust", "spacingAndGlyphs")];

    private static string Hex(byte red, byte green, byte blue) => $"#{red:X2}{green:X2}{blue:X2}";

    private static int Part(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Number(double value)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    [GeneratedRegex(@"-?\d*\.\d+(?:[eE][-+]?\d+)?|-?\d+[eE][-+]?\d+")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"^rgb\((\d+),\s*(\d+),\s*(\d+)\)$")]
    private static partial Regex Rgb();
}
