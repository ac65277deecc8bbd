using LabQc.People;
using LabQc.Tests.AuditTrail;

namespace LabQc.Tests.Review;

/// <summary>People with accounts and without passwords: what they sign is proven by word of the test.</summary>
internal static class TestPeople
{
    public static void Hire(TestRegistry registry, string name, string printedName, IReadOnlyList<Role> roles)
    {
        using var work = registry.Begin();
        var people = new PeopleStore(work);
        var now = registry.Clock.GetUtcNow();
        var person = new Person
        {
            Name = name,
            PrintedName = printedName,
            State = PersonState.Active,
            IdentityCheckedBy = "the test",
            CreatedAt = now,
            CreatedBy = "the test",
            ActivatedAt = now,
            StatementVersion = AccountabilityStatement.Version,
            StatementAcceptedAt = now,
            ChangedAt = now,
            ChangedBy = "the test",
            RowVersion = 1,
        };
        var grants = roles.Select(r => new RoleGrant
        {
            Name = name,
            Role = r,
            Version = 1,
            State = RoleGrantState.Granted,
            FirstGrant = false,
            RecordedAt = now,
            RecordedBy = "the test",
        }).ToList();
        work.Trail.Record("person.made", lot: null, reason: null, [people.Key(name), .. grants.Select(people.Key)], () =>
        {
            people.Insert(person);
            grants.ForEach(people.Insert);
        });
        work.Commit();
    }

    /// <summary>A fresh proof of a person.</summary>
    public static ProvenPerson Prove(TestRegistry registry, string name)
    {
        using var work = registry.Begin();
        return new ProvenPerson(new PeopleStore(work).Get(name), Proofs.Password, ProofPurpose.Signing, registry.Clock);
    }
}
