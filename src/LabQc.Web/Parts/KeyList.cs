using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>
/// The keys that pages know, in a dialog that ? opens: <c>&lt;key-list /&gt;</c> once in the layout. A page of its own shows
/// <see cref="Table"/>.
/// </summary>
[HtmlTargetElement("key-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeyList : TagHelper
{
    private static readonly (string Key, string Does)[] Keys =
    [
        ("/", "scan or find a lot; a scanner works on every page without it"),
        ("n", "register a batch"),
        ("i", "import instrument files"),
        ("j", "next row of a list"),
        ("k", "previous row"),
        ("Enter", "open the row"),
        ("s", "sign a decision, on a lot's page"),
        ("Esc", "close a dialog or the menu"),
        ("?", "this list"),
    ];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dialog";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", "keys");
        output.Attributes.SetAttribute("class", "narrow");
        output.Attributes.SetAttribute("aria-labelledby", "keys-title");
        var close = Element.Of("button", "Close ", Element.Of("kbd", "Esc")).Classed("btn plain").With("type", "button").With("data-close", "");
        output.Content.SetHtmlContent(Element.All(
            Element.Of("header", Element.Of("h2", "Keys").With("id", "keys-title"), close),
            Element.Of("div", Table(), Element.Of("p", Element.Of("a", "Switch single keys off").With("href", "/account#looks"))).Classed("in")));
    }

    /// <summary>The keys and what they do.</summary>
    public static IHtmlContent Table() => Element.Of(
        "table",
        Element.Of("thead", Element.Of("tr", Element.Of("th", "Key").With("scope", "col"), Element.Of("th", "Does").With("scope", "col"))),
        Element.Of("tbody", Keys.Select(k => Element.Of("tr", Element.Of("th", Element.Of("kbd", k.Key)).With("scope", "row"), Element.Of("td", k.Does)))))
        .Classed("keys-table");
}
