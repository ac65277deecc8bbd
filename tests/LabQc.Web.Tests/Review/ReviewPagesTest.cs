using System.Net;
using LabQc.Batches;
using LabQc.Measurements;
using LabQc.People;
using LabQc.Specifications;
using LabQc.Web.Tests.Laboratories;
using static LabQc.Web.Tests.Review.ReviewedDemonstration;

namespace LabQc.Web.Tests.Review;

/// <summary>The pages between submission and decision.</summary>
public sealed class ReviewPagesTest(ReviewedDemonstration demonstration) : IClassFixture<ReviewedDemonstration>
{
    private SignedInClient Elena => demonstration.QaManager;

    private string Password => demonstration.Password("qa-manager");

    [Fact]
    public async Task The_queue_shows_what_waits_with_verdict_distance_and_next_step_and_the_tabs_sort_it()
    {
        const string lot = "MSC-UC-2411A";
        await demonstration.Verified(lot);
        var page = await Elena.Read("/review");
        Assert.Contains("<h1>Review queue</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/batches/{lot}/audit-review\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"strip\" role=\"img\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Not reviewed", page, StringComparison.Ordinal);
        Assert.Contains("Decided in the last 14 days", page, StringComparison.Ordinal);

        Assert.Contains(lot, await Elena.Read("/review?show=missing"), StringComparison.Ordinal);
        Assert.DoesNotContain($">{lot}<", await Elena.Read("/review?show=ready"), StringComparison.Ordinal);
        Assert.Contains("No lot is like this", await Elena.Read("/review?show=corrected"), StringComparison.Ordinal);
        Assert.DoesNotContain($">{lot}<", await Elena.Read("/review?after=9999~Z"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await demonstration.Technician.Get("/review")).StatusCode);
    }

    [Fact]
    public async Task A_second_person_sees_files_results_and_corrections_and_signs_and_who_submitted_does_not()
    {
        const string lot = "MSC-UC-2411B";
        demonstration.Do(LabQc.AuditTrail.Actor.OfPerson("Mira Okafor", "mira.okafor", Proofs.Password), work =>
        {
            var state = new BatchStore(work).State(lot);
            var details = new BatchStore(work).Current(lot).Details;
            new BatchStore(work).Correct(BatchCorrection.Apply(details, "remarks", "<script>alert(1)</script>"), state.RowVersion, "The remark was missing.");
            return true;
        });
        demonstration.Submit(lot);
        var mine = await demonstration.Technician.Read($"/batches/{lot}/verify");
        Assert.Contains("Somebody else does this.", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Password\"", mine, StringComparison.Ordinal);

        var second = await demonstration.Second();
        var page = await second.Client.Read($"/batches/{lot}/verify");
        Assert.Contains("Raw file", page, StringComparison.Ordinal);
        Assert.Contains("The remark was missing.", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(1)", page, StringComparison.Ordinal);
        await Sign(second.Client, $"/batches/{lot}/verify", second.Password);
        Assert.Equal("verified", demonstration.State(lot).WorkState);
    }

    [Theory]
    [InlineData("decide")]
    [InlineData("hold")]
    [InlineData("evaluate")]
    [InlineData("")]
    public async Task Every_form_that_posts_carries_its_token_exactly_once(string step)
    {
        var page = await Elena.Read($"/batches/MSC-UC-2610A{(step.Length > 0 ? "/" + step : "")}");
        var forms = page.Split("<form ")[1..].Where(f => f.Contains("method=\"post\"", StringComparison.Ordinal)).Select(f => f[..f.IndexOf("</form>", StringComparison.Ordinal)]).ToList();
        Assert.True(forms.Count >= 2);
        Assert.All(forms, form => Assert.Equal(2, form.Split("__RequestVerificationToken").Length));
    }

    [Fact]
    public async Task A_lot_goes_back_to_the_bench_only_with_a_reason()
    {
        const string lot = "PLT-PEG-2411A";
        demonstration.Submit(lot);
        var page = await Elena.Read($"/batches/{lot}/return");
        var without = await Elena.Post($"/batches/{lot}/return", Carried(page));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("Say why", await Text(without), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Elena.Post($"/batches/{lot}/return", [.. Carried(page), ("Reason", "The plate is not attached.")])).StatusCode);
        Assert.Equal("testing", demonstration.State(lot).WorkState);
    }

    [Fact]
    public async Task A_hold_is_put_and_lifted_with_reasons()
    {
        const string lot = "HEK-UC-2412A";
        await Sign(Elena, $"/batches/{lot}/hold", "", ("Reason", "Freezer alarm."));
        Assert.Equal("Freezer alarm.", demonstration.State(lot).HoldReason);
        Assert.Contains("Lift the hold:", await Elena.Read($"/batches/{lot}/hold"), StringComparison.Ordinal);
        await Sign(Elena, $"/batches/{lot}/hold", "", ("Lift", "true"), ("Reason", "It never thawed."));
        Assert.Null(demonstration.State(lot).HoldReason);
    }

    [Fact]
    public async Task The_review_of_the_audit_trail_shows_everything_since_the_beginning_and_is_refused_when_the_record_changed_meanwhile()
    {
        const string lot = "MSC-SEC-2411A";
        demonstration.Submit(lot);
        var page = await Elena.Read($"/batches/{lot}/audit-review");
        Assert.Contains("Registered, in quarantine", page, StringComparison.Ordinal);
        Assert.Contains("Submitted for review", page, StringComparison.Ordinal);
        demonstration.Do(LabQc.AuditTrail.Actor.OfPerson("Mira Okafor", "mira.okafor", Proofs.Password), work =>
        {
            var batches = new BatchStore(work);
            batches.Correct(BatchCorrection.Apply(batches.Current(lot).Details, "remarks", "Late."), batches.State(lot).RowVersion, "Forgotten.");
            return true;
        });
        demonstration.Submit(lot);

        var late = await Elena.Post($"/batches/{lot}/audit-review", [.. Carried(page), ("Password", Password)]);
        var text = await Text(late);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Mira Okafor was first", text, StringComparison.Ordinal);
        Assert.Contains("Forgotten.", text, StringComparison.Ordinal);

        await Sign(Elena, $"/batches/{lot}/audit-review", Password);
        Assert.Contains("This audit trail was reviewed.", await Elena.Read($"/batches/{lot}/audit-review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lot_is_evaluated_by_another_specification_on_demand()
    {
        const string lot = "PLT-SEC-2510A";
        var other = demonstration.Read(work => new DefinitionRegister(work).Read().Specifications).First(s => s.Product != demonstration.State(lot).Product).Name;
        Assert.Contains(other, await Elena.Read($"/batches/{lot}/evaluate"), StringComparison.Ordinal);
        var answer = await Elena.Post($"/batches/{lot}/evaluate", ("Specification", other));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith($"/batches/{lot}?evaluation=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains(demonstration.Read(work => new LabQc.Evaluation.EvaluationStore(work).OfLot(lot)), e => $"{e.SpecificationProduct}@{e.SpecificationVersion}" == other);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Elena.Post($"/batches/{lot}/evaluate", ("Specification", "NONE@9"))).StatusCode);
    }

    [Fact]
    public async Task A_measurement_is_invalidated_for_a_cause_by_signature_and_stays_in_the_record()
    {
        const string lot = "IPS-PEG-2601A";
        var name = demonstration.Read(work => new MeasurementStore(work).OfLot(lot))[0].Row.Name;
        var address = $"/batches/{lot}/measurements/{Uri.EscapeDataString(name)}/invalidate";
        Assert.Contains($"href=\"{address}\"", await Elena.Read($"/batches/{lot}"), StringComparison.Ordinal);

        await Sign(Elena, address, Password, ("Reason", "The cell was cracked."));

        var measurement = demonstration.Read(work => new MeasurementStore(work).OfLot(lot))[0];
        Assert.Equal(("The cell was cracked.", "Elena Varga"), (measurement.Invalidation!.Cause, measurement.Invalidation.RecordedBy));
        var signature = demonstration.Signatures(lot)[^1];
        Assert.Equal("measurement-invalidation", signature.SubjectKind);
        Assert.Contains("It does not count already.", await Elena.Read(address), StringComparison.Ordinal);
        Assert.Contains("The cell was cracked.", await Elena.Read("/signatures/" + signature.Id), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Elena.Get($"/batches/{lot}/measurements/none/invalidate")).StatusCode);
    }

    [Fact]
    public async Task A_signature_shows_who_when_what_and_the_exact_bytes_and_says_when_its_content_was_corrected_since()
    {
        const string lot = "MSC-UC-2610A";
        await demonstration.Verified(lot);
        var signature = demonstration.Signatures(lot)[^1];
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        var page = WebUtility.HtmlDecode(await auditor.Read("/signatures/" + signature.Id));
        foreach (var part in new[] { signature.PrintedName, signature.DossierSha256, signature.Statement, " UTC", "What was signed stands.", "Proven by" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        var bytes = await (await auditor.Get($"/signatures/{signature.Id}?handler=Dossier")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(signature.DossierSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));

        demonstration.Do(LabQc.AuditTrail.Actor.OfPerson("Mira Okafor", "mira.okafor", Proofs.Password), work =>
        {
            var batches = new BatchStore(work);
            batches.Correct(BatchCorrection.Apply(batches.Current(lot).Details, "remarks", "Late."), batches.State(lot).RowVersion, "Forgotten.");
            return true;
        });
        page = WebUtility.HtmlDecode(await auditor.Read("/signatures/" + signature.Id));
        Assert.Contains("Signed content corrected since.", page, StringComparison.Ordinal);
        Assert.Contains("by Mira Okafor", page, StringComparison.Ordinal);
        Assert.Contains("not as signed", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.Get("/signatures/lot/NONE/1")).StatusCode);
    }
}
