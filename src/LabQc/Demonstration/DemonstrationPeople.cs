using LabQc.AuditTrail;
using LabQc.People;

namespace LabQc.Demonstration;

/// <summary>Makes the people of the demonstration by the same verbs as any laboratory does.</summary>
internal sealed class DemonstrationPeople(LabRegistry registry, TimeProvider clock)
{
    private const string Checked = "nobody: an invented person of the demonstration";

    /// <summary>Makes the people who are missing, and gives everybody a new random password.</summary>
    public IReadOnlyList<DemonstrationPerson> Make()
    {
        var passwords = DemonstrationLaboratory.People.ToDictionary(p => p.Name, _ => RandomSecret.Password());
        var administrator = DemonstrationLaboratory.People.Single(p => p.Role == Role.Administrator);
        if (Do(Actor.OfAccount(), work => !new PeopleStore(work).Any()))
            Do(Actor.OfAccount(), work => new Accounts(work).CreateFirstAdministrator(administrator.Name, administrator.PrintedName, passwords[administrator.Name]));
        else
            Do(Actor.OfAccount(), work => new Accounts(work).RenewOfDemonstration(administrator.Name, passwords[administrator.Name]));
        foreach (var (role, name, printedName) in DemonstrationLaboratory.People.Where(p => p.Role != Role.Administrator))
            Admit(Actor.OfPerson(administrator.PrintedName, administrator.Name, Proofs.Password), role, name, printedName, passwords[name]);
        return [.. DemonstrationLaboratory.People.Select(p => new DemonstrationPerson(p.Role.Word(), p.Name, passwords[p.Name]))];
    }

    private void Admit(Actor administrator, Role role, string name, string printedName, string password)
    {
        if (Do(administrator, work => new PeopleStore(work).Find(name)) is not null)
        {
            Do(Actor.OfAccount(), work => new Accounts(work).RenewOfDemonstration(name, password));
            return;
        }
        var invitation = Do(administrator, work => new Accounts(work).Invite(name, printedName, [role], Checked));
        new SignIn(registry, clock).Activate(invitation.Code, password, acceptsStatement: true);
    }

    private T Do<T>(Actor actor, Func<LabWork, T> verb)
    {
        using var work = registry.Begin(actor);
        var done = verb(work);
        work.Commit();
        return done;
    }
}
