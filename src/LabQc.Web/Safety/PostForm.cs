using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Safety;

/// <summary>Puts the antiforgery token into every form that posts, also into one that names its address.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostForm(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The page that is shown.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Page { get; set; } = null!;

    /// <summary>
    /// After the framework's own (-1000), which leaves the token out where the form names its address; before the end of the form
    /// is written (-900), from when on nobody knows any more that it has one. Two tokens in a form are refused as none.
    /// </summary>
    public override int Order => -950;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (generator.GenerateAntiforgery(Page) is { } token)
            output.PostContent.AppendHtml(token);
    }
}
