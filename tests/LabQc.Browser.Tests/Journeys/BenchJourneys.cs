using LabQc.Browser.Tests.Browsers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LabQc.Browser.Tests.Journeys;

/// <summary>A technician works on a lot at the bench, and hands it in.</summary>
public sealed class BenchJourneys(DemonstrationInABrowser demonstration)
{
    [Fact]
    public async Task Results_are_entered_in_a_grid_and_what_is_outside_is_said_at_once()
    {
        const string lot = "MSC-UC-GRID1";
        await using var technician = await demonstration.SignIn("technician");
        await technician.Do(async p =>
        {
            await JourneyLots.Register(p, lot);
            await p.Follow("Enter results");
            await p.SeesTitle($"Enter results of {lot}");
            await p.Field("Endotoxin").FillAsync("5.0");
            await Expect(p.Region("Results that the specification asks for").GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = "Outside limits" })).ToBeVisibleAsync();
            await p.Field("Endotoxin: qualifier").SelectOptionAsync("<");
            await p.Field("Endotoxin").FillAsync("0.05");
            await Expect(p.Region("Results that the specification asks for").GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = "Outside limits" })).ToBeHiddenAsync();
            await p.Field("Endotoxin: qualifier").SelectOptionAsync("=");
            await p.Field("Endotoxin").FillAsync("5.0");
            await p.Field("Protein").FillAsync("19.020");
            await p.Press("Save results");
            await p.Sees("2 results saved.");
            await p.Sees("One result does not conform.");
            await Expect(p.Region("Results that the specification asks for").GetByText("19.020")).ToBeVisibleAsync();
            await Expect(p.Field("Endotoxin")).ToHaveCountAsync(0);
            await p.Open($"/batches/{lot}");
            await Expect(p.Region("Criteria").GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = "Endotoxin" })).ToContainTextAsync("Does not conform");
        });
    }

    [Fact]
    public async Task A_result_is_corrected_with_a_reason_and_its_old_value_stays_readable()
    {
        await using var technician = await demonstration.SignIn("technician");
        await technician.Do(async p =>
        {
            await p.Open($"/batches/{JourneyLots.ToCorrect}");
            await p.Follow("Correct the record");
            await p.Follow("Correct Protein");
            var before = await p.Field("Right value").InputValueAsync();
            await p.Field("Right value").FillAsync("20.11");
            await p.Press("Correct protein");
            await p.SeesRefusal("Nothing was corrected.");
            await Expect(p.Field("Right value")).ToHaveValueAsync("20.11");
            await p.FieldThatBegins("Reason").FillAsync("Read from the wrong well of the plate.");
            await p.Press("Correct protein");
            await p.SeesTitle(JourneyLots.ToCorrect);
            var changed = p.Region("Changed values");
            await Expect(changed).ToContainTextAsync(before);
            await Expect(changed).ToContainTextAsync("20.11");
            await Expect(changed).ToContainTextAsync("Read from the wrong well of the plate.");
            await Expect(changed).ToContainTextAsync("Mira Okafor");
        });
    }

    [Fact]
    public async Task A_lot_is_submitted_and_a_second_person_verifies_it_with_a_signature()
    {
        const string lot = JourneyLots.ToSubmit;
        await using var technician = await demonstration.SignIn("technician");
        await technician.Do(async p =>
        {
            await p.Open($"/batches/{lot}");
            await p.Follow("Submit for review");
            await p.SeesTitle($"Submit {lot}");
            await p.Press("Submit for review");
            await p.SeesTitle(lot);
            await p.Open($"/batches/{lot}/verify");
            await p.Sees("You submitted this lot, so a second person verifies it.");
            await Expect(p.Button("Sign and verify")).ToHaveCountAsync(0);
        });
        await using var second = await demonstration.SignIn("qa-manager");
        await second.Do(async p =>
        {
            await p.Open($"/batches/{lot}");
            await p.Follow("Verify");
            await p.Sees("have checked its record for accuracy and completeness");
            await p.Sees("Submitted by Mira Okafor");
            await p.Sign("Sign and verify");
            await p.Sees($"Lot {lot} is verified, signed.");
            await Expect(Signatures(p)).ToContainTextAsync("Verified · Elena Varga, QA manager");
        });
    }

    private static ILocator Signatures(PersonAtAScreen p) => p.Page.GetByRole(AriaRole.Complementary, new PageGetByRoleOptions { Name = "About the lot" });
}
