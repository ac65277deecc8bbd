using LabQc.People;

namespace LabQc.Tests.People;

public sealed class PermissionTableTest
{
    private static readonly LabAction[] NotOfTheLaboratory =
    [
        LabAction.ReadRecords, LabAction.ReadAuditTrail, LabAction.VerifyRegistry, LabAction.ReadPermissions, LabAction.KeepOwnAccount,
        LabAction.KeepPeople, LabAction.KeepSessions, LabAction.KeepSettings,
    ];

    [Fact]
    public void Each_action_has_one_entry_with_roles_stages_and_words()
    {
        Assert.Equal(Enum.GetValues<LabAction>().Order(), PermissionTable.Entries.Select(e => e.Action).Order());
        Assert.All(PermissionTable.Entries, e => Assert.True(e.Roles.Count > 0 && e.Stages.Count > 0 && e.Words.Length > 5, e.Action.ToString()));
    }

    [Fact]
    public void No_administrator_has_laboratory_authority()
    {
        foreach (var entry in PermissionTable.Entries.Where(e => e.Roles.Contains(Role.Administrator)))
            Assert.Contains(entry.Action, NotOfTheLaboratory);
        foreach (var action in Enum.GetValues<LabAction>().Except(NotOfTheLaboratory))
            Assert.All(Enum.GetValues<LotStage>(), stage => Assert.False(PermissionTable.Allows([Role.Administrator], action, stage)));
    }

    [Fact]
    public void An_auditor_changes_nothing_but_the_own_account() =>
        Assert.Equal(NotOfTheLaboratory[..5], PermissionTable.Entries.Where(e => e.Roles.Contains(Role.Auditor)).Select(e => e.Action));

    [Fact]
    public void Only_an_administrator_keeps_people_sessions_and_settings() =>
        Assert.All(NotOfTheLaboratory[5..], action => Assert.Equal([Role.Administrator], PermissionTable.Of(action).Roles));

    [Theory]
    [InlineData(Role.QaManager, LotStage.Verified, true)]
    [InlineData(Role.QaManager, LotStage.Submitted, false)]
    [InlineData(Role.QaManager, LotStage.Released, false)]
    [InlineData(Role.Technician, LotStage.Verified, false)]
    public void A_lot_is_released_by_a_QA_manager_once_it_is_verified(Role role, LotStage stage, bool allowed) =>
        Assert.Equal(allowed, PermissionTable.Allows([role], LabAction.ReleaseLot, stage));

    [Fact]
    public void Two_roles_allow_what_either_does() =>
        Assert.True(PermissionTable.Allows([Role.Auditor, Role.Technician], LabAction.RegisterBatch));
}
