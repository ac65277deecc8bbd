using LabQc.People;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.People;

/// <summary>A new account: names, roles, who checked the identity; the answer is a one-time link.</summary>
[Asks(LabAction.KeepPeople)]
internal sealed class NewModel : LabPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? PrintedName { get; set; }

    [BindProperty]
    public string? IdentityCheckedBy { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    /// <summary>The invitation that was just made; its code is shown this once.</summary>
    public Invitation? Invitation { get; private set; }

    public void OnGet()
    {
    }

    public IActionResult OnPost() => Attempt(
        () =>
        {
            Invitation = new Accounts(Work).Invite(Name ?? "", PrintedName ?? "", [.. Roles.Select(RoleWords.Parse).OfType<Role>()], IdentityCheckedBy ?? "");
            Work.Commit();
            return Page();
        },
        () => { });

    /// <summary>Where the invited person starts the account.</summary>
    public string LinkOf(Invitation invitation) => InvitationLink.Of(Request, invitation);
}
