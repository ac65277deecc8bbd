using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>
/// What every signature asks for: its meaning in a sentence (the content), the password again, and the one-time code of who uses
/// one. <c>&lt;sign-block asks-code="Model.AsksCode"&gt;I have reviewed this record and &lt;b&gt;reject&lt;/b&gt; the lot.&lt;/sign-block&gt;</c>.
/// The values are sent as Password and OneTimeCode.
/// </summary>
[HtmlTargetElement("sign-block")]
public sealed class SignBlock : TagHelper
{
    /// <summary>Whether the signer uses one-time codes.</summary>
    public bool AsksCode { get; set; }

    /// <summary>The printed name and role of the signer.</summary>
    public string? Who { get; set; }

    /// <summary>The sign-in name of the signer, by which password stores find the password.</summary>
    public string? Account { get; set; }

    /// <summary>When it is signed: the time of the page, with its zone.</summary>
    public string? When { get; set; }

    /// <summary>What stands before the names of the fields, for a page with two blocks.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>The page that is shown.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Page { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var meaning = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "sign-block");
        output.Content.SetHtmlContent(Element.All(
            Account is null ? null : Element.Void("input").With("hidden", "").With("autocomplete", "username").With("value", Account),
            Element.Of("div", Meaning(meaning), Secret("Password", "Your password", "password", "current-password"), AsksCode ? Code() : null).Classed("form"),
            Who is null ? null : Element.Of("p", Icon.Of("i-sign"), Element.Of("span", $"Signed by {Who}{(When is null ? "" : ", " + When)}")).Classed("signer")));
    }

    private static TagBuilder Meaning(IHtmlContent meaning) =>
        Element.Of("div", Element.Of("span", "Meaning of the signature").Classed("lab"), Element.Of("p", meaning).Classed("meaning")).Classed("f c5");

    private TagBuilder Code()
    {
        var code = Secret("OneTimeCode", "One-time code", "text", "one-time-code");
        return code.Classed("f c3");
    }

    private TagBuilder Secret(string name, string label, string type, string autocomplete)
    {
        var full = Prefix + name;
        var id = FieldId.Of(full);
        var error = Page.ViewData.ModelState.TryGetValue(full, out var state) ? state.Errors.FirstOrDefault()?.ErrorMessage : null;
        var input = Element.Void("input")
            .With("id", id).With("name", full).With("type", type).With("autocomplete", autocomplete).With("required", "").With("spellcheck", "false")
            .With("aria-invalid", error is null ? null : "true").With("aria-describedby", error is null ? null : id + "-d");
        var said = error is null ? null : Element.Of("p", Icon.Of("v-fail"), Element.Of("span", error)).Classed("err").With("id", id + "-d");
        return Element.Of("div", Element.Of("label", label).With("for", id), input, said).Classed("f");
    }
}
