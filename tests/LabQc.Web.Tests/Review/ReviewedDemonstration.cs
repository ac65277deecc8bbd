using System.Net;
using System.Text.RegularExpressions;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.People;
using LabQc.Review;
using LabQc.Signatures;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Review;

/// <summary>A small demonstration whose lots are taken through review by people with browsers.</summary>
public sealed class ReviewedDemonstration : IAsyncLifetime
{
    private readonly SmallDemonstration _small = new();
    private readonly List<SignedInClient> _clients = [];

    internal RunningLaboratory Laboratory => _small.Laboratory;

    /// <summary>A technician who measured nothing.</summary>
    internal SignedInClient Technician { get; private set; } = null!;

    internal SignedInClient QaManager { get; private set; } = null!;

    /// <summary>The password of the demonstration's person of a role.</summary>
    internal string Password(string role) => Laboratory.Printed.Split('\n').Select(line => line.Split(' ')).Single(words => words[0] == role && words.Length == 3)[2].Trim();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await _small.InitializeAsync();
        Technician = await Kept(SignedInClient.InRole(Laboratory, "technician"));
        QaManager = await Kept(SignedInClient.InRole(Laboratory, "qa-manager"));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        await _small.DisposeAsync();
    }

    /// <summary>Makes a person with an account, and signs them in.</summary>
    internal async Task<(SignedInClient Client, string Password)> Hire(string name, string printedName, Role role)
    {
        const string password = "correct horse battery staple 7";
        var invitation = Do(Actor.OfPerson("Ada Brandt", "ada.brandt", Proofs.Password), work => new Accounts(work).Invite(name, printedName, [role], "the test"));
        if (role == Role.QaManager)
            Do(Elena, work => new Accounts(work).ConfirmGrant(name));
        Laboratory.Laboratory.SignIn.Activate(invitation.Code, password, acceptsStatement: true);
        return (await Kept(SignedInClient.Of(Laboratory, name, password)), password);
    }

    /// <summary>Submits a lot that is at the bench.</summary>
    internal void Submit(string lot) => Do(Actor.OfPerson("Mira Okafor", "mira.okafor", Proofs.Password), work =>
        LotStages.Of(State(lot).WorkState, State(lot).Disposition) is LotStage.Draft or LotStage.Testing
            ? new LotWorkflow(work).Submit(lot, new BatchStore(work).State(lot).RowVersion)
            : null);

    /// <summary>Takes a lot to the point at which nothing but its decision is missing.</summary>
    internal async Task MakeReady(string lot)
    {
        await Verified(lot);
        await Sign(QaManager, $"/batches/{lot}/audit-review", Password("qa-manager"));
    }

    /// <summary>Takes a lot to the point at which a second person has verified it.</summary>
    internal async Task Verified(string lot)
    {
        var second = await Second();
        Submit(lot);
        await Sign(second.Client, $"/batches/{lot}/verify", second.Password);
    }

    /// <summary>A second technician, who neither measured nor submitted.</summary>
    internal async Task<(SignedInClient Client, string Password)> Second() => _second ??= await Hire("second.person", "Sefa Sekund", Role.Technician);

    private (SignedInClient Client, string Password)? _second;

    /// <summary>Opens a page, fills its form in and sends it with what the page carries; it must be taken.</summary>
    internal static async Task Sign(SignedInClient person, string address, string password, params (string Name, string Value)[] fields)
    {
        var answer = await person.Post(address, [.. Carried(await person.Read(address)), .. fields, ("Password", password)]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{address}: {answer.StatusCode} {await Text(answer)}");
    }

    /// <summary>The row version and last event that a page's form carries.</summary>
    internal static (string Name, string Value)[] Carried(string page) =>
        [.. new[] { "RowVersion", "ReadSequence" }.Select(name => (name, Regex.Match(page, $"name=\"{name}\" value=\"(\\d+)\"").Groups[1].Value))];

    internal static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    internal BatchLine State(string lot) => Read(work => new BatchStore(work).State(lot));

    internal IReadOnlyList<Signature> Signatures(string lot) => Read(work => new SignatureStore(work).OfLot(lot));

    internal static Actor Elena => Actor.OfPerson("Elena Varga", "elena.varga", Proofs.Password);

    internal T Do<T>(Actor actor, Func<LabWork, T> verb)
    {
        using var work = Laboratory.Laboratory.Registry.Begin(actor);
        var done = verb(work);
        work.Commit();
        return done;
    }

    internal T Read<T>(Func<LabWork, T> read)
    {
        using var work = Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        return read(work);
    }

    private async Task<SignedInClient> Kept(Task<SignedInClient> signingIn)
    {
        var client = await signingIn;
        _clients.Add(client);
        return client;
    }
}
