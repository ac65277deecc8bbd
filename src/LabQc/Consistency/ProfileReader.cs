using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.Measurements;
using LabQc.Methods;
using LabQc.SizeDistributions;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Consistency;

/// <summary>Derives a lot's profile from what the registry holds, by the same rules as its verdict.</summary>
internal sealed class ProfileReader(LabWork work, Definitions definitions)
{
    private static readonly NanometreRange Exosomes = new(SizeRange.Exosomes.From, SizeRange.Exosomes.To);
    private readonly LotEvidenceReader _evidence = new(work, definitions);
    private readonly AttributeCatalogue _catalogue = new(definitions.Attributes);

    public ConsistencyProfile Read(string lot)
    {
        var batch = new BatchStore(work).Current(lot);
        var details = batch.Details;
        var measurements = new MeasurementStore(work).OfLot(lot);
        var (evidence, selection) = Select(batch, measurements);
        var measurement = selection.Reportable is [var reportable, ..]
            ? measurements.First(m => m.Row.Name == reportable.Name && m.Row.Purpose == "sample")
            : null;
        return new ConsistencyProfile
        {
            Lot = lot,
            Product = details.Product,
            IsolationMethod = details.IsolationMethod,
            SetUp = measurement?.Row.SetUp ?? "",
            IsolatedOn = details.IsolatedOn,
            Tracks = measurement is null ? null : SizeValue.Tracks(selection.Reportable),
            Values = Values(evidence, selection),
            Quantiles = measurement is null ? null : QuantilesOf(measurement),
            Disposition = "",
        };
    }

    /// <summary>The replicates of the measurement that counts.</summary>
    public LotReplicates Replicates(string lot)
    {
        var measurements = Select(new BatchStore(work).Current(lot), new MeasurementStore(work).OfLot(lot)).Selection.Reportable;
        return new LotReplicates(
            [.. measurements.SelectMany(m => SizeValue.ValuesOf(m, AttributeCatalogue.SizeD50, range: null)).Where(double.IsFinite)],
            [.. measurements.SelectMany(m => m.UsableRuns).SelectMany(r => r.Included.Select(r.Undiluted)).Where(c => c > 0).Select(Math.Log10)]);
    }

    private (LotEvidence Evidence, MeasurementSelection Selection) Select(BatchVersion batch, IReadOnlyList<Measurement> measurements)
    {
        var evidence = _evidence.Read(batch, measurements, [Exosomes]);
        // Only number-weighted measurements count here: an intensity-weighted diameter is another quantity.
        evidence = evidence with { Measurements = [.. evidence.Measurements.Where(m => m.Weighting == "number")] };
        return (evidence, MeasurementSelection.Of(evidence, MeasurementPlan.One, technique: null));
    }

    private Dictionary<string, double> Values(LotEvidence evidence, MeasurementSelection selection) =>
        _catalogue.All.Where(a => a.Kind == AttributeKind.Numeric)
            .Select(a => (a.Code, Value: ValueOf(a, evidence, selection)))
            .Where(v => v.Value is { IsNumber: true, Qualifier: Qualifier.Equal })
            .ToDictionary(v => v.Code, v => v.Value.Value!.Value);

    private ReportableValue ValueOf(LabAttribute attribute, LotEvidence evidence, MeasurementSelection selection) =>
        AttributeCatalogue.IsSize(attribute.Code) ? SizeValue.Of(selection, attribute.Code, Exosomes)
        : AttributeCatalogue.NeedsConcentration(attribute.Code)
            ? CalculatedValue.Of(attribute.Code, evidence, ConcentrationValue.Of(selection), definitions.Methods)
        : AssayValue.Of(evidence, attribute, asked: null);

    private static double[]? QuantilesOf(Measurement measurement)
    {
        var functions = measurement.Runs.SelectMany(r => r.Replicates)
            .Where(p => p.Included && p.Distribution is not null)
            .Select(p => DistributionCodec.Decode(p.Distribution!))
            .Where(d => !d.IsEmpty)
            .Select(d => d.QuantileFunction())
            .ToList();
        return functions.Count == 0 ? null : QuantileFunctions.Mean(functions);
    }
}

/// <summary>What the included replicates of a lot's measurement say.</summary>
/// <param name="SizesNm">Median diameters.</param>
/// <param name="LogConcentrations">log10 of the concentrations in the undiluted sample.</param>
internal sealed record LotReplicates(IReadOnlyList<double> SizesNm, IReadOnlyList<double> LogConcentrations);
