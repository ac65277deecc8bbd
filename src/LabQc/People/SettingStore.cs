using System.Globalization;
using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>Settings of access: defaults until somebody changes them, every change a version with a reason.</summary>
public sealed class SettingStore(LabWork work)
{
    /// <summary>The value in force.</summary>
    public int Value(Setting setting) => Line(setting).Value;

    /// <summary>A setting with its value in force.</summary>
    public SettingLine Line(Setting setting) => Versions(setting) is [.., var newest] ? newest : AtDefault(setting);

    /// <summary>All settings with their values in force.</summary>
    public IReadOnlyList<SettingLine> All() => [.. Setting.All.Select(Line)];

    /// <summary>All values that a setting ever had, oldest first, without its default.</summary>
    public IReadOnlyList<SettingLine> Versions(Setting setting) =>
        [.. work.Session.Query<SettingRow>(
            """
            SELECT version,
                   value,
                   reason,
                   recorded_at,
                   recorded_by
              FROM setting_version
             WHERE site = @site
               AND code = @code
             ORDER BY version
            """,
            new { site = work.Site, code = setting.Code }).Select(row => Line(setting, row))];

    /// <summary>Changes a setting. The value that stands already is nothing new.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="reason">Why.</param>
    /// <param name="readVersion">The version that was read, where the change depends on it.</param>
    /// <exception cref="NotAllowedException">Whoever acts is no administrator.</exception>
    /// <exception cref="SettingRefusedException">The value is out of bounds, there is no reason, or somebody else was first.</exception>
    public SettingLine Change(Setting setting, int value, string reason, int? readVersion = null)
    {
        new Authority(work).RequirePerson(LabAction.KeepSettings);
        if (value < setting.Least || value > setting.Most)
            throw new SettingRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"{setting.Code} is {setting.Least} to {setting.Most} {setting.Unit}, not {value}."));
        if (string.IsNullOrWhiteSpace(reason))
            throw new SettingRefusedException($"Say why {setting.Code} changes: every change of a setting has a reason.");
        work.Session.BeginWriting();
        var standing = Line(setting);
        if (readVersion is { } read && read != standing.Version)
            throw new SettingRefusedException($"{setting.Code} was changed by {standing.RecordedBy} since you read it. Nothing of yours was stored; look at it again.");
        return standing.Value == value ? standing : Record(setting, value, reason.Trim(), standing.Version + 1);
    }

    private SettingLine Record(Setting setting, int value, string reason, int version)
    {
        work.Trail.Record("setting.changed", lot: null, reason,
            [new RecordKey("setting_version", work.Site, setting.Code, (long)version)],
            () => work.Session.Execute(
                """
                INSERT INTO setting_version (site, code, version, value, reason, recorded_at, recorded_by)
                VALUES (@site, @code, @version, @value, @reason, @recordedAt, @recordedBy)
                """,
                new { site = work.Site, code = setting.Code, version, value, reason, recordedAt = work.Trail.Now(), recordedBy = work.Actor.Name }));
        return Line(setting);
    }

    private static SettingLine AtDefault(Setting setting) => new() { Setting = setting, Value = setting.Default, Version = 0 };

    private static SettingLine Line(Setting setting, SettingRow row) => new()
    {
        Setting = setting,
        Value = row.Value,
        Version = row.Version,
        Reason = row.Reason,
        RecordedAt = row.RecordedAt,
        RecordedBy = row.RecordedBy,
    };

    private sealed record SettingRow
    {
        public required int Version { get; init; }
        public required int Value { get; init; }
        public required string Reason { get; init; }
        public required DateTimeOffset RecordedAt { get; init; }
        public required string RecordedBy { get; init; }
    }
}
