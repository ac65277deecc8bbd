using System.Globalization;
using LabQc.People;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.People;

/// <summary>Codes that are shown this once.</summary>
internal sealed record ShownOnce(string Title, string Sentence, IReadOnlyList<string> Codes);

/// <summary>What a person does with the own account: password, one-time codes, tokens, looks, sessions.</summary>
[Asks(LabAction.KeepOwnAccount)]
internal sealed class AccountModel : LabPage
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? CurrentCode { get; set; }

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<CommandLineToken> Tokens { get; private set; } = [];

    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    public int RecoveryCodesLeft { get; private set; }

    /// <summary>The seed of one-time codes that are being set up.</summary>
    public OneTimeCodeSetup? SetUp { get; private set; }

    /// <summary>What was just made, and is never shown again.</summary>
    public ShownOnce? Shown { get; private set; }

    public void OnGet() => Read();

    public IActionResult OnPostPassword(string? @new, string? newAgain) => Change("Your password is changed; your other sessions are ended.", accounts =>
    {
        if (@new != newAgain)
            throw new PasswordRefusedException("the two new passwords differ");
        accounts.ChangePassword(Prove(), @new ?? "", SessionCookie.Read(HttpContext));
    });

    public IActionResult OnPostBeginCodes()
    {
        SetUp = new Accounts(Work).BeginOneTimeCodes();
        Read();
        return Page();
    }

    public IActionResult OnPostEnableCodes(string? sealedSeed, string? firstCode) => Show(accounts => new ShownOnce(
        "One-time codes are on.", "Keep these recovery codes apart from your device. Each lets you in once in the place of a code, and none signs. They are shown this once.",
        accounts.EnableOneTimeCodes(sealedSeed ?? "", firstCode ?? "")));

    public IActionResult OnPostRemoveCodes() => Change("One-time codes are off.", accounts => accounts.RemoveOneTimeCodes(Prove()));

    public IActionResult OnPostRenewRecovery() => Show(accounts => new ShownOnce(
        "These recovery codes are new.", "The ones before are worth nothing any more. They are shown this once.", accounts.RenewRecoveryCodes(Prove())));

    public IActionResult OnPostToken(string? tokenLabel, string? tokenDays) => Show(accounts =>
    {
        if (!int.TryParse(tokenDays, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            throw new AccountRefusedException($"A token counts for a whole number of days; found \"{tokenDays}\".");
        var made = accounts.MakeToken(Prove(), tokenLabel ?? "", days);
        return new ShownOnce("The token is made.", "Copy it now: it is shown this once.", [made.Token]);
    });

    public IActionResult OnPostRevoke(long ordinal) => Change("The token is revoked.", accounts => accounts.RevokeToken(Me.Person.Name, ordinal));

    public IActionResult OnPostAccept() => Change("You have accepted the statement.", accounts => accounts.AcceptStatement());

    public IActionResult OnPostEndSession(string? id) => Change("The session is ended.", accounts => accounts.EndSession(id ?? ""));

    public IActionResult OnPostLooks(string? theme, string? keys)
    {
        Response.Cookies.Append("labqc-theme", theme is "light" or "dark" ? theme : "device", SessionCookie.Lasting(HttpContext));
        Response.Cookies.Append("labqc-keys", keys is null ? "off" : "on", SessionCookie.Lasting(HttpContext));
        Toast("These looks are kept in this browser.");
        return Redirect("/account#looks");
    }

    /// <summary>The password again: what changes the account needs it.</summary>
    private ProvenPerson Prove() => Lab.SignIn.Prove(Me.Person.Name, Current ?? "", CurrentCode, ProofPurpose.OwnAccount);

    private IActionResult Change(string done, Action<Accounts> verb) => Attempt(
        () =>
        {
            verb(new Accounts(Work));
            Work.Commit();
            Toast(done);
            return Redirect("/account");
        },
        Read);

    private IActionResult Show(Func<Accounts, ShownOnce> verb) => Attempt(
        () =>
        {
            Shown = verb(new Accounts(Work));
            Work.Commit();
            Read();
            return Page();
        },
        Read);

    private void Read()
    {
        Person = new PeopleStore(Work).Get(Me.Person.Name);
        var accounts = new Accounts(Work);
        Tokens = accounts.Tokens(Person.Name);
        RecoveryCodesLeft = accounts.RecoveryCodesLeft(Person.Name);
        Sessions = [.. Lab.Sessions.Open().Where(s => s.Name == Person.Name)];
    }
}
