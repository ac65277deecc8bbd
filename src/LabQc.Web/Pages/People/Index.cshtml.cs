using LabQc.People;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.People;

/// <summary>All accounts, and the locks that stand.</summary>
[Asks(LabAction.KeepPeople)]
internal sealed class IndexModel : LabPage
{
    public IReadOnlyList<Person> People { get; private set; } = [];

    public IReadOnlyList<Lockout> Lockouts { get; private set; } = [];

    public string Title => People.Count == 1 ? "One person" : $"{People.Count} people";

    public void OnGet() => Read();

    [Asks(LabAction.KeepSessions)]
    public IActionResult OnPostLift(string? name) => Attempt(
        () =>
        {
            new Accounts(Work).LiftLockout(name ?? "");
            Work.Commit();
            Toast($"The lock of {name} is lifted.");
            return Redirect("/people");
        },
        Read);

    private void Read()
    {
        People = [.. new PeopleStore(Work).All().OrderBy(p => p.State).ThenBy(p => p.PrintedName, StringComparer.Ordinal)];
        Lockouts = new Accounts(Work).Lockouts();
    }
}
