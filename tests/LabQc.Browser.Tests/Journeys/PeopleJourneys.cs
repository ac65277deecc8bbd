using LabQc.Browser.Tests.Browsers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LabQc.Browser.Tests.Journeys;

/// <summary>An administrator keeps people, and cannot give away the laboratory's authority alone.</summary>
public sealed class PeopleJourneys(DemonstrationInABrowser demonstration)
{
    private const string Password = "seven quiet lamps at noon";

    [Fact]
    public async Task A_person_starts_by_a_link_and_becomes_QA_manager_when_another_QA_manager_confirms()
    {
        var link = "";
        await using var administrator = await demonstration.SignIn("administrator");
        await administrator.Do(async p =>
        {
            await p.Follow("Invite a person");
            await p.Field("Printed name").FillAsync("Tova Lindqvist");
            await p.Field("Name to sign in with").FillAsync("tova.lindqvist");
            await p.Field("Who checked the person's identity, and how").FillAsync("Ada Brandt, by passport");
            await p.Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = "QA manager" }).CheckAsync();
            await p.Press("Invite the person");
            await p.Sees("The one-time link of Tova Lindqvist is ready.");
            link = await p.Field("Link").InputValueAsync();
        });
        await using var invited = await demonstration.Visit(Password);
        await invited.Do(async p =>
        {
            await p.Open(link);
            await p.SeesTitle("Start your account");
            await p.Field("Password").FillAsync(Password);
            await p.Field("The password again").FillAsync(Password);
            await p.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
            await p.Press("Start the account");
            await p.Sees("another QA manager has to confirm it first");
            await p.Open("/review");
            await Expect(p.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Review queue" })).ToHaveCountAsync(0);
        });
        await using var manager = await demonstration.SignIn("qa-manager");
        await manager.Do(async p =>
        {
            await p.Open("/grants");
            await p.Press("Confirm as QA manager: Tova Lindqvist");
            await Expect(p.Button("Confirm as QA manager: Tova Lindqvist")).ToHaveCountAsync(0);
        });
        await using var confirmed = await demonstration.SignIn("tova.lindqvist", Password);
        await confirmed.Do(async p =>
        {
            await p.SeesTitle("Review queue");
            await p.Open(link);
            await p.Field("Password").FillAsync(Password + " again");
            await p.Field("The password again").FillAsync(Password + " again");
            await p.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
            await p.Press("Start the account");
            await Expect(p.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        });
    }
}
