using LabQc.People;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.People;

/// <summary>Who is to become QA manager, and waits for another QA manager.</summary>
[Asks(LabAction.ConfirmQaGrant)]
internal sealed class GrantsModel : LabPage
{
    public IReadOnlyList<(Person Person, RoleGrant Grant)> Waiting { get; private set; } = [];

    public string Title => Waiting.Count switch
    {
        0 => "Nobody waits for you",
        1 => "One person is to become QA manager",
        _ => $"{Waiting.Count} people are to become QA managers",
    };

    public void OnGet() => Read();

    public IActionResult OnPost(string? name, long? version) => Attempt(
        () =>
        {
            new Accounts(Work).ConfirmGrant(name ?? "", version);
            Work.Commit();
            Toast($"{name} is QA manager from now on.");
            return Redirect("/grants");
        },
        Read);

    private void Read()
    {
        var people = new PeopleStore(Work);
        Waiting = [.. people.All().Where(p => p.PendingRoles.Contains(Role.QaManager))
            .Select(p => (p, people.Grants(p.Name).Where(g => g.Role == Role.QaManager).MaxBy(g => g.Version)!))];
    }
}
