using System.Net;
using System.Text.RegularExpressions;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Batches;

public sealed partial class SubmitPageTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    private RunningLaboratory Laboratory => demonstration.Laboratory;

    [Fact]
    public async Task What_is_missing_is_listed_with_links_and_the_lot_can_be_submitted()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        Register("SUB-1");
        await technician.Post("/batches/SUB-1/results", ("safety.endotoxin", "0.9"));

        var page = await technician.Read("/batches/SUB-1/submit");
        Assert.Contains("Endotoxin does not conform", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/batches/SUB-1/results#f-safety-sterility\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/import?lot=SUB-1\"", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await technician.Post("/batches/SUB-1/submit", ("RowVersion", RowVersion().Match(page).Groups[1].Value))).StatusCode);
        Assert.Equal("submitted", StateOf("SUB-1").WorkState);
    }

    [Fact]
    public async Task A_lot_with_nothing_in_it_is_not_submitted()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        Register("SUB-2");

        Assert.Contains("there is nothing to submit", await technician.Read("/batches/SUB-2/submit"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await technician.Post("/batches/SUB-2/submit", ("RowVersion", "1"))).StatusCode);
    }

    [Fact]
    public async Task A_lot_that_was_changed_since_is_not_submitted()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        Register("SUB-3");
        await technician.Post("/batches/SUB-3/results", ("safety.endotoxin", "0.1"));
        var read = StateOf("SUB-3").RowVersion;
        Change("SUB-3");

        var answer = await technician.Post("/batches/SUB-3/submit", ("RowVersion", read.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("was corrected by Mira Okafor", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private void Register(string lot)
    {
        using var work = Begin();
        new BatchStore(work).Register(BatchForm.Read(
            $$$"""{"lot":"{{{lot}}}","product":"MSC-EV","isolation_method":"precipitation","isolated_on":"2026-11-20","source":{"kind":"cell-culture","material":"medium"},"method_parameters":{"reagent":"PEG 6000"},"volumes":[{"step":"final","volume_ml":"1.2"}]}""", lot));
        work.Commit();
    }

    private void Change(string lot)
    {
        using var work = Begin();
        var batches = new BatchStore(work);
        batches.Correct(batches.Current(lot).Details with { Remarks = "changed" }, batches.State(lot).RowVersion, "Forgotten");
        work.Commit();
    }

    private BatchLine StateOf(string lot)
    {
        using var work = Begin();
        return new BatchStore(work).State(lot);
    }

    private LabWork Begin() => Laboratory.Laboratory.Registry.Begin(Actor.OfPerson("Mira Okafor", "mira.okafor", "password"));

    [GeneratedRegex("name=\"RowVersion\" value=\"([0-9]+)\"")]
    private static partial Regex RowVersion();
}
