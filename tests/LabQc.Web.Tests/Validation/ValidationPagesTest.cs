using System.Net;
using AngleSharp.Html.Parser;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Validation;

/// <summary>Third parties' results in the browser.</summary>
public sealed class ValidationPagesTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    private const string Lot = "MSC-UC-2412B";

    private static readonly string[] Lots = ["MSC-UC-2411A", "MSC-UC-2411B", "MSC-SEC-2411A", "PLT-PEG-2411A", "HEK-UC-2412A", "PLT-SEC-2510A", "IPS-PEG-2601A", "MSC-UC-2610A"];

    [Fact]
    public async Task A_result_is_recorded_from_its_certificate_shown_beside_ours_and_over_all_lots()
    {
        using var technician = await SignedInClient.InRole(demonstration.Laboratory, "technician");
        foreach (var lot in Lots)
            Assert.Equal(HttpStatusCode.Redirect, (await Record(technician, lot, "size.mode", "131.4")).StatusCode);
        var own = await technician.Read("/batches/MSC-UC-2411A/validation");
        Assert.Contains("Nordlicht &lt;i&gt;Analytik&lt;/i&gt;", own);
        Assert.DoesNotContain("<i>Analytik", own);
        Assert.Contains("/files/", own);
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        var page = new HtmlParser().ParseDocument(await auditor.Read("/validation?attribute=size.mode"));
        Assert.Equal(Lots.Order(StringComparer.Ordinal), page.QuerySelectorAll("table.log tbody th a").Select(a => a.TextContent));
        Assert.All(page.QuerySelectorAll("table.log tbody tr"), row => Assert.Contains("± 4.8", row.TextContent));
        Assert.Contains("Agreement: Modal diameter", page.Body!.TextContent);
        var verdicts = page.QuerySelectorAll("table.log tbody .v").Select(v => v.TextContent).ToList();
        foreach (var (word, verdict) in ((string, string)[])[("Agrees", "agrees"), ("Discordant", "discordant"), ("Not judged", "not-judged")])
        {
            var some = new HtmlParser().ParseDocument(await auditor.Read($"/validation?verdict={verdict}&attribute=size.mode"));
            Assert.Equal(verdicts.Count(v => v == word), some.QuerySelectorAll("table.log tbody tr").Length);
        }
    }

    [Fact]
    public async Task The_demonstration_shows_how_ours_and_theirs_agree_with_a_chart_and_its_numbers()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        var page = new HtmlParser().ParseDocument(await auditor.Read("/validation?attribute=size.d50"));
        var rows = page.QuerySelectorAll("table.log tbody tr").Length;
        Assert.InRange(rows, 6, 8);
        Assert.Contains("Nordlicht Analytik (invented)", page.Body!.TextContent);
        if (rows == 8)
            Assert.Contains("Bland–Altman plot of 8 lots", page.QuerySelector("svg.chart")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task What_is_missing_or_no_number_is_named_and_nothing_is_stored()
    {
        using var technician = await SignedInClient.InRole(demonstration.Laboratory, "technician");
        var empty = await technician.Upload("/batches/MSC-UC-2610A/validation", [("Value", "12")], []);
        var text = await empty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("name the laboratory", text);
        Assert.Contains("value=\"12\"", text);
        var wrong = await Record(technician, "MSC-UC-2610A", "size.d90", "a lot");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.DoesNotContain("D90</th>", await technician.Read("/batches/MSC-UC-2610A/validation"));
    }

    [Fact]
    public async Task An_auditor_reads_and_has_no_form_and_is_refused_by_address()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        Assert.DoesNotContain("Record the result", await auditor.Read("/batches/MSC-UC-2610A/validation"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Record(auditor, "MSC-UC-2610A", "size.d50", "100")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.Get($"/batches/{Lot}/validation")).StatusCode);
    }

    private static Task<HttpResponseMessage> Record(SignedInClient person, string lot, string attribute, string value) =>
        person.Upload($"/batches/{lot}/validation",
            [("Attribute", attribute), ("Value", value), ("Uncertainty", "4.8"), ("Laboratory", "Nordlicht <i>Analytik</i>"), ("Method", "Tracking, ISO 19430"), ("Number", "NL-26-0117"), ("Issued", "2026-02-27")],
            [("certificate", "certificate.pdf", System.Text.Encoding.UTF8.GetBytes($"certificate of {lot}"))]);
}
