using System.Net;
using LabQc.Assays;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Batches;

public sealed class ResultsPageTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    private RunningLaboratory Laboratory => demonstration.Laboratory;

    [Fact]
    public async Task Results_are_kept_as_typed_and_the_lot_is_judged_at_once()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        Register("RES-1");

        var answer = await technician.Post("/batches/RES-1/results",
            ("assay.protein", "104.90"), ("assay.proteinQualifier", "="), ("method.assay.protein", "micro-bca"), ("on.assay.protein", "2026-11-20"), ("by.assay.protein", "Mira Okafor"),
            ("safety.endotoxin", "0.05"), ("safety.endotoxinQualifier", "<"), ("identity.cd9", "present"), ("identity.cd63", ""));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var results = Results("RES-1");
        Assert.Equal(("104.90", "micro-bca", 1), (results["assay.protein"].EnteredText, results["assay.protein"].Method, results["assay.protein"].MethodVersion));
        Assert.Equal("<0.05", results["safety.endotoxin"].EnteredText);
        Assert.Equal("Mira Okafor", results["identity.cd9"].RecordedBy);
        Assert.Equal(3, results.Count);
        Assert.NotNull(Newest("RES-1"));
    }

    [Fact]
    public async Task A_result_outside_the_specification_is_said_on_the_page_that_follows()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        Register("RES-2");

        await technician.Post("/batches/RES-2/results", ("safety.endotoxin", "0.9"), ("safety.endotoxinQualifier", "="));

        var page = await technician.Read("/batches/RES-2/results");
        Assert.Contains("One result does not conform.", page, StringComparison.Ordinal);
        Assert.Contains("Does not conform", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_form_keeps_every_input_and_says_what_is_outside()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        Register("RES-3");

        var answer = await technician.Post("/batches/RES-3/results", ("assay.protein", "12,5<script>"), ("safety.endotoxin", "0.9"), ("by.safety.endotoxin", "Somebody"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("12,5&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#f-assay-protein\"", page, StringComparison.Ordinal);
        Assert.Contains("Outside: the specification accepts below 0.5", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Somebody\"", page, StringComparison.Ordinal);
        Assert.Empty(Results("RES-3"));
    }

    [Fact]
    public async Task A_qualifier_that_contradicts_its_value_is_refused()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        Register("RES-4");

        var answer = await technician.Post("/batches/RES-4/results", ("safety.endotoxin", "0.1"), ("safety.endotoxinQualifier", "n.d."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(Results("RES-4"));
    }

    [Fact]
    public async Task Of_two_people_who_enter_one_result_the_second_sees_the_first_and_loses_nothing()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        Register("RES-5");
        await technician.Post("/batches/RES-5/results", ("safety.endotoxin", "0.1"));

        var answer = await technician.Post("/batches/RES-5/results", ("safety.endotoxin", "0.2"), ("identity.cd9", "present"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("was entered by Mira Okafor meanwhile: 0.1", page, StringComparison.Ordinal);
        Assert.Contains("You typed 0.2: not stored.", page, StringComparison.Ordinal);
        Assert.Equal(["safety.endotoxin"], Results("RES-5").Keys);
    }

    [Fact]
    public async Task Results_that_were_begun_come_back_from_the_draft()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        Register("RES-6");

        Assert.Equal(HttpStatusCode.OK, (await technician.Post("/drafts?kind=results&key=RES-6", ("draftVersion", "0"), ("assay.protein", "77.7"))).StatusCode);

        Assert.Contains("77.7", await technician.Read("/batches/RES-6/results"), StringComparison.Ordinal);
        Assert.Empty(Results("RES-6"));
    }

    [Fact]
    public async Task Nothing_typed_is_nothing_saved()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        Register("RES-7");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await technician.Post("/batches/RES-7/results")).StatusCode);
    }

    private void Register(string lot)
    {
        using var work = Laboratory.Laboratory.Registry.Begin(Actor.OfPerson("Mira Okafor", "mira.okafor", "password"));
        new BatchStore(work).Register(BatchForm.Read(
            $$$"""{"lot":"{{{lot}}}","product":"MSC-EV","isolation_method":"precipitation","isolated_on":"2026-11-20","source":{"kind":"cell-culture","material":"medium"},"method_parameters":{"reagent":"PEG 6000"},"volumes":[{"step":"final","volume_ml":"1.2"}]}""", lot));
        work.Commit();
    }

    private Dictionary<string, AssayResult> Results(string lot)
    {
        using var work = Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        return new AssayStore(work).Current(lot).ToDictionary(r => r.Attribute);
    }

    private RecordedEvaluation? Newest(string lot)
    {
        using var work = Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        return new EvaluationStore(work).Newest(lot);
    }
}
