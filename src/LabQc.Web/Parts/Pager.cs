using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>
/// Steps through a list by its keys: <c>&lt;pager stands="25 from EXO-2026-0042" newer="@Model.Newer" older="@Model.Older" /&gt;</c>.
/// An end of the list has no address.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Pager : TagHelper
{
    /// <summary>Where the list stands, in words.</summary>
    public string Stands { get; set; } = "";

    /// <summary>The address of what is newer; null at the newest.</summary>
    public string? Newer { get; set; }

    /// <summary>The address of what is older; null at the oldest.</summary>
    public string? Older { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Parts of the list");
        output.Content.SetHtmlContent(Element.All(
            Element.Of("span", Stands),
            Newer is null && Older is null ? null : Element.Of("span", Step("Newer", Newer, "prev"), Step("Older", Older, "next")).Classed("acts")));
    }

    private static IHtmlContent Step(string words, string? address, string relation) => address is null
        ? Element.Of("button", words).Classed("btn sm").With("type", "button").With("disabled", "")
        : Element.Of("a", words).Classed("btn sm").With("href", address).With("rel", relation);
}
