using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Batches;

public sealed partial class RegisterPageTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    private RunningLaboratory Laboratory => demonstration.Laboratory;

    [Fact]
    public async Task The_form_proposes_the_next_lot_number_of_the_product_and_the_method()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");

        var page = await Open(technician, "?product=MSC-EV&method=size-exclusion");

        Assert.Matches("name=\"lot\"[^>]*value=\"MSC-SEC-[0-9]{4}A\"|value=\"MSC-SEC-[0-9]{4}A\"[^>]*name=\"lot\"", page.Text);
        Assert.Contains("MSC-EV|ultracentrifugation", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_in_a_field_sends_nothing_for_the_first_button_of_the_form_is_disabled()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");

        var page = await Open(technician);

        var form = page.Text[page.Text.IndexOf("data-draft", StringComparison.Ordinal)..];
        Assert.Matches("^<button[^>]*disabled", FirstButton().Match(form).Value);
    }

    [Fact]
    public async Task A_batch_is_registered_and_its_page_is_opened()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        var page = await Open(technician);

        var answer = await technician.Post(page.Address, Registration("REG-UC-1"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/batches/REG-UC-1", answer.Headers.Location!.OriginalString);
        var details = Read("REG-UC-1").Details;
        Assert.Equal(["2000", "100000"], details.MethodParameters.Steps!.Select(s => s.G));
        Assert.Equal(["harvest", "final"], details.Volumes.Select(v => v.Step));
        Assert.Equal("3.1e8", details.Source.CellsAtHarvest);
        Assert.Null(details.MethodParameters.Column);
    }

    [Fact]
    public async Task Fractions_of_the_ruler_are_recorded_as_a_pool()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        var page = await Open(technician);

        var answer = await technician.Post(page.Address,
        [
            .. Registration("REG-SEC-1").Where(f => f.Name != "isolation_method"),
            ("isolation_method", "size-exclusion"), ("method_parameters.column", "10 mL, lot 296"),
            ("fraction", "7"), ("fraction", "8"), ("fraction", "9"), ("fraction", "12"),
        ]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("7-9, 12", Read("REG-SEC-1").Details.MethodParameters.FractionsPooled);
    }

    [Fact]
    public async Task Every_problem_is_named_at_its_field_and_the_input_is_kept()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        var page = await Open(technician);

        var answer = await technician.Post(page.Address,
            ("product", "MSC-EV"), ("lot", "bad lot \"<b>\""), ("isolation_method", "ultracentrifugation"), ("isolated_on", "2026-11-24"), ("source.kind", "cell-culture"),
            ("source.material", "medium"), ("source.viability_percent", "many"), ("method_parameters.steps[2].g", "x"), ("method_parameters.steps[2].minutes", "70"),
            ("volumes[0].step", "final"), ("volumes[0].volume_ml", "-1"));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        foreach (var field in (string[])["f-lot", "f-source-viability-percent", "f-method-parameters-steps-0-g", "f-volumes-0-volume-ml"])
            Assert.Contains($"href=\"#{field}\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"many\"", text, StringComparison.Ordinal);
        Assert.Contains("bad lot &quot;&lt;b&gt;&quot;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lot_number_that_was_taken_meanwhile_is_refused_and_the_next_one_is_filled_in()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        var first = await Open(technician, "?product=HEK-EV");
        var lot = LotValue().Match(first.Text).Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await technician.Post(first.Address, Registration(lot, "HEK-EV"))).StatusCode);

        var second = await Open(technician, "?product=HEK-EV");
        var answer = await technician.Post(second.Address, [.. Registration(lot, "HEK-EV"), ("remarks", "another one")]);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("was registered by Mira Okafor", text, StringComparison.Ordinal);
        Assert.NotEqual(lot, LotValue().Match(text).Groups[1].Value);
        Assert.Contains("another one", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_eight_who_register_one_lot_number_at_once_exactly_one_has_it()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        await technician.Post("/batches/new?handler=More");

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => technician.Post($"/batches/new/race{i}", [.. Registration("RACE-1"), ("remarks", $"from {i}")])));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(7, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task More_rows_and_the_next_number_come_without_storing_anything()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        var page = await Open(technician);

        var answer = await technician.Post($"{page.Address}?handler=More", [.. Registration("MINE-1", "IPS-EV"), ("propose", "1")]);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("IPS-PEG-2611", LotValue().Match(text).Groups[1].Value, StringComparison.Ordinal);
        Assert.Contains("name=\"method_parameters.steps[5].g\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"3.1e8\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Draft saved", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_survives_a_lost_session_and_is_gone_when_the_batch_is_registered()
    {
        string address;
        using (var before = await SignedInClient.InRole(Laboratory, "technician"))
        {
            var page = await Open(before);
            address = page.Address;
            var kept = await before.Post($"/drafts?kind=registration&key={address[(address.LastIndexOf('/') + 1)..]}",
                ("draftVersion", "0"), ("lot", "DRAFT-1"), ("source.material", "kept medium"));
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            using var said = JsonDocument.Parse(await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(1, said.RootElement.GetProperty("version").GetInt64());
        }
        using var after = await SignedInClient.InRole(Laboratory, "technician");

        Assert.Contains("kept medium", await after.Read(address), StringComparison.Ordinal);
        Assert.Contains("DRAFT-1", await after.Read("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await after.Post(address, Registration("DRAFT-1"))).StatusCode);
        Assert.DoesNotContain("Finish the registration", await after.Read("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_another_window_saved_since_is_not_overwritten()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        var key = FormDraftStore.NewKey();
        await technician.Post($"/drafts?kind=registration&key={key}", ("draftVersion", "0"), ("remarks", "one"));

        var stale = await technician.Post($"/drafts?kind=registration&key={key}", ("draftVersion", "0"), ("remarks", "two"));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        await technician.Post($"/batches/new/{key}?handler=Discard");
    }

    [Fact]
    public async Task Keeping_and_discarding_a_draft_work_without_script()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        var page = await Open(technician);

        await technician.Post($"{page.Address}?handler=Keep", ("draftVersion", "0"), ("remarks", "by hand"));
        Assert.Contains("by hand", await technician.Read(page.Address), StringComparison.Ordinal);

        await technician.Post($"{page.Address}?handler=Discard");
        Assert.DoesNotContain("by hand", await technician.Read(page.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_than_technicians_register_nothing()
    {
        using var manager = await SignedInClient.InRole(Laboratory, "qa-manager");

        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Post("/batches/new", Registration("NOT-1"))).StatusCode);
    }

    private static async Task<(string Address, string Text)> Open(SignedInClient person, string query = "")
    {
        var answer = await person.Get("/batches/new" + query);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var address = answer.Headers.Location!.OriginalString;
        return (address.Split('?')[0], await person.Read(address));
    }

    private static (string Name, string Value)[] Registration(string lot, string product = "MSC-EV") =>
    [
        ("product", product), ("lot", lot), ("isolation_method", "ultracentrifugation"), ("isolated_on", "2026-11-24"), ("operator", "Mira Okafor"),
        ("source.kind", "cell-culture"), ("source.material", "conditioned medium"), ("source.cells_at_harvest", "3.1e8"),
        ("method_parameters.steps[0].g", "2000"), ("method_parameters.steps[0].minutes", "20"),
        ("method_parameters.steps[3].g", "100000"), ("method_parameters.steps[3].minutes", "70"),
        ("volumes[0].step", "harvest"), ("volumes[0].volume_ml", "480"), ("volumes[1].step", "concentrate"), ("volumes[1].volume_ml", ""),
        ("volumes[2].step", "final"), ("volumes[2].volume_ml", "1.2"),
    ];

    private BatchVersion Read(string lot)
    {
        using var work = Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        return new BatchStore(work).Current(lot);
    }

    [GeneratedRegex("<button[^>]*>")]
    private static partial Regex FirstButton();

    [GeneratedRegex("<input[^>]*id=\"f-lot\"[^>]*value=\"([^\"]*)\"|<input[^>]*value=\"([^\"]*)\"[^>]*id=\"f-lot\"")]
    private static partial Regex LotValue();
}
