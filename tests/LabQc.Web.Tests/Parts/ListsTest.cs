using LabQc.Web.Parts;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Tests.Parts;

public sealed class ListsTest
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 13, 6, 10, TimeSpan.Zero);
    private const string Hostile = "<img src=x onerror=alert(1)>";

    [Fact]
    public void A_correction_shows_before_after_and_reason()
    {
        var line = new TimelineLine { At = Now, Kind = TimelineKind.Corrected, Sentence = new HtmlString("Protein corrected"), Before = "2.80", After = Hostile, Reason = "Digits swapped." };
        var shown = Shown.Of(TimelineView.Of([line], TimeZoneInfo.Utc, Now)).QuerySelector("li")!;

        Assert.Equal("before 2.80", shown.QuerySelector("del")!.TextContent);
        Assert.Equal("after " + Hostile, shown.QuerySelector("ins")!.TextContent);
        Assert.Equal("Digits swapped.", shown.QuerySelector(".soft")!.TextContent);
        Assert.Equal("today 13:06", shown.QuerySelector("time")!.TextContent);
        Assert.Null(shown.QuerySelector("img"));
    }

    [Fact]
    public void A_reason_without_a_correction_begins_a_new_sentence()
    {
        var line = new TimelineLine { At = Now, Sentence = new HtmlString("Replicate 4 excluded"), Reason = "Vibration." };

        Assert.Equal("Replicate 4 excluded. Vibration.", Shown.Of(TimelineView.Of([line], TimeZoneInfo.Utc, Now)).QuerySelector("li > div")!.TextContent);
    }

    [Fact]
    public void A_signature_shows_name_meaning_UTC_and_hash()
    {
        var line = new SignatureLine { Meaning = "Verified", Name = "Mira Okafor", Role = "Technician", At = Now, DossierSha256 = "9f3c61d048ab" + new string('0', 48) + "e27a", Address = "/signatures/lot/EXO-1/2" };
        var shown = Shown.Of(SignatureList.Of([line], TimeZoneInfo.Utc)).QuerySelector("li")!;

        Assert.Equal("#i-sign", shown.QuerySelector("use")!.GetAttribute("href"));
        Assert.Contains("Verified · Mira Okafor, Technician", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026-03-05 13:06:10 UTC", shown.TextContent, StringComparison.Ordinal);
        Assert.Equal("record 9f3c 61d0 … e27a", shown.QuerySelector("a[href='/signatures/lot/EXO-1/2']")!.TextContent);
    }

    [Fact]
    public void A_signature_says_when_its_content_was_corrected_since()
    {
        var line = new SignatureLine { Meaning = "Approved", Name = "Dr Elena Varga", At = Now, Corrected = "protein at 14:22" };
        var shown = Shown.Of(SignatureList.Of([line], TimeZoneInfo.Utc)).QuerySelector("li")!;

        Assert.Equal("#v-fail", shown.QuerySelector("use")!.GetAttribute("href"));
        Assert.Equal("Signed content corrected since: protein at 14:22", shown.QuerySelector(".fail.corrected")!.TextContent);
    }

    [Fact]
    public void A_signature_to_come_is_an_open_ring()
    {
        var shown = Shown.Of(SignatureList.Of([new SignatureLine { Meaning = "Reviewed", Waits = "waits for a QA manager" }], TimeZoneInfo.Utc));

        Assert.Equal("#v-miss", shown.QuerySelector("use")!.GetAttribute("href"));
        Assert.Equal("waits for a QA manager", shown.QuerySelector("small")!.TextContent);
    }

    [Fact]
    public void Before_and_after_mark_what_changed_in_both_tables()
    {
        var shown = Shown.Of(DiffTables.Of([new DiffLine("Unit", "µg/mL", "µg/mL"), new DiffLine("Value", "2.80", "2.08"), new DiffLine("File", null, Hostile)], "Before", "After"));

        Assert.Equal(["Before", "After"], shown.QuerySelectorAll("caption").Select(c => c.TextContent));
        Assert.Equal(4, shown.QuerySelectorAll("tr.chg").Length);
        Assert.Equal("none (changed)", shown.QuerySelectorAll("tr.chg td")[1].TextContent);
        Assert.Null(shown.QuerySelector("img"));
    }

    [Fact]
    public void An_end_of_a_list_has_no_address()
    {
        var shown = Shown.Of(new Pager { Stands = "25 from EXO-2026-0042", Older = "/batches?before=17&a=1" });

        Assert.True(shown.QuerySelector("button")!.HasAttribute("disabled"));
        Assert.Equal("/batches?before=17&a=1", shown.QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty(Shown.Of(new Pager { Stands = "3 lots" }).QuerySelectorAll("a, button"));
    }

    [Fact]
    public void A_notice_has_a_sign_a_bold_sentence_and_one_action()
    {
        var shown = Shown.Of(new NoteBox { Kind = "warn", Title = Hostile, Href = "/x", Action = "Open" }, "It is <i>so</i>.");

        Assert.Equal("note-box warn", shown.FirstElementChild!.GetAttribute("class"));
        Assert.Equal(Hostile, shown.QuerySelector("b")!.TextContent);
        Assert.Equal("Open", shown.QuerySelector("a.btn")!.TextContent);
        Assert.Throws<ArgumentException>(() => NoteBox.Of("alarm", "x"));
    }

    [Fact]
    public void An_empty_list_says_why()
    {
        var shown = Shown.Of(new EmptyState { Title = "No lot is registered yet" }, "<p>Register the first.</p>");

        Assert.Equal("#a-limits", shown.QuerySelector("svg.art use")!.GetAttribute("href"));
        Assert.Equal("No lot is registered yet", shown.QuerySelector("b")!.TextContent);
        Assert.Equal("Register the first.", shown.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public void A_success_is_said_once_with_a_link()
    {
        var shown = Shown.Of(new Toast { Href = "/batches/EXO-1", Action = "Show lot" }, "Registered.").FirstElementChild!;

        Assert.Equal("status", shown.GetAttribute("role"));
        Assert.Equal("/batches/EXO-1", shown.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Numbers_of_a_chart_stand_in_a_table_with_heads()
    {
        var shown = Shown.Of(new NumbersTable { Heads = ["Lot", "D50, nm", "Rule"], Rows = [["EXO-1", "101.2", ""]], Words = [2] }.Folded());

        Assert.Equal(["col", "col", "col"], shown.QuerySelectorAll("thead th").Select(h => h.GetAttribute("scope")));
        Assert.Equal("r", shown.QuerySelectorAll("thead th")[1].GetAttribute("class"));
        Assert.Null(shown.QuerySelectorAll("thead th")[2].GetAttribute("class"));
        Assert.Equal("row", shown.QuerySelector("tbody th")!.GetAttribute("scope"));
        Assert.Equal("–not yet", shown.QuerySelectorAll("tbody td")[1].TextContent);
    }

    [Fact]
    public void The_list_of_keys_is_a_dialog_with_a_name()
    {
        var dialog = Shown.Of(new KeyList()).QuerySelector("dialog#keys")!;

        Assert.Equal("Keys", dialog.QuerySelector("#" + dialog.GetAttribute("aria-labelledby"))!.TextContent);
        Assert.Contains("?", dialog.QuerySelectorAll("kbd").Select(k => k.TextContent));
    }
}
