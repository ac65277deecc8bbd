using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LabQc.Web.Parts;

/// <summary>Writes elements of HTML and SVG; every text and attribute is encoded.</summary>
internal static class Element
{
    /// <summary>An element with texts and other elements in it; what is null is left out.</summary>
    public static TagBuilder Of(string name, params object?[] content)
    {
        var element = new TagBuilder(name);
        foreach (var part in content)
            Add(element.InnerHtml, part);
        return element;
    }

    /// <summary>The same element with an attribute; null leaves it out.</summary>
    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
            element.MergeAttribute(attribute, value, replaceExisting: true);
        return element;
    }

    /// <summary>The same element with a class; null or nothing leaves it out.</summary>
    public static TagBuilder Classed(this TagBuilder element, string? names) =>
        element.With("class", string.IsNullOrWhiteSpace(names) ? null : names.Trim());

    /// <summary>An input, which has no content and no end.</summary>
    public static TagBuilder Void(string name) => new(name) { TagRenderMode = TagRenderMode.SelfClosing };

    /// <summary>Texts and elements one after the other.</summary>
    public static IHtmlContent All(params object?[] content)
    {
        var all = new HtmlContentBuilder();
        foreach (var part in content)
            Add(all, part);
        return all;
    }

    /// <summary>A coordinate with at most two decimals.</summary>
    public static string Coordinate(double value)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    private static void Add(IHtmlContentBuilder into, object? part)
    {
        switch (part)
        {
            case null:
                break;
            case IHtmlContent html:
                into.AppendHtml(html);
                break;
            case IEnumerable<IHtmlContent> several:
                foreach (var one in several)
                    into.AppendHtml(one);
                break;
            default:
                into.Append(Convert.ToString(part, CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }
}
