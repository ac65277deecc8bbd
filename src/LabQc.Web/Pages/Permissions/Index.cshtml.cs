using LabQc.People;
using LabQc.Web.Access;

namespace LabQc.Web.Pages.Permissions;

/// <summary>Publishes the permission table, as the pages themselves ask it.</summary>
[Asks(LabAction.ReadPermissions)]
internal sealed class IndexModel : LabPage
{
    public IReadOnlyList<PermissionLine> Entries => PermissionTable.Entries;

    public IReadOnlyList<Role> Roles { get; } = [Role.Technician, Role.QaManager, Role.Auditor, Role.Administrator];

    public IReadOnlyList<LotStage> Stages => [.. LotStages.OfLots];

    /// <summary>Whether the action is one about a lot.</summary>
    public static bool IsAboutLots(PermissionLine permission) => permission.Stages is not [LotStage.None];

    /// <summary>Whether the action is possible without a lot as well.</summary>
    public static bool IsAlsoWithout(PermissionLine permission) => IsAboutLots(permission) && permission.Stages.Contains(LotStage.None);

    public void OnGet()
    {
    }
}
