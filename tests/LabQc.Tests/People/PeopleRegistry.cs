using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Tests.AuditTrail;
using Microsoft.Extensions.Time.Testing;

namespace LabQc.Tests.People;

/// <summary>A registry with one person a role, each with the same password. Hashes take long, so it is a copy of one made once.</summary>
internal sealed class PeopleRegistry : IDisposable
{
    public const string Password = "quiet river under nine bridges";
    public const string Administrator = "ada.keys";
    public const string QaManager = "karin.berg";
    public const string Technician = "mira.okafor";
    public const string Auditor = "otto.lind";

    private static readonly Lazy<TestRegistry> Peopled = new(MakeOne);
    private readonly string _root = Directory.CreateTempSubdirectory("labqc-people-").FullName;

    public PeopleRegistry()
    {
        Copy(Peopled.Value.Folder, Folder);
        Copy(Peopled.Value.KeysFolder, Path.Combine(_root, "keys"));
        Registry = LabRegistry.Open(Folder, Path.Combine(_root, "keys"), Clock);
    }

    public string Folder => Path.Combine(_root, "data");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));

    public LabRegistry Registry { get; }

    public SignIn SignIn => new(Registry, Clock);

    public Sessions Sessions => new(Registry, Clock);

    /// <summary>Does something with accounts as a person, and keeps it.</summary>
    public T As<T>(string name, Func<Accounts, T> verb) => Within(name, work => verb(new Accounts(work)));

    /// <summary>Does something with accounts as a person, and keeps it.</summary>
    public void As(string name, Action<Accounts> verb) => As(name, accounts =>
    {
        verb(accounts);
        return true;
    });

    /// <summary>Does something as a person, and keeps it.</summary>
    public T Within<T>(string name, Func<LabWork, T> act)
    {
        using var work = Registry.Begin(Actor.OfPerson(Person(name).PrintedName, name, Proofs.Password));
        var done = act(work);
        work.Commit();
        return done;
    }

    public Person Person(string name)
    {
        using var work = Registry.Begin(Actor.OfAccount());
        return new PeopleStore(work).Get(name);
    }

    public IReadOnlyList<RoleGrant> Grants(string name)
    {
        using var work = Registry.Begin(Actor.OfAccount());
        return new PeopleStore(work).Grants(name);
    }

    /// <summary>Invites somebody and sets their password, as they would.</summary>
    public Person Join(string name, string printedName, params IReadOnlyList<Role> roles)
    {
        var invitation = As(Administrator, accounts => accounts.Invite(name, printedName, roles, "passport seen by A. Keys"));
        SignIn.Activate(invitation.Code, Password, acceptsStatement: true);
        return Person(name);
    }

    public ProvenPerson Prove(string name, ProofPurpose purpose = ProofPurpose.OwnAccount, string? code = null) => SignIn.Prove(name, Password, code, purpose);

    /// <summary>A proof that took no password, for what is about proofs themselves.</summary>
    public ProvenPerson Pretend(string name, ProofPurpose purpose = ProofPurpose.OwnAccount, string authentication = Proofs.Password) =>
        new(Person(name), authentication, purpose, Clock);

    public void Set(Setting setting, int value) => Within(Administrator, work => new SettingStore(work).Change(setting, value, "for a test"));

    /// <summary>The events of an action, oldest first.</summary>
    public IReadOnlyList<AuditEvent> Events(string action)
    {
        using var work = Registry.Begin(Actor.OfAccount());
        return [.. new AuditEventStore(work.Session).After(LabRegistry.DefaultSite, 0, 100_000).Where(e => e.Action == action)];
    }

    public VerificationResult Verify()
    {
        using var work = Registry.Begin(Actor.OfAccount());
        return Verification.Run(work);
    }

    /// <summary>Writes where no event tells of it, as somebody would who has the database file.</summary>
    public void Tamper(string sql)
    {
        using var work = Registry.Begin(Actor.OfAccount());
        work.Session.Derive(sql);
        work.Commit();
    }

    public IReadOnlyList<T> Read<T>(string sql)
    {
        using var work = Registry.Begin(Actor.OfAccount());
        return work.Session.Query<T>(sql);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static TestRegistry MakeOne()
    {
        var made = new TestRegistry();
        using (var work = made.Registry.Begin(Actor.OfAccount()))
        {
            new Accounts(work).CreateFirstAdministrator(Administrator, "Ada Keys", Password);
            work.Commit();
        }
        Join(made, QaManager, "Karin Berg", Role.QaManager);
        Join(made, Technician, "Mira Okafor", Role.Technician);
        Join(made, Auditor, "Otto Lind", Role.Auditor);
        made.SettleFile();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.Dispose();
        return made;
    }

    private static void Join(TestRegistry made, string name, string printedName, Role role)
    {
        using var work = made.Registry.Begin(Actor.OfPerson("Ada Keys", Administrator, Proofs.Password));
        var invitation = new Accounts(work).Invite(name, printedName, [role], "passport seen by A. Keys");
        work.Commit();
        new SignIn(made.Registry, made.Clock).Activate(invitation.Code, Password, acceptsStatement: true);
    }
}
