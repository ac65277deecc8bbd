using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.AuditTrail;

/// <summary>The audit trail in the browser, with every role that may read it.</summary>
public sealed class AuditPagesTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    private const string Lot = "MSC-UC-2411A";
    private const string Hostile = "<script>alert(1)</script> \"&' =1+1";

    [Fact]
    public async Task The_newest_events_come_first_fifty_a_page_and_the_pager_walks_to_the_first_and_back()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        var seen = new List<long>();
        var page = Parsed(await auditor.Read("/audit"));
        Assert.Equal(50, Numbers(page).Count);
        while (true)
        {
            seen.AddRange(Numbers(page));
            if (page.QuerySelector("a[rel=next]") is not { } older)
                break;
            page = Parsed(await auditor.Read(older.GetAttribute("href")!));
        }
        Assert.Equal(1, seen[^1]);
        Assert.Equal(seen.OrderDescending(), seen);
        Assert.Equal(seen[0], seen.Count);
        var newer = Parsed(await auditor.Read(page.QuerySelector("a[rel=prev]")!.GetAttribute("href")!));
        Assert.Equal(seen.Skip(seen.Count - Numbers(page).Count - 50).Take(50), Numbers(newer));
    }

    [Fact]
    public async Task Filters_by_who_what_lot_and_reason_show_only_what_fits()
    {
        Correct(Hostile);
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        Assert.All(Cells(await auditor.Read($"/audit?lot={Lot}"), 4), cell => Assert.Equal(Lot, cell));
        Assert.All(Cells(await auditor.Read($"/audit?lot={Lot.ToLowerInvariant()}"), 4), cell => Assert.Equal(Lot, cell));
        Assert.All(Cells(await auditor.Read("/audit?what=batch.registered"), 3), cell => Assert.StartsWith("Registered a batch", cell));
        Assert.All(Cells(await auditor.Read("/audit?who=Nasty+Name"), 2), cell => Assert.StartsWith("Nasty Name", cell));
        var found = Parsed(await auditor.Read("/audit?why=ALERT(1)"));
        Assert.NotEmpty(Numbers(found));
        Assert.All(found.QuerySelectorAll("table.audit tbody tr"), row => Assert.Equal(Hostile, row.Children[6].TextContent));
        Assert.Contains("No event fits the filter", await auditor.Read("/audit?lot=NO-SUCH-LOT"));
    }

    [Fact]
    public async Task Days_are_the_laboratory_s_and_one_that_is_none_is_said()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        var zone = demonstration.Laboratory.Laboratory.Zone;
        var last = DateTimeOffset.Parse(Parsed(await auditor.Read("/audit")).QuerySelector("table.audit time")!.GetAttribute("datetime")!, System.Globalization.CultureInfo.InvariantCulture);
        var day = TimeZoneInfo.ConvertTime(last, zone).Date;
        Assert.NotEmpty(Numbers(Parsed(await auditor.Read($"/audit?from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}"))));
        Assert.Empty(Numbers(Parsed(await auditor.Read($"/audit?from={day.AddDays(1):yyyy-MM-dd}"))));
        Assert.Empty(Numbers(Parsed(await auditor.Read($"/audit?to={day.AddYears(-30):yyyy-MM-dd}"))));
        Assert.Contains("A day is written as", await auditor.Read("/audit?from=yesterday"));
    }

    [Fact]
    public async Task An_event_shows_before_and_after_with_what_changed_marked_and_its_hashes_checked()
    {
        var sequence = Correct("Digits swapped");
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        var page = Parsed(await auditor.Read($"/audit/{sequence}"));
        var remarks = page.QuerySelectorAll(".diff tr.chg").Where(r => r.TextContent.StartsWith("remarks", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, remarks.Count);
        Assert.Contains($"Remark of {sequence}", remarks[1].TextContent);
        Assert.Contains("That of its content", page.Body!.TextContent);
        Assert.Contains("That of the event before", page.Body.TextContent);
        Assert.Contains("Made with the registry's key", page.Body.TextContent);
        Assert.Equal($"/audit/{sequence - 1}", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.Get("/audit/999999999")).StatusCode);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text_on_every_page_of_the_trail()
    {
        var sequence = Correct(Hostile);
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        foreach (var address in (string[])["/audit", $"/audit/{sequence}", $"/audit?why={Uri.EscapeDataString(Hostile)}", $"/audit?lot={Uri.EscapeDataString(Hostile)}"])
            Assert.DoesNotContain("<script>alert", await auditor.Read(address));
    }

    [Fact]
    public async Task The_download_holds_what_the_filter_shows_and_no_cell_is_a_formula()
    {
        Correct("=HYPERLINK(\"http://x\")");
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        var answer = await auditor.Get($"/audit.csv?lot={Lot}");
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("sequence,utc,actor", lines[0]);
        Assert.Contains(lines, line => line.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(",=HYPERLINK", StringComparison.Ordinal));
        var shown = Numbers(Parsed(await auditor.Read($"/audit?lot={Lot}")));
        Assert.Equal(shown.Take(50).Select(n => $"{n}"), lines.Skip(1).Take(shown.Count).Select(line => line.Split(',')[0]));
        Assert.Equal(HttpStatusCode.BadRequest, (await auditor.Get("/audit.csv?from=never")).StatusCode);
    }

    [Fact]
    public async Task The_canonical_form_can_be_taken_away_byte_by_byte()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        using var work = demonstration.Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        var kept = new AuditEventStore(work.Session).At(work.Site, 1)!;
        var answer = await auditor.Get("/audit/1/canonical");
        Assert.Equal(kept.Canonical, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("event-1.json", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.Get("/audit/999999999/canonical")).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_no_checkpoint_is_refused_in_words()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        var answer = await auditor.Upload("/verify", [], [("checkpoint", "<b>x</b>.txt", "nonsense"u8.ToArray())]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("cannot be read as a checkpoint", text);
        Assert.DoesNotContain("<b>x</b>", text);
    }

    /// <summary>Corrects the lot's remarks as somebody, and returns the number of the event.</summary>
    private long Correct(string reason)
    {
        using var work = demonstration.Laboratory.Laboratory.Registry.Begin(new Actor("Nasty Name", "test", "a test"));
        work.Session.BeginWriting();
        var store = new BatchStore(work);
        var next = new AuditEventStore(work.Session).Last(work.Site)!.Sequence + 1;
        store.Correct(store.Current(Lot).Details with { Remarks = $"Remark of {next}" }, store.State(Lot).RowVersion, reason);
        work.Commit();
        return next;
    }

    private static IDocument Parsed(string html) => new HtmlParser().ParseDocument(html);

    private static IReadOnlyList<long> Numbers(IDocument page) =>
        [.. page.QuerySelectorAll("table.audit tbody tr td:first-child a").Select(a => long.Parse(a.GetAttribute("href")!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture))];

    private static IReadOnlyList<string> Cells(string html, int column)
    {
        var cells = Parsed(html).QuerySelectorAll("table.audit tbody tr").Select(r => r.Children[column].TextContent.Trim()).ToList();
        Assert.NotEmpty(cells);
        return cells;
    }
}
