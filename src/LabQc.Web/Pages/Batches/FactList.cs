using LabQc.Batches;
using LabQc.Measurements;
using LabQc.Units;

namespace LabQc.Web.Pages.Batches;

/// <summary>One fact about the lot; a null name begins a new group.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">As it was entered or read.</param>
/// <param name="Address">Where it leads; null where nowhere.</param>
/// <param name="Hash">The SHA-256 of a file; null for anything else.</param>
internal sealed record Fact(string? Name, string Value = "", string? Address = null, string? Hash = null);

/// <summary>How the lot was made and measured, in facts.</summary>
internal static class FactList
{
    /// <summary>The isolation, the source and the volumes, as they were entered.</summary>
    public static IReadOnlyList<Fact> Isolation(BatchDetails details) =>
        [.. Method(details.MethodParameters), new Fact(null), .. Source(details.Source), new Fact(null), .. Volumes(details)];

    /// <summary>What measured the lot, with every file.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<Fact> Facts)> Measured(LotReading reading)
    {
        var files = new RawFileStore(reading.Work);
        return [.. reading.Measurements.Select(m => (Title(m.Row), (IReadOnlyList<Fact>)[.. Facts(reading, m, files)]))];
    }

    private static string Title(MeasurementRow row) => row.Purpose switch
    {
        "sample" => row.Name,
        "bead-check" => $"{row.Name}, bead check",
        var other => $"{row.Name}, {other}",
    };

    private static IEnumerable<Fact> Facts(LotReading reading, Measurement measurement, RawFileStore files)
    {
        var row = measurement.Row;
        var instrument = reading.Definitions.Instruments.FirstOrDefault(i => i.Code == row.Instrument && i.Version == row.InstrumentVersion);
        yield return new Fact("Instrument", instrument is null ? row.Instrument ?? "not named" : $"{instrument.Model}, {instrument.Code}",
            row.Instrument is null ? null : $"/instruments/{Uri.EscapeDataString(row.Instrument)}");
        if (instrument?.WorkingRange is { } range)
            yield return new Fact("Sees", $"{range}, {instrument.WorkingRangeSource}");
        yield return new Fact("Software", Joined(measurement.Runs.Select(r => r.Row.Software)));
        yield return new Fact("Set-up", row.SetUp);
        yield return new Fact("Dilution", Joined(measurement.Runs.Select(r => Dilution(r.Row))));
        yield return new Fact("Taken", $"{row.RecordedAt[..10]} by {row.RecordedBy}");
        if (measurement.Invalidation is { } invalid)
            yield return new Fact("Invalidated", $"{invalid.Cause}, {invalid.RecordedBy}");
        foreach (var sha256 in measurement.Runs.SelectMany(r => new[] { r.Row.Sha256, r.Row.PositionTable }).OfType<string>().Distinct())
            if (files.Find(sha256) is { } file)
                yield return new Fact("Raw file", $"{file.FileName}, {Figures.Bytes(file.Size)}", $"/files/{sha256}", sha256);
    }

    private static string Dilution(RunRow run) => run.DilutionFactor is { } factor ? $"{NumberText.General(factor)}, {From(run.DilutionSource)}" : "unknown: concentrations are no result";

    private static string From(string source) => source switch
    {
        "file" => "from the file",
        "operator" => "said by a person",
        "confirmed-name" => "from the sample's name, confirmed",
        var other => other,
    };

    private static string Joined(IEnumerable<string> values) => string.Join("; ", values.Where(v => v.Length > 0).Distinct());

    private static IEnumerable<Fact> Method(IsolationParameters method)
    {
        (string, string?)[] facts =
        [
            ("Column", method.Column), ("Resin", method.Resin), ("Load", With(method.LoadVolumeMl, "mL")), ("Fractions", method.FractionsPooled),
            ("Reagent", method.Reagent), ("Percent", With(method.Percent, "%")), ("Ratio", method.Ratio), ("Time", With(method.Hours, "h")), ("Temperature", With(method.Celsius, "°C")),
            .. (method.Steps ?? []).Select((s, i) => ($"Spin {i + 1}", (string?)Spin(s))), ("Washes", method.Washes),
            .. (method.Other ?? new Dictionary<string, string>()).Select(o => (o.Key, (string?)o.Value)),
        ];
        return Known(facts);
    }

    private static string Spin(CentrifugeStep step) =>
        string.Join(", ", new[] { step.Name, $"{step.G} × g", $"{step.Minutes} min", With(step.Celsius, "°C"), step.Rotor }.Where(p => !string.IsNullOrEmpty(p)));

    private static IEnumerable<Fact> Source(SourceMaterial source) => Known(
    [
        ("Source", source.Material), ("Cells", source.CellLine), ("Passage", source.Passage), ("Donor", source.Donor), ("Viability", With(source.ViabilityPercent, "%")),
        ("Cells at harvest", source.CellsAtHarvest), ("Medium", source.Medium), ("Conditioned", With(source.ConditioningHours, "h")), ("Anticoagulant", source.Anticoagulant), ("Storage", source.Storage),
    ]);

    private static IEnumerable<Fact> Volumes(BatchDetails details) => Known(
    [
        .. details.Volumes.Select(v => (char.ToUpperInvariant(v.Step[0]) + v.Step[1..], (string?)With(v.VolumeMl, "mL"))), ("Remarks", details.Remarks),
    ]);

    private static IEnumerable<Fact> Known(IEnumerable<(string Name, string? Value)> facts) =>
        facts.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => new Fact(f.Name, f.Value!));

    private static string? With(string? value, string unit) => string.IsNullOrWhiteSpace(value) ? null : $"{value} {unit}";
}
