using LabQc.People;

namespace LabQc.Tests.People;

public sealed class SettingStoreTest : IDisposable
{
    private const string Admin = PeopleRegistry.Administrator;
    private readonly PeopleRegistry _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Each_has_words_a_unit_and_a_default_within_its_bounds()
    {
        Assert.All(Setting.All, s => Assert.True(s.Least <= s.Default && s.Default <= s.Most && s.Words.Length > 0 && s.Unit.Length > 0, s.Code));
        Assert.Equal(Setting.All.Select(s => (s.Code, s.Default, 0)), _lab.Within(Admin, w => new SettingStore(w).All()).Select(l => (l.Setting.Code, l.Value, l.Version)));
        Assert.Equal(
            ["session.inactivity_minutes 15", "session.absolute_hours 10", "lockout.failures 5", "lockout.minutes 15", "invitation.hours 72", "signing.block_hours_after_reset 24", "accounts.unused_days 0"],
            Setting.All.Select(s => $"{s.Code} {s.Default}"));
        Assert.Same(Setting.LockoutMinutes, Setting.Find("lockout.minutes"));
        Assert.Null(Setting.Find("lockout.hours"));
    }

    [Fact]
    public void A_change_is_a_version_with_who_when_and_why()
    {
        _lab.Within(Admin, w => new SettingStore(w).Change(Setting.LockoutFailures, 3, "a break-in next door"));
        var same = _lab.Within(Admin, w => new SettingStore(w).Change(Setting.LockoutFailures, 3, "again"));

        Assert.Equal((3, 1, "Ada Keys", "a break-in next door"), (same.Value, same.Version, same.RecordedBy, same.Reason));
        Assert.Equal("a break-in next door", Assert.Single(_lab.Events("setting.changed")).Reason);
    }

    [Theory]
    [InlineData("session.inactivity_minutes", 0)]
    [InlineData("session.absolute_hours", 25)]
    [InlineData("signing.block_hours_after_reset", 23)]
    [InlineData("accounts.unused_days", -1)]
    public void A_value_out_of_bounds_is_refused(string code, int value) =>
        Assert.Contains(code, Assert.Throws<SettingRefusedException>(() => _lab.Within(Admin, w => new SettingStore(w).Change(Setting.Find(code)!, value, "why not"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_change_needs_a_reason_and_an_administrator_who_read_the_value_that_stands()
    {
        Assert.Throws<SettingRefusedException>(() => _lab.Within(Admin, w => new SettingStore(w).Change(Setting.LockoutFailures, 3, " ")));
        Assert.Throws<NotAllowedException>(() => _lab.Within(PeopleRegistry.QaManager, w => new SettingStore(w).Change(Setting.LockoutFailures, 3, "why")));
        _lab.Set(Setting.LockoutFailures, 4);
        Assert.Contains("Ada Keys", Assert.Throws<SettingRefusedException>(() => _lab.Within(Admin, w => new SettingStore(w).Change(Setting.LockoutFailures, 3, "why", readVersion: 0))).Message, StringComparison.Ordinal);
    }
}
