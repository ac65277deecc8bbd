using System.Text.RegularExpressions;
using LabQc.Browser.Tests.Browsers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LabQc.Browser.Tests.Journeys;

/// <summary>A technician brings a batch into the laboratory.</summary>
public sealed partial class RegistrationJourneys(DemonstrationInABrowser demonstration)
{
    [Fact]
    public async Task A_technician_registers_a_batch_and_finds_it_by_scanning_its_label()
    {
        await using var technician = await demonstration.SignIn("technician");
        await technician.Do(async p =>
        {
            await p.SeesTitle("for you");
            await p.FollowWhatBegins("Register a batch");
            await p.SeesTitle("Register a batch");
            await p.Field("Product").SelectOptionAsync("HEK-EV");
            await Expect(p.Field("Lot number")).ToHaveValueAsync(LotOfHek());
            await p.Choice("Size-exclusion chromatography").CheckAsync();
            await Expect(p.Field("Resin")).ToBeVisibleAsync();
            await Expect(p.Field("Spin 1: force")).ToBeHiddenAsync();
            await p.Choice("Precipitation").CheckAsync();
            await Expect(p.Field("Reagent")).ToBeVisibleAsync();
            await Expect(p.Field("Resin")).ToBeHiddenAsync();
            await JourneyLots.FillIn(p, lot: null);
            await p.Field("Viability").FillAsync("ninety");
            await p.Press("Register batch");
            await p.SeesRefusal("The batch was not registered.");
            await Expect(p.Field("Viability")).ToHaveValueAsync("ninety");
            await Expect(p.Field("Material")).ToHaveValueAsync("conditioned medium");
            await Expect(p.Field("Spin 1: force")).ToHaveValueAsync("100000");
            var lot = await p.Field("Lot number").InputValueAsync();
            await p.Field("Viability").FillAsync("92.5");
            await p.Press("Register batch");
            await p.Sees($"{lot} is registered, in quarantine.");
            await p.SeesTitle(lot);
            await p.Sees("The lot is not evaluated");
            await p.Open("/batches");
            await Scan(p.Page, lot);
            await p.SeesTitle(lot);
        });
    }

    [Fact]
    public async Task A_draft_survives_a_closed_browser_and_a_lost_session()
    {
        const string lot = "MSC-UC-DRAFT1";
        await using (var before = await demonstration.SignIn("technician"))
        {
            await before.Do(async p =>
            {
                await p.Open("/batches/new");
                await JourneyLots.FillIn(p, lot);
                await p.Field("Donor").FillAsync("donor 17");
                await Expect(p.Main.GetByText("Draft saved").Last).ToBeVisibleAsync();
                await p.Field("Passage").FillAsync("4");
                await p.Press("Keep as draft");
                await p.Sees("Draft kept.");
            });
        }
        await using var technician = await demonstration.SignIn("technician", width: 820);
        await technician.Do(async p =>
        {
            await p.Follow($"Continue: {lot}");
            await Expect(p.Field("Donor")).ToHaveValueAsync("donor 17");
            await Expect(p.Field("Passage")).ToHaveValueAsync("4");
            await demonstration.EndSession(p);
            await p.Field("Remarks").FillAsync("Pellet slow to take up.");
            await p.Sees("Not saved: your session has ended.");
            await p.Press("Register batch");
            await p.Sees("Your session has ended.");
            await p.SignIn("mira.okafor");
            await p.Press("Bring it back");
            await Expect(p.Field("Remarks")).ToHaveValueAsync("Pellet slow to take up.");
            await Expect(p.Field("Passage")).ToHaveValueAsync("4");
            await p.Press("Register batch");
            await p.SeesTitle(lot);
            await p.Sees("Pellet slow to take up.");
            await p.Open("/");
            await Expect(p.Link($"Continue: {lot}")).ToHaveCountAsync(0);
        });
    }

    /// <summary>What a scanner does: all keys at once, and Enter; no field has the focus.</summary>
    private static Task Scan(IPage page, string label) => page.EvaluateAsync(
        """
        label => {
          for (const key of [...label, 'Enter'])
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        }
        """,
        label);

    [GeneratedRegex("^HEK-UC-[0-9]{4}[A-Z]$")]
    private static partial Regex LotOfHek();
}
