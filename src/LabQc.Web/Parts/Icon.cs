using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>
/// A picture of the sprite, as <c>&lt;icon name="i-pen" /&gt;</c>. It says nothing to those who cannot see it: the words stand beside.
/// </summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Icon : TagHelper
{
    /// <summary>The id of the symbol in the sprite.</summary>
    public string Name { get; set; } = "";

    /// <summary>Width and height in pixels; null leaves them to the stylesheet.</summary>
    public int? Size { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("aria-hidden", "true");
        if (Size is { } size)
        {
            output.Attributes.SetAttribute("width", size);
            output.Attributes.SetAttribute("height", size);
        }
        output.Content.SetHtmlContent(Use(Name));
    }

    internal static TagBuilder Of(string name, string? tone = null, int? size = null)
    {
        var pixels = size?.ToString(CultureInfo.InvariantCulture);
        return Element.Of("svg", Use(name)).With("aria-hidden", "true").Classed(tone).With("width", pixels).With("height", pixels);
    }

    private static IHtmlContent Use(string name) => Element.Of("use").With("href", "#" + name);
}
