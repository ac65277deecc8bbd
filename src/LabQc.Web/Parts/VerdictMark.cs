using LabQc.Evaluation;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>
/// A judgement as shape, word and colour, in this order: <c>&lt;verdict value="does-not-conform" /&gt;</c>. Other words may stand beside
/// the same shape: <c>&lt;verdict value="conforms" words="Ready" /&gt;</c>.
/// </summary>
[HtmlTargetElement("verdict", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VerdictMark : TagHelper
{
    /// <summary>
    /// conforms, does-not-conform, inconclusive, missing, incomplete, reported, in-trend, out-of-trend, not-judged, agrees or discordant.
    /// </summary>
    public string Value { get; set; } = "";

    /// <summary>Words instead of the judgement's own.</summary>
    public string? Words { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Of(Value, Words));
    }

    /// <summary>The mark of a criterion's verdict.</summary>
    public static IHtmlContent Of(CriterionVerdict verdict) => Of(verdict.Word());

    /// <summary>The mark of a lot's verdict.</summary>
    public static IHtmlContent Of(LotVerdict verdict) => Of(verdict.Word());

    /// <summary>The mark of a judgement by its word.</summary>
    /// <exception cref="ArgumentException">No judgement is called so.</exception>
    public static IHtmlContent Of(string value, string? words = null)
    {
        var shape = Shape.Of(value);
        return Element.Of("span", Icon.Of(shape.Icon), words ?? shape.Words).Classed("v " + shape.Tone);
    }

    /// <summary>The large mark at the head of a lot's page: shape, word, and a line beneath.</summary>
    public static IHtmlContent Headline(LotVerdict verdict, string beneath)
    {
        var shape = Shape.Of(verdict.Word());
        return Element.Of("div", Icon.Of(shape.Icon, shape.Tone), Element.Of("b", shape.Words), Element.Of("small", beneath)).Classed("verdict");
    }
}

/// <summary>How a judgement looks: its symbol, its colour, its word.</summary>
internal sealed record Shape(string Icon, string Tone, string Words)
{
    /// <exception cref="ArgumentException">No judgement is called so.</exception>
    public static Shape Of(string value) => value switch
    {
        "conforms" => new("v-ok", "ok", "Conforms"),
        "does-not-conform" => new("v-fail", "fail", "Does not conform"),
        "inconclusive" => new("v-inc", "warn", "Inconclusive"),
        "missing" => new("v-miss", "none", "Missing"),
        "incomplete" => new("v-miss", "none", "Incomplete"),
        "reported" => new("i-ring", "ok", "Reported"),
        "in-trend" => new("v-ok", "ok", "In trend"),
        "out-of-trend" => new("v-trend", "warn", "Out of trend"),
        "not-judged" => new("i-ring", "none", "Not judged"),
        "agrees" => new("v-ok", "ok", "Agrees"),
        "discordant" => new("v-fail", "fail", "Discordant"),
        _ => throw new ArgumentException($"No judgement is called '{value}'.", nameof(value)),
    };
}
