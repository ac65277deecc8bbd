using LabQc.People;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.People;

/// <summary>One account: roles and their history, resetting, closing.</summary>
[Asks(LabAction.KeepPeople)]
internal sealed class PersonModel : LabPage
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    /// <summary>The version of the account that the administrator read.</summary>
    [BindProperty]
    public long RowVersion { get; set; }

    [BindProperty]
    public string? ResetReason { get; set; }

    [BindProperty]
    public bool RemoveOneTimeCodes { get; set; }

    [BindProperty]
    public string? CloseReason { get; set; }

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<RoleGrant> Grants { get; private set; } = [];

    /// <summary>The one-time code of a reset; it is shown this once.</summary>
    public Invitation? Invitation { get; private set; }

    public IActionResult OnGet()
    {
        if (new PeopleStore(Work).Find(Name) is null)
            return Redirect("/not-found");
        Read();
        return Page();
    }

    public IActionResult OnPostGrant(string? role) => Change($"{Name}: the role is granted.", accounts => accounts.Grant(Name, Parsed(role), RowVersion));

    public IActionResult OnPostWithdraw(string? role) => Change($"{Name}: the role is withdrawn.", accounts => accounts.WithdrawRole(Name, Parsed(role), RowVersion));

    public IActionResult OnPostClose() => Change($"The account {Name} is closed.", accounts =>
        accounts.Close(Name, Given(CloseReason, "close an account"), RowVersion));

    public IActionResult OnPostReset() => Attempt(
        () =>
        {
            Invitation = new Accounts(Work).ResetCredentials(Name, RemoveOneTimeCodes, Given(ResetReason, "reset credentials"), RowVersion);
            Work.Commit();
            Read();
            return Page();
        },
        Read);

    /// <summary>Where the person sets a new password.</summary>
    public string LinkOf(Invitation invitation) => InvitationLink.Of(Request, invitation);

    private IActionResult Change(string done, Action<Accounts> verb) => Attempt(
        () =>
        {
            verb(new Accounts(Work));
            Work.Commit();
            Toast(done);
            return Redirect($"/people/{Uri.EscapeDataString(Name)}");
        },
        Read);

    private static Role Parsed(string? word) =>
        RoleWords.Parse(word ?? "") ?? throw new AccountRefusedException($"There is no role \"{word}\".");

    private static string Given(string? reason, string what) =>
        string.IsNullOrWhiteSpace(reason) ? throw new AccountRefusedException($"To {what} a reason is needed: it stands in the audit trail.") : reason.Trim();

    private void Read()
    {
        var people = new PeopleStore(Work);
        Person = people.Get(Name);
        Grants = [.. people.Grants(Person.Name).OrderByDescending(g => g.RecordedAt)];
    }
}
