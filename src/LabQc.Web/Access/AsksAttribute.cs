using LabQc.People;

namespace LabQc.Web.Access;

/// <summary>
/// Which actions of the permission table a page, a handler or an endpoint is for; one of them must be allowed to whoever comes.
/// On a page it holds for every handler that names none of its own. A test sweeps all routes and fails for one that asks nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class AsksAttribute(params LabAction[] actions) : Attribute
{
    public IReadOnlyList<LabAction> Actions { get; } = actions;
}

/// <summary>A page or an endpoint that is open to everybody, also without a session: signing in, health.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OpenToAllAttribute : Attribute, Microsoft.AspNetCore.Authorization.IAllowAnonymous;
