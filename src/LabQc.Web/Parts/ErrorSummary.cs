using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>
/// What stopped a form, at its top, with a link to each field: <c>&lt;error-summary refused="Model.Refused" /&gt;</c>. It takes the
/// focus when the page is shown, and is not there at all when nothing is wrong.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummary : TagHelper
{
    /// <summary>What was refused as a whole, in sentences.</summary>
    public IReadOnlyList<string> Refused { get; set; } = [];

    /// <summary>What did not happen.</summary>
    public string Title { get; set; } = "Nothing was stored.";

    /// <summary>The page that is shown.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Page { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var problems = Page.ViewData.ModelState.SelectMany(state => Of(state.Key, state.Value)).ToList();
        if (problems.Count == 0 && Refused.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "note-box fail");
        output.Attributes.SetAttribute("id", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.SetHtmlContent(Element.All(Icon.Of("v-fail"), Element.Of("div", problems.Count == 0 ? Sentences() : Listed(problems))));
    }

    private static IEnumerable<(string Field, string Message)> Of(string field, ModelStateEntry? entry) =>
        entry?.Errors.Select(e => (field, e.ErrorMessage)) ?? [];

    private IHtmlContent Sentences() =>
        Element.All(Element.Of("b", Title), Refused.Select(sentence => Element.Of("p", sentence)));

    private IHtmlContent Listed(IReadOnlyList<(string Field, string Message)> problems)
    {
        var counted = problems.Count == 1 ? "One thing needs" : $"{NumberView.Count(problems.Count)} things need";
        return Element.All(Element.Of("b", $"{Title} {counted} another look."), Element.Of("ul", problems.Select(Line)));
    }

    private static TagBuilder Line((string Field, string Message) problem) => problem.Field.Length == 0
        ? Element.Of("li", problem.Message)
        : Element.Of("li", Element.Of("a", problem.Message).With("href", "#" + FieldId.Of(problem.Field)));
}
