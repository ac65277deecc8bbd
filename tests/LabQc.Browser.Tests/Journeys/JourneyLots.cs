using LabQc.Browser.Tests.Browsers;
using Microsoft.Playwright;

namespace LabQc.Browser.Tests.Journeys;

/// <summary>Which lot of the demonstration each journey has to itself, and lots that a journey makes of its own.</summary>
internal static class JourneyLots
{
    /// <summary>At the bench, one replicate is left out of it.</summary>
    public const string WithABadReplicate = "IPS-PEG-2610A";

    /// <summary>At the bench, with every result; it is submitted and verified.</summary>
    public const string ToSubmit = "MSC-SEC-2610A";

    /// <summary>At the bench; one result is corrected.</summary>
    public const string ToCorrect = "MSC-UC-2609B";

    /// <summary>Verified, its audit trail is not reviewed yet.</summary>
    public const string ToReview = "MSC-UC-2607A";

    /// <summary>Verified and reviewed, and everything conforms.</summary>
    public const string ToRelease = "MSC-UC-2607B";

    /// <summary>Verified, not reviewed and on hold.</summary>
    public const string OnHold = "MSC-SEC-2608A";

    /// <summary>Verified, not reviewed; it is decided on by keyboard alone.</summary>
    public const string ForTheKeyboard = "HEK-UC-2607A";

    /// <summary>Decided, with a history to read.</summary>
    public const string Decided = "MSC-UC-2601A";

    /// <summary>Fills in the least that a batch of ultracentrifugation needs, but does not send it.</summary>
    public static async Task FillIn(PersonAtAScreen person, string? lot)
    {
        if (lot is not null)
            await person.Field("Lot number").FillAsync(lot);
        await person.Choice("Ultracentrifugation").CheckAsync();
        await person.Field("Material").FillAsync("conditioned medium");
        await person.Field("Spin 1: what for").FillAsync("pelleting");
        await person.Field("Spin 1: force").FillAsync("100000");
        await person.Field("Spin 1: time").FillAsync("70");
        await person.Field("Volume 3").FillAsync("1.20");
    }

    /// <summary>Registers a batch of the first product.</summary>
    public static async Task Register(PersonAtAScreen person, string lot)
    {
        await person.Open("/batches/new");
        await person.Field("Product").SelectOptionAsync("MSC-EV");
        await FillIn(person, lot);
        await person.Press("Register batch");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(lot);
    }
}
