using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>
/// What whoever acts in a unit of work may do: the person's roles as they stand now, asked of the permission table. Before the
/// first person exists nobody can be asked, and the laboratory's work goes on as declared.
/// </summary>
public sealed class Authority(LabWork work)
{
    private readonly PeopleStore _people = new(work);

    /// <summary>Whether acts are those of proven persons: from the first person on.</summary>
    public bool AsksWhoActs => _people.Any();

    /// <summary>The person who acts, as the account stands now; null where none was proven.</summary>
    public Person? Me => work.Actor.PersonName is { } name ? _people.Find(name) : null;

    /// <summary>Whether whoever acts may do something with a lot at this stage.</summary>
    public bool May(LabAction action, LotStage stage = LotStage.None) =>
        work.Actor.PersonName is not null ? Me?.May(action, stage) == true : !AsksWhoActs;

    /// <summary>Refuses what the permission table does not give to whoever acts.</summary>
    /// <exception cref="NotAllowedException">It does not.</exception>
    public void Require(LabAction action, LotStage stage = LotStage.None)
    {
        if (!May(action, stage))
            throw new NotAllowedException(action, Refusal(action, stage));
    }

    /// <summary>The same, for what only a proven person may do, also while nobody exists.</summary>
    /// <exception cref="NotAllowedException">It is not given to this person, or nobody was proven.</exception>
    internal void RequirePerson(LabAction action)
    {
        if (Me?.May(action) != true)
            throw new NotAllowedException(action, Refusal(action, LotStage.None));
    }

    private string Refusal(LabAction action, LotStage stage)
    {
        var entry = PermissionTable.Of(action);
        if (Me is not { } me)
            return $"{entry.Words}: for this a person signs in ({string.Join(" or ", entry.Roles.Select(r => r.Title()))}).";
        return entry.Refusal($"{me.PrintedName} is", me.State == PersonState.Active ? me.Roles : [], stage);
    }
}
