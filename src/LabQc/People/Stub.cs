using LabQc.AuditTrail;
using LabQc.Units;
namespace LabQc.People;
public sealed record Person { public required string Name { get; init; } public required string PrintedName { get; init; } public IReadOnlyList<Role> Roles { get; init; } = []; }
public sealed class PeopleStore(LabWork work) { public bool Any() => work is null; }
public sealed class Accounts(LabWork work) { public void CreateFirstAdministrator(string n, string p, string w) => _ = work; public Person Activate(string c, string p, bool a) => new() { Name = c, PrintedName = p }; }
public enum ProofPurpose { SignIn }
public sealed class ProvenPerson { public required Person Person { get; init; } }
public sealed class SignInRefusedException(string m) : RefusalException(m) { public bool NeedsCode => false; }
public sealed class SignIn(LabRegistry r, TimeProvider c) { public ProvenPerson Prove(string n, string p, string? o, ProofPurpose x) { _ = (r, c); return new() { Person = new() { Name = n, PrintedName = n, Roles = [Role.Technician] } }; } }
public sealed record SignedIn { public required Person Person { get; init; } public required Actor Actor { get; init; } }
public sealed class Sessions(LabRegistry r, TimeProvider c) { public string Start(ProvenPerson p, string client) { _ = (r, c); return p.Person.Name; } public SignedIn? Touch(string t) => new() { Person = new() { Name = t, PrintedName = t, Roles = [Role.Technician] }, Actor = Actor.OfAccount() }; public void End(string t, string w) { } }
public static class AccountabilityStatement { public const string Text = "x"; }
