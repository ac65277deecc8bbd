using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>
/// Why something is empty, what fills it, and the action:
/// <c>&lt;empty-state title="No lot is registered yet" art="limits"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/empty-state&gt;</c>.
/// </summary>
[HtmlTargetElement("empty-state", Attributes = "title")]
public sealed class EmptyState : TagHelper
{
    /// <summary>What is not there, or that all is done.</summary>
    public string Title { get; set; } = "";

    /// <summary>limits, chart, done, search or none.</summary>
    public string Art { get; set; } = "limits";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.SetHtmlContent(Element.All(Picture(Art), Element.Of("b", Title), content));
    }

    private static IHtmlContent? Picture(string art) => art switch
    {
        "limits" => Drawn("a-limits"),
        "chart" => Drawn("a-chart"),
        "done" => Icon.Of("v-ok", "ok", 24),
        "search" => Icon.Of("i-find", null, 24),
        "none" => null,
        _ => throw new ArgumentException($"There is no picture '{art}'.", nameof(art)),
    };

    private static IHtmlContent Drawn(string symbol) => Icon.Of(symbol, "art").With("width", "160").With("height", "64");
}
