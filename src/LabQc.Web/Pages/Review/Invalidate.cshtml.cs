using LabQc.Measurements;
using LabQc.People;
using LabQc.Review;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Review;

/// <summary>Declares a measurement invalid for an assignable cause, signed.</summary>
[Asks(LabAction.InvalidateMeasurement)]
internal sealed class InvalidateModel : LotStepPage
{
    public override string Title => "Invalidate a measurement of";

    public Measurement Measurement { get; private set; } = null!;

    /// <summary>The files that do not count any more, by SHA-256.</summary>
    public IReadOnlyList<(string Sha256, string FileName)> Files { get; private set; } = [];

    private string Name => (string)RouteData.Values["measurement"]!;

    public IActionResult OnPost() => Step(
        _ =>
        {
            var cause = Why("a measurement is invalid only for a cause that was found");
            new MeasurementInvalidation(Work).Sign(MeasurementChoice.Of(Work, Lot, Name).Row, Prove(), cause, RowVersion);
        },
        $"Measurement {Name} of lot {Lot} does not count any more, signed.");

    protected override void Read()
    {
        Measurement = MeasurementChoice.Of(Work, Lot, Name);
        var files = new RawFileStore(Work);
        Files = [.. Measurement.Runs.Select(r => r.Row.Sha256).Distinct().Select(s => (s, files.Find(s)!.FileName))];
    }
}
