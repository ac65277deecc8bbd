using LabQc.Browser.Tests.Browsers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LabQc.Browser.Tests.Journeys;

/// <summary>An auditor reads everything and changes nothing.</summary>
public sealed class AuditorJourneys(DemonstrationInABrowser demonstration)
{
    [Fact]
    public async Task An_auditor_filters_the_trail_opens_an_event_and_verifies_the_registry()
    {
        const string lot = JourneyLots.Decided;
        await using var auditor = await demonstration.SignIn("auditor");
        await auditor.Do(async p =>
        {
            await p.SeesTitle("Audit trail");
            await p.Field("Lot").FillAsync(lot);
            await p.Field("Who").SelectOptionAsync("Elena Varga");
            await p.Press("Filter");
            var events = p.Region("Events");
            await Expect(events.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync(lot);
            await Expect(events.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasNotText = "Elena Varga" })).ToHaveCountAsync(1);
            await p.FollowWhatBegins("Event ");
            await p.Sees("Before and after");
            await p.Sees("That of its content");
            await p.Sees("Made with the registry's key");
            await p.Follow("Verify");
            await p.Press("Verify the registry");
            await p.Sees("Everything fits.");
        });
    }

    [Fact]
    public async Task An_auditor_sees_nothing_to_change()
    {
        await using var auditor = await demonstration.SignIn("auditor");
        await auditor.Do(async p =>
        {
            foreach (var address in (string[])["/batches", "/batches/PLT-PEG-2609A", $"/batches/{JourneyLots.Decided}", "/specifications", "/charts", "/validation", "/permissions"])
            {
                await p.Open(address);
                await Expect(p.Main).ToBeVisibleAsync();
                foreach (var verb in (string[])["Register a batch", "Enter results", "Correct the record", "Submit for review", "Sign a decision", "Put on hold", "Recall", "Begin a draft"])
                    await Expect(p.Link(verb)).ToHaveCountAsync(0);
                Assert.Equal(0, await p.Main.Locator("form[method=post]").CountAsync());
            }
            await p.Open("/batches/PLT-PEG-2609A/results");
            await Expect(p.Button("Save results")).ToHaveCountAsync(0);
            await Expect(p.Main.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        });
    }
}
