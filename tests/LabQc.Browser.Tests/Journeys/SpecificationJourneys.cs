using LabQc.Browser.Tests.Browsers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LabQc.Browser.Tests.Journeys;

/// <summary>A QA manager says what lots are judged by, and compared with.</summary>
public sealed class SpecificationJourneys(DemonstrationInABrowser demonstration)
{
    [Fact]
    public async Task A_specification_is_drafted_compared_and_approved_with_a_signature()
    {
        await using var manager = await demonstration.SignIn("qa-manager");
        await manager.Do(async p =>
        {
            await p.Follow("Specifications");
            await p.Follow("Begin a draft");
            await p.Field("Product").SelectOptionAsync("IPS-EV");
            await p.Field("Begin with the criteria of").SelectOptionAsync("IPS-EV@1");
            await p.FieldThatBegins("What is to change").FillAsync("A narrower limit of endotoxin.");
            await p.Press("Begin the draft");
            await p.SeesTitle("Draft of IPS-EV");
            var endotoxin = p.Page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "Endotoxin" });
            var before = await endotoxin.GetByLabel("Upper limit", new LocatorGetByLabelOptions { Exact = true }).InputValueAsync();
            await endotoxin.GetByLabel("Upper limit", new LocatorGetByLabelOptions { Exact = true }).FillAsync("0.20");
            await p.Press("Save the draft");
            await p.Sees("The draft of IPS-EV is saved");
            await p.Follow("Compare");
            await p.SeesTitle("Compare specifications of IPS-EV");
            await p.Sees("What changes");
            await Expect(p.Main).ToContainTextAsync(before);
            await Expect(p.Main).ToContainTextAsync("0.20");
            await p.Open("/specifications/IPS-EV/draft");
            await p.Follow("Approve");
            await p.Field("Effective from").FillAsync("2099-01-01");
            await p.FieldThatBegins("Reason").FillAsync("Agreed in the quality meeting.");
            await p.Sign("Sign and approve");
            await p.SeesTitle("IPS-EV, version 2");
            await Expect(p.Main).ToContainTextAsync("Elena Varga");
            await Expect(p.Main).ToContainTextAsync("Agreed in the quality meeting.");
        });
    }

    [Fact]
    public async Task A_reference_set_is_frozen_with_a_signature()
    {
        await using var manager = await demonstration.SignIn("qa-manager");
        await manager.Do(async p =>
        {
            await p.Follow("Reference sets");
            await p.Follow("Freeze a set");
            var kind = p.Field("Product, method and set-up");
            var words = await kind.GetByRole(AriaRole.Option).Filter(new LocatorFilterOptions { HasText = "HEK" }).First.InnerTextAsync();
            await kind.SelectOptionAsync(new SelectOptionValue { Label = words });
            await p.Press("Show its lots");
            await p.Sees("Comparable lots");
            await p.Field("Name").FillAsync("HEK by ultracentrifugation");
            await p.FieldThatBegins("Reason").FillAsync("The first lots made by the procedure of today.");
            await p.Sign("Sign and freeze");
            await p.SeesTitle("HEK by ultracentrifugation, version 1");
            await Expect(p.Main).ToContainTextAsync("Elena Varga");
            await Expect(p.Main).ToContainTextAsync("The first lots made by the procedure of today.");
        });
    }
}
