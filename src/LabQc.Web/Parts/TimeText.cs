using LabQc.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>
/// A moment in the laboratory's zone: <c>&lt;time-text utc="line.RecordedAt" mode="Recent" /&gt;</c>. It takes a
/// <see cref="DateTimeOffset"/>, a <see cref="DateOnly"/>, or a time as the registry writes it; nothing shows as "not yet".
/// </summary>
[HtmlTargetElement("time-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeText : TagHelper
{
    /// <summary>The moment.</summary>
    public object? Utc { get; set; }

    /// <summary>How it is shown.</summary>
    public TimeMode Mode { get; set; }

    /// <summary>Another zone than the laboratory's.</summary>
    public TimeZoneInfo? Zone { get; set; }

    /// <summary>The page that is shown.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Page { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Utc switch
        {
            null or "" => NumberView.NotYet,
            DateOnly day => TimeView.Of(day),
            DateTimeOffset at => Shown(at),
            string recorded => Shown(TimeView.Read(recorded)),
            _ => throw new ArgumentException($"{Utc.GetType().Name} is no time."),
        });
    }

    private Microsoft.AspNetCore.Html.IHtmlContent Shown(DateTimeOffset at)
    {
        var laboratory = Page.HttpContext.RequestServices.GetRequiredService<Laboratory>();
        return TimeView.Of(at, Zone ?? laboratory.Zone, Mode, laboratory.Clock.GetUtcNow());
    }
}
