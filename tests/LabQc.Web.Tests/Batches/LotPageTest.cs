using System.Net;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.People;
using LabQc.Review;
using LabQc.Specifications;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Batches;

/// <summary>The page of one lot.</summary>
public sealed class LotPageTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    private const string Lot = "MSC-UC-2610A";
    private const string Hostile = "<script>alert(1)</script>";

    [Fact]
    public async Task It_tells_verdict_criteria_distribution_reference_set_signatures_and_history()
    {
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var page = await person.Read($"/batches/{Lot}");

        Assert.Contains($"<h1 class=\"lot-h1\">{Lot}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Does not conform", page, StringComparison.Ordinal);
        foreach (var section in (string[])["Criteria", "Verdicts", "Size distribution", "Against the reference set", "Before it can be released", "Signatures", "Isolation", "Measured with", "What happened", "Take away", "Third party"])
            Assert.Contains($"<h2>{section}</h2>", page, StringComparison.Ordinal);
        Assert.Contains("30–60 nm not observed", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("class=\"chart drawn\"", page, StringComparison.Ordinal);
        Assert.Contains("Registered, in quarantine", page, StringComparison.Ordinal);
        Assert.Contains($"/batches/{Lot}/record.json", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/files/", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_chart_ids_are_told_apart()
    {
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var page = await person.Read($"/batches/{Lot}");
        var ids = System.Text.RegularExpressions.Regex.Matches(page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Each_role_is_offered_what_the_table_allows()
    {
        using var technician = await SignedInClient.InRole(demonstration.Laboratory, "technician");
        using var qaManager = await SignedInClient.InRole(demonstration.Laboratory, "qa-manager");
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var (bench, quality, inspection) = (await technician.Read($"/batches/{Lot}"), await qaManager.Read($"/batches/{Lot}"), await auditor.Read($"/batches/{Lot}"));

        Assert.Contains($"href=\"/batches/{Lot}/submit\"", bench, StringComparison.Ordinal);
        Assert.Contains($"href=\"/batches/{Lot}/results\"", bench, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/batches/{Lot}/decide\"", bench, StringComparison.Ordinal);
        Assert.Contains($"href=\"/batches/{Lot}/decide\"", quality, StringComparison.Ordinal);
        Assert.Contains($"href=\"/batches/{Lot}/hold\"", quality, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/batches/{Lot}/submit\"", quality, StringComparison.Ordinal);
        foreach (var below in (string[])["submit", "results", "correct", "decide", "hold", "verify", "evaluate"])
            Assert.DoesNotContain($"/batches/{Lot}/{below}\"", inspection, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lot_without_anything_says_what_fills_it_and_encodes_what_people_wrote()
    {
        Register("EMPTY-1");
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "technician");

        var page = await person.Read("/batches/EMPTY-1");

        Assert.Contains("The lot is not evaluated", page, StringComparison.Ordinal);
        Assert.Contains("Nothing is measured yet", page, StringComparison.Ordinal);
        Assert.Contains("No instrument file is taken yet.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Hostile, page, StringComparison.Ordinal);
        Assert.Contains(Hostile, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_stands_before_and_after_and_makes_the_verdict_older_than_the_record()
    {
        Do(work => new AssayBench(work, new DefinitionRegister(work).Read()).Correct("MSC-UC-2411B", "assay.protein", "77.7", "Digits swapped when typed."));
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var page = WebUtility.HtmlDecode(await person.Read("/batches/MSC-UC-2411B"));

        Assert.Contains("Changed since it was entered first", page, StringComparison.Ordinal);
        Assert.Contains("<b>77.7", page, StringComparison.Ordinal);
        Assert.Contains("Digits swapped when typed.", page, StringComparison.Ordinal);
        Assert.Contains("This verdict is older than the record.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("This verdict is older than the record.", await person.Read($"/batches/{Lot}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lot_that_is_not_there_is_not_found()
    {
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var answer = await person.Get("/batches/NOBODY-1");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no lot NOBODY-1", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_shows_name_time_meaning_and_hash_and_says_when_its_content_was_corrected()
    {
        var lot = Submitted()[0];
        var proven = Proven();
        As(proven.Actor, work => new LotWorkflow(work).Verify(lot, proven, new BatchStore(work).State(lot).RowVersion));
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var signed = await person.Read($"/batches/{lot}");
        Do(work => new AssayBench(work, new DefinitionRegister(work).Read()).Correct(lot, "assay.protein", "66.6", "Digits swapped when typed."));
        var corrected = await person.Read($"/batches/{lot}");

        Assert.Matches(@"<b>Verified</b> · Mira Okafor, Technician<small>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC</small>", WebUtility.HtmlDecode(signed));
        Assert.Contains($"href=\"/signatures/lot/{lot}/1\"", signed, StringComparison.Ordinal);
        Assert.DoesNotContain("Signed content corrected since", signed, StringComparison.Ordinal);
        Assert.Contains("Signed content corrected since", corrected, StringComparison.Ordinal);
        Assert.Contains("the lot went back to the bench", corrected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_worked_on_a_lot_sees_why_somebody_else_verifies_it()
    {
        Register("OWN-1");
        As(Proven().Actor, work =>
        {
            new AssayBench(work, new DefinitionRegister(work).Read()).Enter("OWN-1", [new LabQc.Assays.AssayEntry { Attribute = "assay.protein", EnteredText = "12" }]);
            new LotWorkflow(work).Submit("OWN-1", new BatchStore(work).State("OWN-1").RowVersion);
        });
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "technician");

        var page = await person.Read("/batches/OWN-1");

        Assert.Contains("aria-disabled=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains("You worked on this lot", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/batches/OWN-1/verify\"", page.Split("id=\"blockers\"")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_by_another_specification_is_shown_as_such()
    {
        Do(work => new LabQc.Evaluation.LotEvaluator(work).Evaluate("PLT-SEC-2510A", "HEK-EV@2"));
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "qa-manager");

        var page = WebUtility.HtmlDecode(await person.Read("/batches/PLT-SEC-2510A?evaluation=1"));

        Assert.Contains("href=\"/batches/PLT-SEC-2510A?evaluation=2#criteria\">HEK-EV@2</a>", page, StringComparison.Ordinal);
        Assert.Contains("This is not the verdict that the review goes by.", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/batches/PLT-SEC-2510A/evaluate\"", page, StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Submitted()
    {
        using var work = demonstration.Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        return [.. new BatchStore(work).List().Where(l => l.WorkState == "submitted" && l.LotNumber != "OWN-1").Select(l => l.LotNumber)];
    }

    private ProvenPerson Proven()
    {
        var words = demonstration.Laboratory.Printed.Split('\n').Select(line => line.Trim().Split(' ')).Single(w => w[0] == "technician" && w.Length == 3);
        return demonstration.Laboratory.Laboratory.SignIn.Prove(words[1], words[2], null, ProofPurpose.Signing);
    }

    private void Register(string lot) => Do(work =>
    {
        var details = new BatchStore(work).Current(Lot).Details;
        new BatchStore(work).Register(details with { Lot = lot, Remarks = Hostile });
    });

    private void Do(Action<LabWork> act) => As(Actor.OfAccount(), act);

    private void As(Actor actor, Action<LabWork> act)
    {
        using var work = demonstration.Laboratory.Laboratory.Registry.Begin(actor);
        act(work);
        work.Commit();
    }
}
