using LabQc.People;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.People;

/// <summary>Who is signed in, and who was.</summary>
[Asks(LabAction.KeepSessions)]
internal sealed class SessionsModel : LabPage
{
    private const int Shown = 50;

    public IReadOnlyList<SessionLine> Open { get; private set; } = [];

    public IReadOnlyList<SessionLine> Ended { get; private set; } = [];

    public string Title => Open.Count == 1 ? "One session is open" : $"{Open.Count} sessions are open";

    public void OnGet() => Read();

    public IActionResult OnPostEnd(string? id) => Attempt(
        () =>
        {
            new Accounts(Work).EndSession(id ?? "");
            Work.Commit();
            Toast("The session is ended.");
            return Redirect("/sessions");
        },
        Read);

    private void Read()
    {
        Open = Lab.Sessions.Open();
        var open = Open.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        Ended = [.. Lab.Sessions.All().Where(s => !open.Contains(s.Id)).Take(Shown)];
    }
}
