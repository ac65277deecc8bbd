using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>A lot number that opens the lot's page: <c>&lt;lot-link lot="@line.LotNumber" /&gt;</c>.</summary>
[HtmlTargetElement("lot-link", Attributes = "lot", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LotLink : TagHelper
{
    /// <summary>The lot number as it is written.</summary>
    public string Lot { get; set; } = "";

    /// <summary>A part of the lot's page to open, without the #.</summary>
    public string? Part { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lot");
        output.Attributes.SetAttribute("href", Address(Lot) + (Part is null ? "" : "#" + Part));
        output.Content.SetContent(Lot);
    }

    /// <summary>The link, for builders.</summary>
    public static IHtmlContent Of(string lot) => Element.Of("a", lot).Classed("lot").With("href", Address(lot));

    /// <summary>Where a lot's page is.</summary>
    public static string Address(string lot) => "/batches/" + Uri.EscapeDataString(lot);
}
