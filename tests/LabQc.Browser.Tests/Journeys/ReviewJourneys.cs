using System.Text.RegularExpressions;
using LabQc.Browser.Tests.Browsers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LabQc.Browser.Tests.Journeys;

/// <summary>A QA manager reviews lots and decides on them.</summary>
public sealed partial class ReviewJourneys(DemonstrationInABrowser demonstration)
{
    [Fact]
    public async Task The_audit_trail_of_a_lot_is_reviewed_as_a_signed_step_of_its_own()
    {
        const string lot = JourneyLots.ToReview;
        await using var manager = await demonstration.SignIn("qa-manager");
        await manager.Do(async p =>
        {
            await p.SeesTitle("Review queue");
            await p.Follow(lot);
            await p.SeesTitle(lot);
            await p.Sees("The audit trail of this lot is not reviewed");
            await p.Follow("Review the audit trail");
            await p.Sees("I have read through the audit trail of this lot and what was changed after first entry.");
            await p.Sees("Submitted for review");
            await p.Sign("Sign the review");
            await p.Sees($"The audit trail of lot {lot} is reviewed, signed.");
            await p.Sees("Nothing is missing");
            await Expect(About(p)).ToContainTextAsync("· Elena Varga, QA manager");
        });
    }

    [Fact]
    public async Task A_lot_is_released_with_a_password_and_the_signature_shows_name_time_meaning_and_hash()
    {
        const string lot = JourneyLots.ToRelease;
        await using var manager = await demonstration.SignIn("qa-manager", ColorScheme.Dark);
        await manager.Do(async p =>
        {
            await p.Follow(lot);
            await p.Follow("Sign a decision");
            await p.SeesTitle($"Sign a decision on {lot}");
            await p.Choice("Release").CheckAsync();
            await p.FieldThatBegins("Reason").FillAsync("All criteria conform, and the record is whole.");
            await p.Sees("I have reviewed this record and release the lot.");
            await p.Sign("Sign and release");
            await p.Sees($"Lot {lot} is released, signed.");
            await Expect(About(p)).ToContainTextAsync("I have reviewed this record and release the lot.");
            await About(p).GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { HasText = "release the lot" }).GetByRole(AriaRole.Link).ClickAsync();
            await p.SeesTitle(lot);
            await p.Sees("What was signed stands.");
            await Expect(p.Main).ToContainTextAsync("Elena Varga");
            await Expect(p.Main).ToContainTextAsync("All criteria conform, and the record is whole.");
            await Expect(p.Main).ToContainTextAsync(UtcTime());
            await Expect(p.Main).ToContainTextAsync(Sha256());
        });
    }

    [Fact]
    public async Task What_blocks_a_release_is_listed_with_links_and_a_wrong_password_loses_nothing()
    {
        const string lot = JourneyLots.OnHold;
        await using var manager = await demonstration.SignIn("qa-manager", width: 820);
        await manager.Do(async p =>
        {
            await p.Open($"/batches/{lot}/decide");
            await Expect(p.Choice("Release")).ToBeDisabledAsync();
            await p.Sees("Release is blocked: 2 things are missing");
            await p.Sees("The lot is on hold");
            await Expect(p.Link("Lift the hold")).ToHaveAttributeAsync("href", $"/batches/{lot}/hold");
            await Expect(p.Link("Review").Last).ToHaveAttributeAsync("href", $"/batches/{lot}/audit-review");
            await p.Choice("Reject").CheckAsync();
            await p.FieldThatBegins("Reason").FillAsync("The freezer stood open overnight.");
            await p.Sign("Sign and reject", "not the password at all");
            await p.SeesRefusal("Nothing was stored.");
            await Expect(p.FieldThatBegins("Reason")).ToHaveValueAsync("The freezer stood open overnight.");
            await Expect(p.Choice("Reject")).ToBeCheckedAsync();
            await Expect(p.Field("Your password")).ToHaveValueAsync("");
            await p.Sign("Sign and reject");
            await p.Sees($"Lot {lot} is rejected, signed.");
            await Expect(About(p)).ToContainTextAsync("The freezer stood open overnight.");
        });
    }

    private static ILocator About(PersonAtAScreen p) => p.Page.GetByRole(AriaRole.Complementary, new PageGetByRoleOptions { Name = "About the lot" });

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2} UTC")]
    private static partial Regex UtcTime();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Sha256();
}
