using LabQc.AuditTrail;
using LabQc.Equipment;
using LabQc.Measurements;
using LabQc.Statistics;

namespace LabQc.Consistency;

/// <summary>Puts an instrument's bead checks on their own control chart.</summary>
public sealed class BeadChecks(LabWork work)
{
    /// <summary>One chart for each set-up at which the instrument was checked.</summary>
    /// <exception cref="InstrumentMissingException">No such instrument is defined.</exception>
    public IReadOnlyList<BeadCheckSeries> Of(string instrument)
    {
        new InstrumentStore(work).CurrentVersion(instrument);
        return [.. new MeasurementStore(work).BeadChecks(instrument)
            .GroupBy(m => m.Row.SetUp)
            .Select(g => BeadCheckSeries.Of(
                instrument,
                g.Key,
                [.. g.Select(Point).OfType<BeadCheckPoint>()],
                [.. g.Where(m => Point(m) is null).Select(m => new LeftOutCheck(m.Row.Name, Why(m)))]))];
    }

    private static BeadCheckPoint? Point(Measurement measurement)
    {
        var sizes = Sizes(measurement);
        return measurement.Invalidation is not null || sizes.Length == 0 ? null : new BeadCheckPoint
        {
            Measurement = measurement.Row.Name,
            RecordedAt = measurement.Row.RecordedAt,
            SizeNm = Descriptive.Mean(sizes),
        };
    }

    private static double[] Sizes(Measurement measurement) =>
        [.. measurement.Runs.SelectMany(r => r.Replicates).Where(r => r.Included).Select(r => r.D50Nm).OfType<double>().Where(double.IsFinite)];

    private static string Why(Measurement measurement) =>
        measurement.Invalidation is { } invalid ? $"invalidated: {invalid.Cause}"
        : measurement.Runs.FirstOrDefault(r => r.Row.Status == "failed-run") is { } failed ? $"failed run: {failed.Row.Failure}"
        : "no replicate counts";
}
