using System.Net;
using System.Text.RegularExpressions;
using LabQc.Assays;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Batches;

public sealed partial class CorrectPageTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    private const string Lot = "MSC-UC-2610A";

    private RunningLaboratory Laboratory => demonstration.Laboratory;

    [Fact]
    public async Task All_that_can_be_corrected_is_listed_with_what_stands()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");

        var page = await technician.Read($"/batches/{Lot}/correct");

        foreach (var field in (string[])["source.passage", "method_parameters.steps%5B0%5D.g", "safety.endotoxin", "dilution%3A"])
            Assert.Contains($"correct?field={field}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_result_is_a_new_version_with_its_reason_and_the_old_one_stays_readable()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");

        var answer = await Correct(technician, "safety.endotoxin", "0.21", "Read from the wrong plate");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var work = Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        var versions = new AssayStore(work).Versions(Lot).Where(v => v.Attribute == "safety.endotoxin").ToList();
        Assert.Equal("0.21", versions[^1].EnteredText);
        Assert.Equal("Read from the wrong plate", versions[^1].Reason);
        Assert.True(versions.Count > 1);
        Assert.Contains($"<del>{WebUtility.HtmlEncode(versions[^2].EnteredText)}", await technician.Read($"/batches/{Lot}/correct?field=safety.endotoxin"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("source.passage", "8")]
    [InlineData("method_parameters.steps[0].minutes", "25")]
    [InlineData("volumes[2].volume_ml", "1.5")]
    public async Task A_field_of_the_batch_is_corrected(string field, string value)
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");

        Assert.Equal(HttpStatusCode.Redirect, (await Correct(technician, field, value, "Misread")).StatusCode);

        using var work = Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        Assert.Equal(value, BatchFields.Of(new BatchStore(work).Current(Lot).Details)[field]);
    }

    [Fact]
    public async Task A_dilution_is_corrected()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        var page = await technician.Read($"/batches/{Lot}/correct");
        var field = Uri.UnescapeDataString(DilutionField().Match(page).Groups[1].Value);

        Assert.Equal(HttpStatusCode.Redirect, (await Correct(technician, field, "1234", "The sheet says so")).StatusCode);

        Assert.Contains("1234", await technician.Read($"/batches/{Lot}/correct"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_corrected_and_the_input_is_kept()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");

        var answer = await Correct(technician, "source.donor", "D-77 <x>", "");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#f-reason\"", page, StringComparison.Ordinal);
        Assert.Contains("D-77 &lt;x&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_who_correct_one_value_the_second_is_told_who_was_first()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        var version = await VersionOf(technician, "identity.cd9");
        Assert.Equal(HttpStatusCode.Redirect, (await Correct(technician, "identity.cd9", "absent", "Mixed up")).StatusCode);

        var answer = await technician.Post($"/batches/{Lot}/correct", ("Field", "identity.cd9"), ("value", "detected"), ("reason", "Mine"), ("RowVersion", version));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("by Mira Okafor", page, StringComparison.Ordinal);
        Assert.Contains("value=\"detected\"", page, StringComparison.Ordinal);
        Assert.Contains("<b>absent</b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_of_a_submitted_lot_brings_it_back_to_the_bench()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        var submit = await technician.Read($"/batches/{Lot}/submit");
        Assert.Equal(HttpStatusCode.Redirect, (await technician.Post($"/batches/{Lot}/submit", ("RowVersion", RowVersion().Match(submit).Groups[1].Value))).StatusCode);

        Assert.Contains("goes back to the bench", await technician.Read($"/batches/{Lot}/correct?field=remarks"), StringComparison.Ordinal);
        await Correct(technician, "remarks", "Tube cracked", "Forgotten");

        using var work = Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        Assert.Equal("testing", new BatchStore(work).State(Lot).WorkState);
    }

    [Fact]
    public async Task What_was_never_recorded_is_not_found()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");

        Assert.Equal(HttpStatusCode.NotFound, (await technician.Get($"/batches/{Lot}/correct?field=no.such")).StatusCode);
    }

    private static async Task<HttpResponseMessage> Correct(SignedInClient person, string field, string value, string reason) =>
        await person.Post($"/batches/{Lot}/correct", ("Field", field), ("value", value), ("reason", reason), ("RowVersion", await VersionOf(person, field)));

    private static async Task<string> VersionOf(SignedInClient person, string field) =>
        RowVersion().Match(await person.Read($"/batches/{Lot}/correct?field={Uri.EscapeDataString(field)}")).Groups[1].Value;

    [GeneratedRegex("name=\"RowVersion\" value=\"([0-9]+)\"")]
    private static partial Regex RowVersion();

    [GeneratedRegex("correct\\?field=(dilution[^\"]+)\"")]
    private static partial Regex DilutionField();
}
