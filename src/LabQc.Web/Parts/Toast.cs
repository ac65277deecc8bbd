using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>
/// One sentence after something succeeded, with at most one link: <c>&lt;toast href="/batches/EXO-1" action="Show lot"&gt;Registered.&lt;/toast&gt;</c>.
/// It goes after 6 seconds, and stays while the pointer or the focus is on it. Errors are never told so.
/// </summary>
[HtmlTargetElement("toast")]
public sealed class Toast : TagHelper
{
    /// <summary>Where the link leads.</summary>
    public string? Href { get; set; }

    /// <summary>What the link is called.</summary>
    public string? Action { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var sentence = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "toast");
        output.Attributes.SetAttribute("role", "status");
        output.Content.SetHtmlContent(Element.All(
            Icon.Of("v-ok"),
            Element.Of("span", sentence),
            Href is null ? null : Element.Of("a", Action ?? "Open").With("href", Href)));
    }
}
