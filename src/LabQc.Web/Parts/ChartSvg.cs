using System.Xml;
using System.Xml.Linq;

namespace LabQc.Web.Parts;

/// <summary>
/// Makes a drawn chart ready for a page: its styles become attributes, which the content security policy lets through and the
/// stylesheet can answer; its title, which browsers would show as a tooltip, becomes a label. Whoever shows a chart often keeps
/// the result.
/// </summary>
public static class ChartSvg
{
    private static readonly string[] Refused = ["script", "style", "foreignObject", "image", "a", "animate", "set"];

    /// <summary>The chart as markup for a page.</summary>
    /// <param name="svg">What a chart of LabQc drew.</param>
    /// <param name="label">What it shows, for who cannot see it; null keeps the chart's own description.</param>
    /// <exception cref="ArgumentException">It is no SVG, or holds what no chart of ours holds: scripts, handlers, foreign content.</exception>
    public static string ForPage(string svg, string? label = null)
    {
        var root = Parsed(svg);
        foreach (var element in root.DescendantsAndSelf())
        {
            Check(element);
            Restyle(element);
        }
        Label(root, label);
        root.SetAttributeValue("class", "chart drawn");
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Parsed(string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
            return root.Name.LocalName == "svg" ? root : throw new ArgumentException($"A chart is an svg, not a {root.Name.LocalName}.");
        }
        catch (XmlException problem)
        {
            throw new ArgumentException("The chart is no well-formed SVG.", nameof(svg), problem);
        }
    }

    private static void Check(XElement element)
    {
        if (Refused.Contains(element.Name.LocalName))
            throw new ArgumentException($"A chart holds no {element.Name.LocalName}.");
        if (element.Attributes().FirstOrDefault(IsForeign) is { } foreign)
            throw new ArgumentException($"A chart holds no {foreign.Name.LocalName}=\"{foreign.Value}\".");
    }

    private static bool IsForeign(XAttribute attribute)
    {
        var name = attribute.Name.LocalName;
        return name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || (name == "href" && !attribute.Value.StartsWith('#'));
    }

    /// <summary>Each declaration of a style becomes the attribute of that name; a style wins over an attribute, and so it does here.</summary>
    private static void Restyle(XElement element)
    {
        if (element.Attribute("style") is not { } style)
            return;
        foreach (var declaration in style.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                element.SetAttributeValue(declaration[..colon].Trim(), declaration[(colon + 1)..].Trim());
        }
        style.Remove();
    }

    private static void Label(XElement root, string? label)
    {
        var described = root.Elements().Where(e => e.Name.LocalName is "title" or "desc").ToList();
        var words = label ?? described.LastOrDefault()?.Value ?? "Chart";
        described.Remove();
        root.SetAttributeValue("aria-labelledby", null);
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-label", words);
    }
}
