using LabQc.Browser.Tests.Browsers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LabQc.Browser.Tests.Journeys;

/// <summary>The keyboard alone suffices, from the first key to a signature.</summary>
public sealed class KeyboardJourneys(DemonstrationInABrowser demonstration)
{
    [Fact]
    public async Task Keys_skip_to_the_content_move_through_a_list_open_a_row_and_list_themselves()
    {
        await using var technician = await demonstration.SignIn("technician");
        await technician.Do(async p =>
        {
            var keys = p.Page.Keyboard;
            await p.Open("/batches");
            await keys.PressAsync("Tab");
            await Expect(p.Link("Skip to content")).ToBeFocusedAsync();
            await Expect(p.Link("Skip to content")).ToBeInViewportAsync();
            await keys.PressAsync("Enter");
            await Expect(p.Main).ToBeFocusedAsync();
            var rows = p.Region("Lots").GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link);
            await keys.PressAsync("j");
            await Expect(rows.Nth(0)).ToBeFocusedAsync();
            await keys.PressAsync("j");
            await Expect(rows.Nth(1)).ToBeFocusedAsync();
            await keys.PressAsync("k");
            await Expect(rows.Nth(0)).ToBeFocusedAsync();
            var lot = await rows.Nth(0).InnerTextAsync();
            await keys.PressAsync("?");
            var dialog = p.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "Keys" });
            await Expect(dialog).ToBeVisibleAsync();
            await keys.PressAsync("Escape");
            await Expect(dialog).ToBeHiddenAsync();
            await Expect(rows.Nth(0)).ToBeFocusedAsync();
            await keys.PressAsync("Enter");
            await p.SeesTitle(lot);
            await keys.PressAsync("/");
            await Expect(p.Field("Find a lot, or scan its label")).ToBeFocusedAsync();
            await keys.TypeAsync(JourneyLots.Decided);
            await keys.PressAsync("Enter");
            await p.SeesTitle(JourneyLots.Decided);
        });
    }

    [Fact]
    public async Task A_decision_is_signed_by_keyboard_alone()
    {
        const string lot = JourneyLots.ForTheKeyboard;
        await using var manager = await demonstration.SignIn("qa-manager");
        await manager.Do(async p =>
        {
            var keys = p.Page.Keyboard;
            await keys.PressAsync("/");
            await Expect(p.Field("Find a lot, or scan its label")).ToBeFocusedAsync();
            await keys.TypeAsync(lot.ToLowerInvariant());
            await keys.PressAsync("Enter");
            await p.SeesTitle(lot);
            await keys.PressAsync("s");
            await p.SeesTitle("Sign a decision on");
            await TabTo(p, p.Choice("Reject"));
            await keys.PressAsync("Space");
            await TabTo(p, p.FieldThatBegins("Reason"));
            await keys.TypeAsync("The container was found open.");
            await TabTo(p, p.Field("Your password"));
            await keys.TypeAsync(p.Password);
            await TabTo(p, p.Button("Sign and reject"));
            await keys.PressAsync("Enter");
            await p.Sees($"Lot {lot} is rejected, signed.");
        });
    }

    /// <summary>Goes on with Tab until something has the focus.</summary>
    private static async Task TabTo(PersonAtAScreen person, ILocator place)
    {
        for (var pressed = 0; pressed < 60; pressed++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            if (await place.EvaluateAsync<bool>("field => field === document.activeElement"))
                return;
        }
        Assert.Fail($"{place} cannot be reached with Tab at {person.Page.Url}.");
    }
}
