using LabQc.Batches;
using LabQc.People;

namespace LabQc.Web.Access;

/// <summary>What the gate answers.</summary>
/// <param name="IsOpen">Whether the request goes on.</param>
/// <param name="Why">Why not, in a sentence for the person.</param>
internal sealed record GateAnswer(bool IsOpen, string Why)
{
    /// <summary>Whether the person's roles would do, and only the lot's stage does not.</summary>
    public bool IsAboutStage { get; init; }
}

/// <summary>Asks the permission table whether somebody may do what a route is for, with the lot that the route names.</summary>
internal static class Gate
{
    /// <summary>The answer for a request.</summary>
    /// <exception cref="BatchMissingException">The route names a lot that is not there.</exception>
    public static GateAnswer Ask(HttpContext context, IReadOnlyList<LabAction> actions, string? lot)
    {
        var me = context.Features.Get<SignedIn>()!;
        var stage = lot is null ? LotStage.None : new BatchStore(RequestWork.Of(context)).State(lot).Stage();
        if (actions.Any(action => Allows(me.Person.Roles, action, stage)))
            return new GateAnswer(true, "");
        if (me.Person.Roles.Count == 0 && me.Person.PendingRoles.Count > 0)
            return new GateAnswer(false, $"You are to become {string.Join(" and ", me.Person.PendingRoles.Select(r => r.Title()))}, and another QA manager has to confirm it first. Meanwhile your own account is all that is yours.");
        var permission = PermissionTable.Of(actions[0]);
        return new GateAnswer(false, permission.Refusal("You are", me.Person.Roles, stage)) { IsAboutStage = permission.IsFor(me.Person.Roles) };
    }

    /// <summary>Whether roles allow an action; an action that is about no lot is asked without one.</summary>
    public static bool Allows(IReadOnlyList<Role> roles, LabAction action, LotStage stage) =>
        PermissionTable.Allows(roles, action, PermissionTable.Of(action).Stages is [LotStage.None] ? LotStage.None : stage);
}
