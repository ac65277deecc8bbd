using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.People;

namespace LabQc.Review;

/// <summary>Holds what somebody is about to do with a lot against the permission table, and against what they did on it.</summary>
internal sealed class LotAuthority(LabWork work)
{
    private readonly Authority _authority = new(work);

    /// <summary>Who acts in this unit of work; null while nobody has an account and everything is declared, not verified.</summary>
    /// <exception cref="NobodyActsException">People have accounts, and the actor is none of them.</exception>
    public Person? Acting() => _authority.AsksWhoActs ? _authority.Me ?? throw new NobodyActsException() : null;

    /// <summary>Refuses what the person's roles of now do not allow at the lot's stage.</summary>
    public static void Require(Person? person, LabAction action, BatchLine state)
    {
        var stage = state.Stage();
        if (person is null ? !PermissionTable.Of(action).Stages.Contains(stage) : !PermissionTable.Allows(person.Roles, action, stage))
            throw new NotPermittedException(person?.PrintedName ?? "Whoever acts", person?.Roles ?? PermissionTable.Of(action).Roles, action, stage);
    }

    /// <summary>Refuses a person who worked on the lot.</summary>
    public void RequireOtherEyes(Person person, string lot)
    {
        if (new PerformerStore(work).Of(lot, person) is { Count: > 0 } did)
            throw new FourEyesException(person.PrintedName, lot, did);
    }
}
