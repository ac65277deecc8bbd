using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using LabQc.Specifications;
using LabQc.Units;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>
/// A labelled field of a form: label, control with qualifier and unit inside its border, and beneath it what is to be known,
/// joined to it. <c>&lt;field name="Final" label="Final volume" unit="mL" value="@Model.Final" span="c3" /&gt;</c>. What was sent
/// and what was wrong with it come from the model state; attributes that are not the field's own go to the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Field : TagHelper
{
    private static readonly IReadOnlyList<Choice> Qualifiers = Choice.Of(["=", "<", ">", "n.d."]);

    /// <summary>The name under which the value is sent.</summary>
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    /// <summary>Whether the label is only read aloud, as in a grid whose heads say it.</summary>
    public bool HideLabel { get; set; }

    /// <summary>A short remark at the right of the label.</summary>
    public string? Remark { get; set; }

    public string? Hint { get; set; }

    /// <summary>What is wrong; it stops the person. Taken from the model state where the page gives none.</summary>
    public string? Error { get; set; }

    /// <summary>What is unusual; the person can go on.</summary>
    public string? Warning { get; set; }

    public string? Unit { get; set; }

    /// <summary>The qualifier that is chosen: =, &lt;, &gt;, n.d.; null: the field has none. It is sent as the name with "Qualifier" behind.</summary>
    public string? Qualifier { get; set; }

    /// <summary>text, number, date, password, email, textarea, select, checkbox or file.</summary>
    public string Kind { get; set; } = "text";

    /// <summary>The value to begin with; what was sent wins over it. A password is never sent back.</summary>
    public string? Value { get; set; }

    /// <summary>What a select offers.</summary>
    public IEnumerable<Choice>? Options { get; set; }

    /// <summary>How many of 12 columns: c2, c3, c5, c6, c8, c12; null: four.</summary>
    public string? Span { get; set; }

    /// <summary>The criterion that the value will be judged by: the browser says at once when it is outside. The server stays the judge.</summary>
    public Criterion? JudgedBy { get; set; }

    /// <summary>The page that is shown.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Page { get; set; } = null!;

    private string Id => FieldId.Of(Name);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Error ??= Page.ViewData.ModelState.TryGetValue(Name, out var state) ? state.Errors.FirstOrDefault()?.ErrorMessage : null;
        var message = Message();
        var control = Joined(Control(), message is not null);
        foreach (var attribute in output.Attributes)
            control.With(attribute.Name, Text(attribute));
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Span is null ? "f" : "f " + Span);
        output.Content.SetHtmlContent(Kind == "checkbox" ? Ticked(control, message) : Labelled(control, message));
    }

    private IHtmlContent Labelled(TagBuilder control, IHtmlContent? message)
    {
        var label = Element.Of("label", Label, Remark is null ? null : Element.Of("small", Remark)).With("for", control.Attributes["id"]).Classed(HideLabel ? "sr" : null);
        return Element.All(label, Boxed(control), message, LiveHint(control));
    }

    private IHtmlContent Ticked(TagBuilder control, IHtmlContent? message) =>
        Element.All(Element.Of("label", control, Element.Of("span", Label, Remark is null ? null : Element.Of("small", Remark))).Classed("opt"), message);

    /// <summary>Inside one border with its qualifier and unit, where it has any.</summary>
    private IHtmlContent Boxed(TagBuilder control)
    {
        if (string.IsNullOrEmpty(Unit) && Qualifier is null)
            return control;
        var name = Name + "Qualifier";
        var qualifier = Qualifier is null
            ? null
            : Element.Of("select", OptionsOf(Qualifiers, Sent(name) ?? Qualifier)).Classed("q").With("name", name).With("aria-label", Label + ": qualifier");
        var unit = string.IsNullOrEmpty(Unit) ? null : Element.Of("span", NumberView.Unit(Unit)).Classed("unit");
        return Element.Of("div", qualifier, control, unit).Classed("field");
    }

    private TagBuilder Control()
    {
        var value = Sent(Name) ?? Value ?? "";
        var control = Kind switch
        {
            "textarea" => Element.Of("textarea", "\n" + value),
            "select" => Element.Of("select", OptionsOf(Options ?? [], value)),
            "checkbox" => Element.Void("input").With("type", "checkbox").With("value", "true").With("checked", value is "True" or "true" or "true,false" ? "" : null),
            "password" or "file" => Element.Void("input").With("type", Kind),
            "number" => Element.Void("input").With("type", "text").With("inputmode", "decimal").With("autocomplete", "off").Classed("num").With("value", value),
            _ => Element.Void("input").With("type", Kind).With("value", value),
        };
        return Kind == "text" && !string.IsNullOrEmpty(Unit) ? control.Classed("num").With("inputmode", "decimal").With("autocomplete", "off") : control;
    }

    private TagBuilder Joined(TagBuilder control, bool described)
    {
        control.With("id", Id).With("name", Name).With("aria-invalid", string.IsNullOrEmpty(Error) ? null : "true").With("aria-describedby", described ? Id + "-d" : null);
        if (JudgedBy is not { } criterion)
            return control;
        var unit = NumberView.Unit(criterion.Attribute.Unit);
        return control
            .With("data-lower", criterion.Limits.Lower?.Number.Text)
            .With("data-lower-open", criterion.Limits.Lower is { Inclusive: false } ? "" : null)
            .With("data-upper", criterion.Limits.Upper?.Number.Text)
            .With("data-upper-open", criterion.Limits.Upper is { Inclusive: false } ? "" : null)
            .With("data-expected", criterion.Expected?.Word())
            .With("data-limits", (NumberView.Limits(criterion) + "\u00A0" + unit).TrimEnd('\u00A0'));
    }

    private IHtmlContent? LiveHint(TagBuilder control) =>
        JudgedBy is null or { IsReportedOnly: true } ? null : Element.Of("output").Classed("limit-hint").With("for", control.Attributes["id"]);

    private IHtmlContent? Message() => (Error, Warning, Hint) switch
    {
        ({ Length: > 0 } error, _, _) => Said("err", "v-fail", error),
        (_, { Length: > 0 } warning, _) => Said("wrn", "i-warn", warning),
        (_, _, { Length: > 0 } hint) => Element.Of("p", hint).Classed("hint").With("id", Id + "-d"),
        _ => null,
    };

    private TagBuilder Said(string look, string icon, string words) =>
        Element.Of("p", Icon.Of(icon), Element.Of("span", words)).Classed(look).With("id", Id + "-d");

    private string? Sent(string name) =>
        Kind is not ("password" or "file") && Page.ViewData.ModelState.TryGetValue(name, out var state) ? state.AttemptedValue : null;

    private static IEnumerable<IHtmlContent> OptionsOf(IEnumerable<Choice> choices, string chosen) =>
        choices.Select(c => Element.Of("option", c.Words).With("value", c.Value).With("selected", c.Value == chosen ? "" : null));

    /// <summary>An attribute's value as plain text: what Razor hands over is encoded already.</summary>
    private static string Text(TagHelperAttribute attribute)
    {
        if (attribute.Value is not IHtmlContent encoded)
            return Convert.ToString(attribute.Value, CultureInfo.InvariantCulture) ?? "";
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        encoded.WriteTo(text, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(text.ToString());
    }
}
