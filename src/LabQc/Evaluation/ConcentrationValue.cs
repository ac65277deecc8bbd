namespace LabQc.Evaluation;

/// <summary>The mean concentration of one dilution of a measurement, in the undiluted sample.</summary>
/// <param name="Factor">How many times it was diluted; null where the file had it applied and says no factor.</param>
/// <param name="Concentration">Mean, SD and number of the included replicates, particles/mL.</param>
internal sealed record DilutionMean(double? Factor, SampleMean Concentration);

/// <summary>
/// The reportable concentration: the mean of the dilutions' means, u_run their s/√k over k dilutions. With one dilution the mean
/// of its replicates and their s/√n; with several planned measurements, the mean of their values.
/// </summary>
internal static class ConcentrationValue
{
    public static ReportableValue Of(MeasurementSelection selection)
    {
        if (selection.Reportable.Count == 0)
            return new ReportableValue();
        var replicates = selection.Reportable.SelectMany(m => m.Included).ToList();
        if (replicates.All(r => r.ConcentrationPerMl is null))
            return ReportableValue.Missing("the measurement tells no concentration");
        if (selection.Reportable.SelectMany(UnknownDilutions).Any())
            return new ReportableValue();
        var means = selection.Reportable.Select(OfMeasurement).ToList();
        if (!means.All(m => double.IsFinite(m.Mean)))
            return ReportableValue.Undefined("a replicate has no concentration");
        var mean = SizeValue.Combined(means);
        return new ReportableValue { Value = mean.Mean, Run = RunUncertainty.OfMean(mean) };
    }

    /// <summary>The dilutions of a measurement, from the least diluted.</summary>
    public static IReadOnlyList<DilutionMean> Dilutions(MeasurementEvidence measurement) =>
        [.. measurement.UsableRuns
            .Where(r => r.Included.Count > 0)
            .GroupBy(r => r.DilutionFactor)
            .OrderBy(g => g.Key)
            .Select(g => new DilutionMean(g.Key, SampleMean.Of([.. g.SelectMany(r => r.Included.Select(r.Undiluted))])))];

    /// <summary>The files whose dilution nobody knows.</summary>
    public static IReadOnlyList<string> UnknownDilutions(MeasurementEvidence measurement) =>
        [.. measurement.UsableRuns.Where(r => r.Included.Count > 0 && !r.IsDilutionKnown).Select(r => r.File)];

    private static SampleMean OfMeasurement(MeasurementEvidence measurement) =>
        SizeValue.Combined([.. Dilutions(measurement).Select(d => d.Concentration)]);
}
