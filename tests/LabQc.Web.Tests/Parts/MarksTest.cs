using LabQc.Evaluation;
using LabQc.Web.Parts;

namespace LabQc.Web.Tests.Parts;

public sealed class MarksTest
{
    [Theory]
    [InlineData("conforms", "#v-ok", "Conforms")]
    [InlineData("does-not-conform", "#v-fail", "Does not conform")]
    [InlineData("inconclusive", "#v-inc", "Inconclusive")]
    [InlineData("missing", "#v-miss", "Missing")]
    [InlineData("incomplete", "#v-miss", "Incomplete")]
    [InlineData("reported", "#i-ring", "Reported")]
    [InlineData("out-of-trend", "#v-trend", "Out of trend")]
    [InlineData("not-judged", "#i-ring", "Not judged")]
    public void A_verdict_is_a_shape_and_a_word(string value, string shape, string word)
    {
        var mark = Shown.Of(new VerdictMark { Value = value });

        Assert.Equal(shape, mark.QuerySelector("use")!.GetAttribute("href"));
        Assert.Equal("true", mark.QuerySelector("svg")!.GetAttribute("aria-hidden"));
        Assert.Equal(word, mark.TextContent);
    }

    [Fact]
    public void Every_verdict_of_a_criterion_and_of_a_lot_has_its_mark()
    {
        Assert.All(Enum.GetValues<CriterionVerdict>(), v => Assert.NotEmpty(Shown.Of(VerdictMark.Of(v)).TextContent));
        Assert.All(Enum.GetValues<LotVerdict>(), v => Assert.NotEmpty(Shown.Of(VerdictMark.Of(v)).TextContent));
    }

    [Fact]
    public void A_judgement_that_nobody_knows_is_no_verdict() =>
        Assert.Throws<ArgumentException>(() => VerdictMark.Of("fine"));

    [Theory]
    [InlineData("draft", "quarantined", false, "state draft", "Draft")]
    [InlineData("testing", "quarantined", false, "state quarantined", "Quarantined")]
    [InlineData("submitted", "quarantined", true, "state quarantined lg", "Quarantined, in review")]
    [InlineData("verified", "quarantined", true, "state quarantined lg", "Quarantined, verified")]
    [InlineData("verified", "released", false, "state released", "Released")]
    [InlineData("verified", "recalled", true, "state recalled lg", "Recalled")]
    public void The_state_of_a_lot_looks_like_its_label(string workState, string disposition, bool large, string look, string words)
    {
        var state = Shown.Of(new LotState { WorkState = workState, Disposition = disposition, Lg = large }).FirstElementChild!;

        Assert.Equal(look, state.GetAttribute("class"));
        Assert.Equal(words, state.TextContent);
    }

    [Fact]
    public void A_hold_is_said_beside_the_state()
    {
        var state = Shown.Of(new LotState { WorkState = "verified", Disposition = "released", OnHold = true }).FirstElementChild!;

        Assert.Equal("Released, on hold", state.TextContent);
        Assert.Equal("state released held", state.GetAttribute("class"));
    }

    [Fact]
    public void A_lot_number_of_any_characters_leads_to_its_page()
    {
        var link = Shown.Of(new LotLink { Lot = "A/1 <b>" }).QuerySelector("a")!;

        Assert.Equal("/batches/A%2F1%20%3Cb%3E", link.GetAttribute("href"));
        Assert.Equal("A/1 <b>", link.TextContent);
    }

    [Fact]
    public void A_strip_groups_its_marks_and_counts_them_aloud()
    {
        var strip = Shown.Of(CriteriaStrip.Of(CriterionSamples.Evaluation)).FirstElementChild!;

        Assert.Equal("img", strip.GetAttribute("role"));
        Assert.Equal("6 conform, 1 does not conform, 1 inconclusive, 1 missing, 1 reported", strip.GetAttribute("aria-label"));
        Assert.Equal(10, strip.QuerySelectorAll("svg").Length);
        Assert.Equal(4, strip.QuerySelectorAll("i").Length);
        Assert.Equal(
            "s-ok s-ok | s-ok v-inc s-ok | s-ok i-ring | v-fail | s-ok v-miss",
            string.Join(' ', strip.Children.Select(c => c.LocalName == "i" ? "|" : c.QuerySelector("use")!.GetAttribute("href")![1..])));
    }
}
