using AngleSharp.Dom;
using LabQc.Units;
using LabQc.Web.Parts;

namespace LabQc.Web.Tests.Parts;

public sealed class FieldTest
{
    [Fact]
    public void A_label_belongs_to_its_control_and_the_unit_stands_inside()
    {
        var field = Shown.Of(new Field { Name = "Steps[0].Volume", Label = "Final volume", Unit = "mL", Value = "20.0", Page = Shown.Page() });
        var input = field.QuerySelector("input")!;

        Assert.Equal("f-steps-0-volume", input.Id);
        Assert.Equal(input.Id, field.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("20.0", input.GetAttribute("value"));
        Assert.Equal("num", input.GetAttribute("class"));
        Assert.Equal("mL", field.QuerySelector(".field > .unit")!.TextContent);
        Assert.Null(input.GetAttribute("aria-describedby"));
    }

    [Fact]
    public void What_was_sent_and_what_was_wrong_with_it_stand_in_the_field_again()
    {
        var page = Shown.Page(("Column", "Q35 \"old\" <b>", "Column lot Q35 expired."), ("ProteinQualifier", "<", null));
        var field = Shown.Of(new Field { Name = "Column", Label = "Column lot", Value = "first", Page = page });
        var input = field.QuerySelector("input")!;

        Assert.Equal("Q35 \"old\" <b>", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Column lot Q35 expired.", field.QuerySelector("#" + input.GetAttribute("aria-describedby"))!.TextContent);
        var protein = Shown.Of(new Field { Name = "Protein", Label = "Protein", Qualifier = "=", Page = page });
        Assert.Equal("<", protein.QuerySelector("select option[selected]")!.GetAttribute("value"));
        Assert.Equal("Protein: qualifier", protein.QuerySelector("select")!.GetAttribute("aria-label"));
    }

    [Fact]
    public void A_warning_lets_the_person_go_on()
    {
        var field = Shown.Of(new Field { Name = "Passage", Label = "Passage", Warning = "Usual is 3 to 7", Page = Shown.Page() });

        Assert.Null(field.QuerySelector("input")!.GetAttribute("aria-invalid"));
        Assert.Equal("Usual is 3 to 7", field.QuerySelector(".wrn")!.TextContent);
    }

    [Fact]
    public void Attributes_that_are_not_its_own_go_to_the_control()
    {
        var field = Shown.Of(new Field { Name = "Why", Label = "Reason", Kind = "textarea", Page = Shown.Page() }, "", ("required", ""), ("placeholder", "A & B"));
        var area = field.QuerySelector("textarea")!;

        Assert.True(area.HasAttribute("required"));
        Assert.Equal("A & B", area.GetAttribute("placeholder"));
    }

    [Fact]
    public void A_password_is_never_sent_back()
    {
        var field = Shown.Html(new Field { Name = "Password", Label = "Password", Kind = "password", Value = "secret", Page = Shown.Page(("Password", "secret", "wrong")) });

        Assert.DoesNotContain("secret", field, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_a_text_are_kept_even_when_the_first_is_empty()
    {
        var field = Shown.Of(new Field { Name = "Why", Label = "Reason", Kind = "textarea", Value = "\nsecond", Page = Shown.Page() });

        Assert.Equal("\nsecond", field.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public void A_criterion_tells_the_browser_its_limits_to_the_letter()
    {
        var criterion = CriterionSamples.Criterion("safety.endotoxin", CriterionSamples.Limits(null, "0.250", inclusive: false));
        var field = Shown.Of(new Field { Name = "Endotoxin", Label = "Endotoxin", JudgedBy = criterion, Page = Shown.Page() });
        var input = field.QuerySelector("input")!;

        Assert.Equal("0.250", input.GetAttribute("data-upper"));
        Assert.True(input.HasAttribute("data-upper-open"));
        Assert.False(input.HasAttribute("data-lower"));
        Assert.Equal("<\u00A00.250\u00A0EU/mL", input.GetAttribute("data-limits"));
        Assert.Equal(input.Id, field.QuerySelector("output.limit-hint")!.GetAttribute("for"));
        var presence = CriterionSamples.Criterion("safety.sterility", expected: Presence.Absent);
        Assert.Equal("absent", Shown.Of(new Field { Name = "S", Label = "S", JudgedBy = presence, Page = Shown.Page() }).QuerySelector("input")!.GetAttribute("data-expected"));
    }

    [Fact]
    public void A_box_is_ticked_by_what_was_sent()
    {
        static IElement Box(string? value) =>
            Shown.Of(new Field { Name = "Agree", Label = "I agree", Kind = "checkbox", Value = value, Page = Shown.Page() }).QuerySelector("label > input")!;

        Assert.True(Box("True").HasAttribute("checked"));
        Assert.False(Box(null).HasAttribute("checked"));
    }

    [Fact]
    public void A_choice_is_kept()
    {
        var field = Shown.Of(new Field { Name = "Method", Label = "Method", Kind = "select", Options = [new("uc", "Ultracentrifugation"), new("sec", "Size <exclusion>")], Value = "sec", Page = Shown.Page() });

        Assert.Equal("Size <exclusion>", field.QuerySelector("option[selected]")!.TextContent);
    }

    [Fact]
    public void The_summary_points_into_the_fields()
    {
        var summary = Shown.Of(new ErrorSummary { Refused = ["two problems"], Page = Shown.Page(("Steps[0].Rotor", "", "There is no rotor."), ("", null, "Not today.")) });

        Assert.Equal("-1", summary.QuerySelector("#errors")!.GetAttribute("tabindex"));
        Assert.Equal("Nothing was stored. 2 things need another look.", summary.QuerySelector("b")!.TextContent);
        Assert.Equal("#f-steps-0-rotor", summary.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["There is no rotor.", "Not today."], summary.QuerySelectorAll("li").Select(l => l.TextContent).Order().Reverse());
    }

    [Fact]
    public void What_was_refused_as_a_whole_is_said_in_its_own_words()
    {
        var summary = Shown.Of(new ErrorSummary { Refused = ["<Jonas> changed it."], Page = Shown.Page() });

        Assert.Equal("<Jonas> changed it.", summary.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public void There_is_no_summary_when_nothing_is_wrong() =>
        Assert.Equal("", Shown.Html(new ErrorSummary { Page = Shown.Page(("Column", "fine", null)) }));

    [Fact]
    public void A_signature_asks_for_the_password_and_for_a_code_only_from_who_uses_one()
    {
        var with = Shown.Of(new SignBlock { AsksCode = true, Who = "Dr Elena Varga, QA manager", Page = Shown.Page(("Password", "x1y2", "Not your password.")) }, "I <b>reject</b> the lot.");
        var without = Shown.Of(new SignBlock { Page = Shown.Page() }, "I verified the record.");

        Assert.Equal("current-password", with.QuerySelector("[name=Password]")!.GetAttribute("autocomplete"));
        Assert.Equal("one-time-code", with.QuerySelector("[name=OneTimeCode]")!.GetAttribute("autocomplete"));
        Assert.Equal("I reject the lot.", with.QuerySelector(".meaning")!.TextContent);
        Assert.Equal("Not your password.", with.QuerySelector(".err")!.TextContent);
        Assert.DoesNotContain("x1y2", with.OuterHtml, StringComparison.Ordinal);
        Assert.Null(without.QuerySelector("[name=OneTimeCode]"));
    }
}
