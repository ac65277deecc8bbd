using System.Security.Cryptography;
using LabQc.Assays;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Measurements;

namespace LabQc.Review;

/// <summary>Reads the rows that a lot's record consists of, each at its newest version.</summary>
internal static class DossierParts
{
    /// <summary>The parts in the order of the record: batch, measurements with their files, results.</summary>
    public static IReadOnlyList<DossierPart> Of(LabWork work, string lot) =>
    [
        Part(work, "batch", "batch_version", lot, (long)new BatchStore(work).Current(lot).Version),
        .. new MeasurementStore(work).OfLot(lot).SelectMany(m => OfMeasurement(work, m)),
        .. new AssayStore(work).Current(lot).Select(a => Part(work, $"result {a.Attribute}", "assay_result", lot, a.Attribute, (long)a.Version)),
    ];

    /// <summary>SHA-256 of a row in canonical form.</summary>
    public static string Sha256Of(LabWork work, RecordKey row) =>
        Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Write(
            work.Session.Rows.Find(row.Table, row.Key) ?? throw new InvalidDataException($"The {row.Table} {string.Join('/', row.Key)} is not there."))));

    /// <summary>The parts of one measurement: itself, its files, and what was decided about its replicates.</summary>
    internal static IEnumerable<DossierPart> OfMeasurement(LabWork work, Measurement measurement)
    {
        var id = measurement.Row.MeasurementId;
        yield return Part(work, $"measurement {measurement.Row.Name}", "measurement", id);
        if (measurement.Invalidation is not null)
            yield return Part(work, $"invalidation of {measurement.Row.Name}", "invalidation", id);
        foreach (var run in measurement.Runs)
        {
            // The run's row holds the SHA-256 of its raw file, which is its key too.
            yield return Part(work, $"file {Place(measurement, run.Row.Sha256, run.Row.Entry)}", "run", id, run.Row.Sha256, run.Row.Entry, run.Row.Version);
            foreach (var decision in run.Replicates.Select(r => r.Decision).OfType<Inclusion>())
                yield return Part(work, $"replicate {decision.Ordinal + 1} of {Place(measurement, run.Row.Sha256, run.Row.Entry)}",
                    "inclusion", id, run.Row.Sha256, run.Row.Entry, decision.Ordinal, decision.Version);
        }
    }

    private static string Place(Measurement measurement, string sha256, long entry) =>
        $"{sha256[..8]}{(entry == 0 ? "" : $" ({entry + 1})")} of {measurement.Row.Name}";

    private static DossierPart Part(LabWork work, string name, string table, params object[] key) =>
        new(name, table, [.. key.Select(k => CanonicalJson.Text(k)!)], Sha256Of(work, new RecordKey(table, [work.Site, .. key])));
}
