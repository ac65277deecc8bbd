using System.Net;
using LabQc.AuditTrail;
using LabQc.Specifications;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Specifications;

/// <summary>Specifications in the browser, from the list to a signed version.</summary>
public sealed class SpecificationPagesTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    private const string Hostile = "<script>alert(1)</script>";

    [Fact]
    public async Task The_list_tells_which_version_is_in_force_and_by_what_right()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var page = WebUtility.HtmlDecode(await auditor.Read("/specifications"));

        Assert.Contains("HEK-EV, version 2", page, StringComparison.Ordinal);
        Assert.Contains("superseded", page, StringComparison.Ordinal);
        Assert.Contains("in force", page, StringComparison.Ordinal);
        Assert.Contains("defined, not signed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/specifications/new\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_shows_its_criteria_and_the_lots_that_it_judged()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var page = WebUtility.HtmlDecode(await auditor.Read("/specifications/MSC-EV/1"));

        foreach (var words in (string[])["size.percent_in_range", "nta-size@1", "mandatory", "MSC-UC-2411A", "Defined, not signed"])
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.Get("/specifications/MSC-EV/77")).StatusCode);
        Assert.Contains("HEK-EV, version 2", WebUtility.HtmlDecode(await auditor.Read("/specifications/HEK-EV")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_stand_side_by_side_with_what_changed()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var page = await auditor.Read("/specifications/HEK-EV/compare");

        Assert.Contains("What changes", page, StringComparison.Ordinal);
        Assert.Contains("class=\"chg\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.Get("/specifications/NO-SUCH/compare")).StatusCode);
    }

    [Fact]
    public async Task A_draft_for_a_market_is_edited_compared_and_approved_by_signature()
    {
        using var manager = await SignedInClient.InRole(demonstration.Laboratory, "qa-manager");
        var begun = await manager.Post("/specifications/new", ("Product", "MSC-EV"), ("Market", "US"), ("From", "MSC-EV@1"), ("Note", "For the market US " + Hostile));
        Assert.Equal("/specifications/MSC-EV~US/draft", begun.Headers.Location?.OriginalString);

        var page = await manager.Read("/specifications/MSC-EV~US/draft");
        Assert.DoesNotContain(Hostile, page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        var saved = await manager.Post("/specifications/MSC-EV~US/draft", FormFields.Of(page).With(("title", "MSC-EV for the US"), ("do", "save")));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var approving = await manager.Read("/specifications/MSC-EV~US/approve");
        Assert.Contains(SpecificationApprovals.Statement, approving, StringComparison.Ordinal);
        var fields = FormFields.Of(approving).With(("EffectiveFrom", "2026-01-01"), ("Reason", "The market asks for it"), ("Password", "not my password"));
        var refused = await manager.Post("/specifications/MSC-EV~US/approve", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("The market asks for it", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var signed = await manager.Post("/specifications/MSC-EV~US/approve", fields.With(("Password", PrintedPerson.PasswordOf(demonstration.Laboratory, "qa-manager"))));
        Assert.Equal("/specifications/MSC-EV~US/1", signed.Headers.Location?.OriginalString);
        var version = WebUtility.HtmlDecode(await manager.Read("/specifications/MSC-EV~US/1"));
        Assert.Contains("MSC-EV for the US", version, StringComparison.Ordinal);
        Assert.Contains("The market asks for it", version, StringComparison.Ordinal);
        var signature = System.Text.RegularExpressions.Regex.Match(version, "href=\"(/signatures/specification/[^\"]+)\"").Groups[1].Value;
        Assert.Contains(SpecificationApprovals.Statement, await manager.Read(signature), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Get("/specifications/MSC-EV~US/draft")).StatusCode);
    }

    [Fact]
    public async Task Rows_are_added_moved_and_removed_without_a_script_and_every_problem_stands_beside_its_field()
    {
        using var manager = await SignedInClient.InRole(demonstration.Laboratory, "qa-manager");
        await manager.Post("/specifications/new", ("Product", "PLT-EV"), ("Market", "JP"), ("Note", "empty"));
        const string address = "/specifications/PLT-EV~JP/draft";

        var first = FormFields.Of(await Text(await manager.Post(address, FormFields.Of(await manager.Read(address)).With(("do", "add")))));
        var second = FormFields.Of(await Text(await manager.Post(address, first.With(("criteria[0].attribute", "size.d50"), ("criteria[0].lower", "a lot"), ("do", "add")))));
        var moved = FormFields.Of(await Text(await manager.Post(address, second.With(("criteria[1].attribute", "safety.sterility"), ("do", "up-1")))));
        Assert.Equal("safety.sterility", moved.Single(f => f.Name == "criteria[0].attribute").Value);
        Assert.Equal("a lot", moved.Single(f => f.Name == "criteria[1].lower").Value);
        Assert.Equal(1, Draft("PLT-EV/JP")!.Version);

        Assert.Equal(HttpStatusCode.Redirect, (await manager.Post(address, moved.With(("do", "save")))).StatusCode);
        var saved = await manager.Read(address);
        Assert.Contains("href=\"#f-criteria-1-lower\"", saved, StringComparison.Ordinal);
        Assert.Contains("id=\"f-criteria-1-lower-d\"", saved, StringComparison.Ordinal);
        Assert.Contains("cannot be approved yet", await manager.Read("/specifications/PLT-EV~JP/approve"), StringComparison.Ordinal);
        var removed = FormFields.Of(await Text(await manager.Post(address, FormFields.Of(saved).With(("do", "remove-1")))));
        Assert.DoesNotContain(removed, f => f.Name == "criteria[1].attribute");

        var unreasoned = await manager.Post(address, FormFields.Of(saved).With(("do", "discard")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.StatusCode);
        Assert.Equal("/specifications", (await manager.Post(address, FormFields.Of(saved).With(("do", "discard"), ("Reason", "Not needed")))).Headers.Location?.OriginalString);
        Assert.Null(Draft("PLT-EV/JP"));
    }

    [Fact]
    public async Task The_second_of_two_people_sees_who_was_first_and_loses_nothing()
    {
        using var manager = await SignedInClient.InRole(demonstration.Laboratory, "qa-manager");
        await manager.Post("/specifications/new", ("Product", "IPS-EV"), ("From", "IPS-EV@1"), ("Note", "tighter"));
        const string address = "/specifications/IPS-EV/draft";
        var read = FormFields.Of(await manager.Read(address));
        await manager.Post(address, read.With(("title", "theirs"), ("do", "save")));

        var late = await manager.Post(address, read.With(("title", "mine"), ("do", "save")));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await Text(late, HttpStatusCode.Conflict);
        Assert.Contains("was first", page, StringComparison.Ordinal);
        Assert.Equal("mine", FormFields.Of(page).Single(f => f.Name == "title").Value);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.Post(address, FormFields.Of(page).With(("do", "save-over")))).StatusCode);
        Assert.Equal("mine", Draft("IPS-EV")!.Form.Title);
        Assert.Equal(HttpStatusCode.Conflict, (await manager.Post("/specifications/new", ("Product", "IPS-EV"), ("Note", "again"))).StatusCode);
    }

    [Fact]
    public async Task Who_may_not_draft_reads_and_changes_nothing()
    {
        using var technician = await SignedInClient.InRole(demonstration.Laboratory, "technician");

        Assert.Equal(HttpStatusCode.Forbidden, (await technician.Get("/specifications/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await technician.Post("/specifications/MSC-EV/draft", ("do", "save"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await technician.Get("/specifications/MSC-EV/approve")).StatusCode);
    }

    private SpecificationDraft? Draft(string code)
    {
        using var work = demonstration.Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        return new SpecificationDraftStore(work).Open(code);
    }

    private static async Task<string> Text(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
