using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Tests.Parts;

/// <summary>Parts as a browser reads them.</summary>
internal static class Shown
{
    public static string Html(IHtmlContent part)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        part.WriteTo(text, HtmlEncoder.Default);
        return text.ToString();
    }

    public static IElement Of(IHtmlContent part) => Read(Html(part));

    /// <summary>A tag of a page, with what stands between its ends.</summary>
    public static IElement Of(TagHelper tag, string content = "", params (string Name, string Value)[] attributes) => Read(Html(tag, content, attributes));

    public static string Html(TagHelper tag, string content = "", params (string Name, string Value)[] attributes)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "one");
        var output = new TagHelperOutput(
            "tag",
            [.. attributes.Select(a => new TagHelperAttribute(a.Name, a.Value))],
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(content)));
        tag.ProcessAsync(context, output).GetAwaiter().GetResult();
        return Html(output);
    }

    /// <summary>A page that is shown after something was sent: what, and what was wrong with it.</summary>
    public static ViewContext Page(params (string Field, string? Sent, string? Problem)[] states)
    {
        var model = new ModelStateDictionary();
        foreach (var (field, sent, problem) in states)
        {
            model.SetModelValue(field, sent, sent);
            if (problem is not null)
                model.AddModelError(field, problem);
        }
        return new ViewContext
        {
            HttpContext = new DefaultHttpContext(),
            ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), model),
        };
    }

    private static IElement Read(string html) =>
        new HtmlParser().ParseDocument("<body>" + html + "</body>").Body!;
}
