using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>
/// The reportable value of a size metric: the mean over all included replicates of the reportable measurement, over all its
/// dilutions; with several planned measurements, the mean of their means.
/// </summary>
internal static class SizeValue
{
    public static ReportableValue Of(MeasurementSelection selection, string attribute, NanometreRange? range)
    {
        if (selection.Reportable.Count == 0)
            return new ReportableValue();
        if (selection.Reportable.Select(m => m.Weighting).Distinct().Count() > 1)
            return ReportableValue.Undefined("the measurements are weighted differently");
        if (Undefined(selection, attribute, range) is { } problem)
            return ReportableValue.Undefined(problem);
        var mean = Combined([.. selection.Reportable.Select(m => SampleMean.Of(ValuesOf(m, attribute, range)))]);
        return new ReportableValue { Value = mean.Mean, Run = RunOf(mean, selection, attribute) };
    }

    /// <summary>The metric of each included replicate.</summary>
    public static IReadOnlyList<double> ValuesOf(MeasurementEvidence measurement, string attribute, NanometreRange? range) =>
        [.. measurement.Included.Select(r => r.Metric(attribute, range))];

    /// <summary>Tracks over all included replicates; null where one of them tells none.</summary>
    public static int? Tracks(IEnumerable<MeasurementEvidence> measurements)
    {
        var tracks = measurements.SelectMany(m => m.Included).Select(r => r.Tracks).ToList();
        return tracks.All(t => t is not null) ? tracks.Sum() : null;
    }

    /// <summary>One measurement as it is; several by the mean and the scatter of their means.</summary>
    public static SampleMean Combined(IReadOnlyList<SampleMean> measurements) =>
        measurements.Count == 1 ? measurements[0] : SampleMean.Of([.. measurements.Select(m => m.Mean)]);

    private static RunUncertainty? RunOf(SampleMean mean, MeasurementSelection selection, string attribute) =>
        attribute == AttributeCatalogue.SizePercentInRange
            ? RunUncertainty.OfPercent(mean, Tracks(selection.Reportable))
            : RunUncertainty.OfMean(mean);

    private static string? Undefined(MeasurementSelection selection, string attribute, NanometreRange? range)
    {
        var without = selection.Reportable
            .SelectMany(m => m.Included.Where(r => !double.IsFinite(r.Metric(attribute, range))).Select(r => $"{m.Name} {r.Name}"))
            .ToList();
        return without.Count == 0 ? null : $"no number for {string.Join(", ", without)}";
    }
}
