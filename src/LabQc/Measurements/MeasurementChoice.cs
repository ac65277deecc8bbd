using LabQc.AuditTrail;
using LabQc.Batches;

namespace LabQc.Measurements;

/// <summary>Finds measurements, files and replicates by the names that people use.</summary>
public static class MeasurementChoice
{
    /// <summary>A measurement of a lot by its name; without a name the lot's only one.</summary>
    /// <exception cref="MeasurementMissingException">There is none of that name, or several and none was named.</exception>
    public static Measurement Of(LabWork work, string lot, string? name)
    {
        new BatchStore(work).State(lot);
        var all = new MeasurementStore(work).OfLot(lot);
        var found = all.Where(m => name is null || m.Row.Name == name).ToList();
        return found.Count == 1 ? found[0] : throw new MeasurementMissingException($"Lot {lot}", name ?? "", all.Select(m => m.Row.Name));
    }

    /// <summary>The files of a measurement, or the one that is named by its file name or the beginning of its SHA-256.</summary>
    /// <exception cref="MeasurementMissingException">There is no such measurement or file.</exception>
    public static IReadOnlyList<RunRow> Runs(LabWork work, string lot, string? measurement, string? file)
    {
        var chosen = Of(work, lot, measurement);
        var files = new RawFileStore(work);
        var named = chosen.Runs.Select(r => (r.Row, Name: files.Find(r.Row.Sha256)!.FileName)).ToList();
        var found = named.Where(n => file is null || n.Name == file || n.Row.Sha256.StartsWith(file, StringComparison.Ordinal)).Select(n => n.Row).ToList();
        return found.Count > 0 ? found : throw new MeasurementMissingException($"Measurement {chosen.Row.MeasurementId}", file!, named.Select(n => n.Name));
    }

    /// <summary>A replicate of a lot by its name, or as <c>MEASUREMENT:NAME</c> where several bear it.</summary>
    /// <exception cref="ReplicateUnclearException">None or several fit.</exception>
    public static Replicate ReplicateOf(LabWork work, string lot, string name)
    {
        new BatchStore(work).State(lot);
        var all = new MeasurementStore(work).OfLot(lot)
            .SelectMany(m => m.Runs.SelectMany(r => r.Replicates.Select(p => (Name: $"{m.Row.Name}:{p.Name}", Replicate: p))))
            .ToList();
        var found = all.Where(p => p.Name == name).DefaultIfEmpty().ToList() is [{ Replicate: not null }] exact
            ? exact
            : [.. all.Where(p => p.Replicate.Name == name)];
        return found.Count == 1 ? found[0].Replicate : throw new ReplicateUnclearException(lot, name, [.. found.Select(p => p.Name)]);
    }
}
