using System.Net;
using System.Text.RegularExpressions;
using LabQc.AuditTrail;
using LabQc.Consistency;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Consistency;

/// <summary>Reference sets in the browser: choosing lots, seeing the limits, freezing by signature.</summary>
public sealed class ReferenceSetPagesTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    [Fact]
    public async Task A_set_is_chosen_shown_frozen_by_signature_and_followed_by_its_next_version()
    {
        using var manager = await SignedInClient.InRole(demonstration.Laboratory, "qa-manager");
        var password = PrintedPerson.PasswordOf(demonstration.Laboratory, "qa-manager");
        Assert.Contains("No reference set is frozen yet", await manager.Read("/reference-sets"), StringComparison.Ordinal);
        var address = $"/reference-sets/new?kind={Uri.EscapeDataString(KindWithTwoLots(await manager.Read("/reference-sets/new")))}";

        var page = await manager.Read(address);
        var fields = FormFields.Of(page);
        var lots = fields.Where(f => f.Name == "Lots").Select(f => f.Value).ToList();
        Assert.True(lots.Count >= 2, page);
        Assert.Contains("Limits that the set would give", page, StringComparison.Ordinal);
        Assert.Contains("one false signal in", page, StringComparison.Ordinal);

        var first = fields.With(("Name", "First lots"), ("Reason", "Qualification is done"), ("Password", "wrong"), ("do", "freeze"));
        var refused = await manager.Post(address, first);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Qualification is done", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Sets());

        var frozen = await manager.Post(address, first.With(("Password", password)));
        Assert.Equal("/reference-sets/First%20lots/1", frozen.Headers.Location?.OriginalString);
        var shown = WebUtility.HtmlDecode(await manager.Read("/reference-sets/First%20lots/1"));
        Assert.Contains("Qualification is done", shown, StringComparison.Ordinal);
        Assert.Contains(lots[0], shown, StringComparison.Ordinal);
        var signature = Regex.Match(shown, "href=\"(/signatures/reference-set/[^\"]+)\"").Groups[1].Value;
        Assert.Contains(ReferenceSets.SignedStatement, await manager.Read(signature), StringComparison.Ordinal);

        var late = await manager.Post(address, first.With(("Password", password), ("Name", "Other name")));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("since you read this page", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);

        var next = FormFields.Of(await manager.Read(address)).With(("Counted", "Ewma"), ("Reason", "EWMA counts from now on"), ("Password", password), ("do", "freeze"));
        Assert.Equal("/reference-sets/First%20lots/2", (await manager.Post(address, next)).Headers.Location?.OriginalString);
        Assert.Contains("Since version 1", await manager.Read("/reference-sets/First%20lots/2"), StringComparison.Ordinal);
        Assert.Equal([CountedFinding.Ewma], Sets()[^1].Counted);
    }

    [Fact]
    public async Task A_lot_is_left_out_for_a_cause_only()
    {
        using var manager = await SignedInClient.InRole(demonstration.Laboratory, "qa-manager");
        var address = $"/reference-sets/new?kind={Uri.EscapeDataString(KindWithTwoLots(await manager.Read("/reference-sets/new")))}";
        var fields = FormFields.Of(await manager.Read(address));
        var lots = fields.Where(f => f.Name == "Lots").ToList();

        var answer = await manager.Post(address, [.. fields.Except([lots[0]]).ToList().With(("Name", "Without the first"), ("Reason", "because"), ("Password", "any"), ("do", "freeze"))]);

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("name the assignable cause", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"f-cause-{lots[0].Value.ToLowerInvariant()}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_freeze_reads_and_changes_nothing()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        Assert.DoesNotContain("href=\"/reference-sets/new\"", await auditor.Read("/reference-sets"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get("/reference-sets/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Post("/reference-sets/new", ("do", "freeze"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.Get("/reference-sets/Nothing/1")).StatusCode);
    }

    private static string KindWithTwoLots(string page) =>
        WebUtility.HtmlDecode(Regex.Match(page, "<option value=\"([^\"]+)\"[^>]*>[^<]*: ([2-9]|\\d\\d) lots<").Groups[1].Value) is { Length: > 0 } kind ? kind : throw new InvalidOperationException(page);

    private IReadOnlyList<ReferenceSet> Sets()
    {
        using var work = demonstration.Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        return new ReferenceSetStore(work).All();
    }
}
