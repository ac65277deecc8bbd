using System.Globalization;
using LabQc.Assays;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Measurements;
using LabQc.Methods;

namespace LabQc.Review;

/// <summary>Lists what can be corrected on a lot.</summary>
public static class CorrectableFields
{
    /// <summary>How the dilution of a file is named.</summary>
    public const string DilutionPrefix = "dilution:";

    // Fields of the registration that say nothing about one isolation method alone.
    private const string ParametersPrefix = "method_parameters.";

    /// <summary>All fields of a lot: of the batch also those that are empty and belong to its method, then results, then dilutions.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    public static IReadOnlyList<CorrectableField> Of(LabWork work, string lot)
    {
        var batches = new BatchStore(work);
        var state = batches.State(lot);
        return [.. OfBatch(batches.Current(lot), state.RowVersion), .. OfResults(work, lot), .. OfDilutions(work, lot)];
    }

    /// <summary>One field of a lot.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    /// <exception cref="NothingToCorrectException">There is no such field.</exception>
    public static CorrectableField Of(LabWork work, string lot, string field) =>
        Of(work, lot).FirstOrDefault(f => f.Field == field) ?? throw new NothingToCorrectException(lot, field);

    private static IEnumerable<CorrectableField> OfBatch(BatchVersion version, long rowVersion)
    {
        var fields = BatchFields.Of(version.Details);
        var names = BatchFields.Plain.Where(n => n != "lot" && IsOfMethod(version.Details.IsolationMethod, n))
            .Concat(fields.Values.Keys.Where(k => k.Contains('[', StringComparison.Ordinal) && !k.StartsWith(BatchFields.OtherParameters, StringComparison.Ordinal)).OrderBy(k => k, StringComparer.Ordinal));
        foreach (var name in names)
            yield return Batch(name, fields.Values.GetValueOrDefault(name), version, rowVersion);
        foreach (var (name, value) in version.Details.MethodParameters.Other ?? new Dictionary<string, string>())
            yield return Batch($"{BatchFields.OtherParameters}.{name}", value, version, rowVersion);
    }

    private static CorrectableField Batch(string field, string? standing, BatchVersion version, long rowVersion) => new()
    {
        Field = field,
        Kind = CorrectableKind.Batch,
        Name = BatchFieldNames.Of(field),
        Standing = standing,
        Unit = BatchFieldNames.UnitOf(field),
        Version = rowVersion,
        RecordedBy = version.RecordedBy,
        RecordedAt = version.RecordedAt,
    };

    private static IEnumerable<CorrectableField> OfResults(LabWork work, string lot) =>
        new AssayStore(work).Current(lot).Select(result => new CorrectableField
        {
            Field = result.Attribute,
            Kind = CorrectableKind.Result,
            Name = AttributeNames.Of(result.Attribute),
            Standing = result.EnteredText,
            Unit = result.Unit ?? "",
            Version = result.Version,
            RecordedBy = result.RecordedBy,
            RecordedAt = result.RecordedAt,
        });

    private static IEnumerable<CorrectableField> OfDilutions(LabWork work, string lot)
    {
        var files = new RawFileStore(work);
        return new MeasurementStore(work).OfLot(lot).SelectMany(m => m.Runs.Select(r => new CorrectableField
        {
            Field = $"{DilutionPrefix}{m.Row.Name}:{r.Row.Sha256}",
            Kind = CorrectableKind.Dilution,
            Name = $"Dilution of {files.Find(r.Row.Sha256)?.FileName ?? r.Row.Sha256[..8]}",
            Standing = r.Row.DilutionFactor?.ToString(CultureInfo.InvariantCulture),
            Unit = "times",
            Version = r.Row.Version,
            RecordedBy = r.Row.RecordedBy,
            RecordedAt = r.Row.RecordedAt,
        })).DistinctBy(f => f.Field);
    }

    private static bool IsOfMethod(string method, string field) =>
        !field.StartsWith(ParametersPrefix, StringComparison.Ordinal) || field[ParametersPrefix.Length..] switch
        {
            "washes" => method == BatchForm.Ultracentrifugation,
            "column" or "resin" or "load_volume_ml" or "fractions_pooled" => method == BatchForm.SizeExclusion,
            _ => method == BatchForm.Precipitation,
        };
}
