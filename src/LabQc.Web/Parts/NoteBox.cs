using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>
/// A notice: <c>&lt;note-box kind="warn" title="Out of trend, within specification."&gt;Percent in range is …&lt;/note-box&gt;</c>.
/// At most one action, given by <c>href</c> and <c>action</c>.
/// </summary>
[HtmlTargetElement("note-box")]
public sealed class NoteBox : TagHelper
{
    /// <summary>info, ok, warn or fail.</summary>
    public string Kind { get; set; } = "info";

    /// <summary>The first sentence, in bold.</summary>
    public string? Title { get; set; }

    /// <summary>Where the action leads.</summary>
    public string? Href { get; set; }

    /// <summary>What the action is called.</summary>
    public string? Action { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind == "info" ? "note-box" : "note-box " + Kind);
        output.Content.SetHtmlContent(Inside(Kind, Title, content, Href, Action));
    }

    /// <summary>The notice, for builders.</summary>
    public static IHtmlContent Of(string kind, string title, string? sentence = null) =>
        Element.Of("div", Inside(kind, title, sentence, null, null)).Classed(kind == "info" ? "note-box" : "note-box " + kind);

    private static IHtmlContent Inside(string kind, string? title, object? content, string? href, string? action)
    {
        var bold = title is null ? null : Element.Of("b", title);
        var acts = href is null ? null : Element.Of("div", Element.Of("a", action ?? "Open").Classed("btn sm").With("href", href)).Classed("acts");
        return Element.All(Icon.Of(Sign(kind)), Element.Of("div", bold, title is null ? null : " ", content), acts);
    }

    private static string Sign(string kind) => kind switch
    {
        "info" => "i-info",
        "ok" => "v-ok",
        "warn" => "i-warn",
        "fail" => "v-fail",
        _ => throw new ArgumentException($"No notice is of the kind '{kind}'.", nameof(kind)),
    };
}
