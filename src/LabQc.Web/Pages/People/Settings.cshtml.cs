using System.Globalization;
using LabQc.People;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.People;

/// <summary>How long sessions last, when names lock, and the like.</summary>
[Asks(LabAction.KeepSettings)]
internal sealed class SettingsModel : LabPage
{
    private (string? Code, string? Value, string? Reason) _sent;

    public IReadOnlyList<SettingLine> Lines { get; private set; } = [];

    public void OnGet() => Read();

    public IActionResult OnPost(string? code, string? value, string? reason, int? version)
    {
        _sent = (code, value, reason);
        return Attempt(
            () =>
            {
                var setting = Setting.Find(code ?? "") ?? throw new SettingRefusedException($"There is no setting \"{code}\".");
                if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                    throw new SettingRefusedException($"{setting.Words}: a whole number of {setting.Unit} is needed; found \"{value}\".");
                new SettingStore(Work).Change(setting, number, reason ?? "", version);
                Work.Commit();
                Toast($"{setting.Words}: {number} {setting.Unit} from now on.");
                return Redirect("/settings");
            },
            Read);
    }

    /// <summary>The value to show: what was typed, where it was refused.</summary>
    public string ValueOf(SettingLine line) =>
        _sent.Code == line.Setting.Code && _sent.Value is { } typed ? typed : line.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The reason to show: what was typed, where it was refused.</summary>
    public string? ReasonOf(SettingLine line) => _sent.Code == line.Setting.Code ? _sent.Reason : null;

    private void Read() => Lines = new SettingStore(Work).All();
}
