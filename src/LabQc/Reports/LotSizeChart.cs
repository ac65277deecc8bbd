using System.Text.Json;
using LabQc.AuditTrail;
using LabQc.Charts;
using LabQc.Evaluation;
using LabQc.Measurements;
using LabQc.SizeDistributions;
using LabQc.Specifications;
using LabQc.Statistics;
using LabQc.Units;

namespace LabQc.Reports;

/// <summary>The chart of a lot's size distribution, from what the registry holds.</summary>
public sealed class LotSizeChart(LabWork work, Definitions definitions)
{
    /// <summary>
    /// The chart of the lot's first sample measurement that counts, or of the measurement that is named; null where there is no
    /// distribution to draw.
    /// </summary>
    /// <param name="lot">The lot.</param>
    /// <param name="logarithmic">Diameters on a logarithmic axis.</param>
    /// <param name="measurement">The measurement's name, or null.</param>
    public SizeDistributionChart? Of(string lot, bool logarithmic, string? measurement = null)
    {
        var chosen = Choose(new MeasurementStore(work).OfLot(lot), measurement);
        return chosen is null ? null : new SizeDistributionChart(Data(lot, chosen, logarithmic));
    }

    private static Measurement? Choose(IReadOnlyList<Measurement> measurements, string? name)
    {
        var samples = measurements.Where(m => (name is null ? m.Row.Purpose == "sample" : m.Row.Name == name) && Drawable(m).Any()).ToList();
        return samples.FirstOrDefault(m => m.Invalidation is null && m.Row.Weighting == "number") ?? samples.FirstOrDefault();
    }

    private static IEnumerable<(Run Run, Replicate Replicate)> Drawable(Measurement measurement) =>
        measurement.Runs.SelectMany(r => r.Replicates.Select(p => (r, p))).Where(p => p.p.Distribution is not null);

    private SizeChartData Data(string lot, Measurement measurement, bool logarithmic)
    {
        var asMeasured = measurement.Runs.Any(r => r.Row.ToUndiluted is null);
        var drawn = Drawable(measurement)
            .Select(p => (p.Replicate, p.Run, Curve: Scaled(DistributionCodec.Decode(p.Replicate.Distribution!), asMeasured ? 1 : p.Run.Row.ToUndiluted!.Value)))
            .ToList();
        // A measurement's files share their grid; one that does not (another export setting) cannot be averaged with them.
        drawn = [.. drawn.Where(d => d.Curve.Bins.Equals(drawn[0].Curve.Bins))];
        var included = drawn.Where(d => d.Replicate.Included).ToList();
        var mean = included.Count == 0 ? null : SizeDistribution.Average([.. included.Select(d => d.Curve)]);
        var verdict = new EvaluationStore(work).Newest(lot);
        var range = RangeOf(verdict);
        return new SizeChartData
        {
            Lot = lot,
            Technique = measurement.Row.Technique == "nta" ? "nanoparticle tracking analysis" : measurement.Row.Technique == "dls" ? "dynamic light scattering" : measurement.Row.Technique,
            EdgesNm = drawn[0].Curve.Edges.ToArray(),
            Replicates = [.. drawn.Select(d => new SizeReplicate(d.Replicate.Name, d.Curve.Values.ToArray(), d.Replicate.Included, d.Replicate.ExclusionReason ?? ""))],
            MeanCurve = mean is null ? [] : mean.Values.ToArray(),
            D10 = Over(included.Select(d => d.Replicate.D10Nm)),
            D50 = Over(included.Select(d => d.Replicate.D50Nm)),
            D90 = Over(included.Select(d => d.Replicate.D90Nm)),
            PercentInRange = Over(included.Where(d => !d.Curve.IsEmpty).Select(d => (double?)(100 * d.Curve.FractionWithin(range)))),
            Range = new ValueRange(range.From, range.To),
            WorkingRange = WorkingRangeOf(measurement.Row) is { } seen ? new ValueRange(seen.From, seen.To) : null,
            Quantity = measurement.Row.Weighting == "number" ? "Concentration" : "Share",
            Unit = measurement.Row.Weighting == "number" ? "particles/mL" : $"% by {measurement.Row.Weighting}",
            AsMeasured = asMeasured,
            ConcentrationPerMl = asMeasured || mean is null || measurement.Row.Weighting != "number" ? double.NaN : mean.Total,
            Traces = included.Any(d => d.Replicate.Tracks is not null) ? (int)included.Sum(d => d.Replicate.Tracks ?? 0) : null,
            Logarithmic = logarithmic,
            Origin = Origin(measurement),
            Verdict = Statement(verdict),
        };
    }

    private static SizeDistribution Scaled(SizeDistribution curve, double factor) => factor == 1 ? curve : curve.Times(factor);

    private NanometreRange? WorkingRangeOf(MeasurementRow row) =>
        definitions.Instruments.FirstOrDefault(i => i.Code == row.Instrument && i.Version == row.InstrumentVersion)?.WorkingRange
        ?? (row.Technique == "nta" ? Equipment.Instrument.NtaByScatter : null);

    private string Origin(Measurement measurement)
    {
        var instrument = definitions.Instruments.FirstOrDefault(i => i.Code == measurement.Row.Instrument && i.Version == measurement.Row.InstrumentVersion);
        var dilutions = measurement.Runs
            .Select(r => r.Row.DilutionFactor is { } factor ? $"dilution {NumberText.General(factor)} ({r.Row.DilutionSource})" : "dilution unknown")
            .Distinct();
        return string.Join(" · ", new[] { instrument?.Model, measurement.Runs[0].Row.Software, string.Join(", ", dilutions) }.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static Estimate Over(IEnumerable<double?> values)
    {
        var known = values.Where(v => v is not null).Select(v => v!.Value).ToArray();
        return known.Length switch
        {
            0 => new Estimate(double.NaN),
            1 => new Estimate(known[0]),
            _ => new Estimate(Descriptive.Mean(known), Descriptive.StandardDeviation(known)),
        };
    }

    private static SizeRange RangeOf(RecordedEvaluation? evaluation)
    {
        if (evaluation is null)
            return SizeRange.Exosomes;
        using var answer = JsonDocument.Parse(evaluation.Answer);
        return answer.RootElement.TryGetProperty("specified_range_nm", out var range) && range.ValueKind == JsonValueKind.Array
            ? new SizeRange(range[0].GetDouble(), range[1].GetDouble())
            : SizeRange.Exosomes;
    }

    private static string Statement(RecordedEvaluation? evaluation)
    {
        if (evaluation is null)
            return "";
        using var answer = JsonDocument.Parse(evaluation.Answer);
        return answer.RootElement.TryGetProperty("statement", out var statement) ? statement.GetString() ?? "" : "";
    }
}
