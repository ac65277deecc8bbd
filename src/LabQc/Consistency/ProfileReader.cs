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
        var details = new BatchStore(work).Current(lot).Details;
        var evidence = _evidence.Read(lot, [Exosomes]);
        // Only number-weighted measurements count here: an intensity-weighted diameter is another quantity.
        evidence = evidence with { Measurements = [.. evidence.Measurements.Where(m => m.Weighting == "number")] };
        var selection = MeasurementSelection.Of(evidence, MeasurementPlan.One, technique: null);
        var measurement = selection.Reportable is [var reportable, ..]
            ? new MeasurementStore(work).OfLot(lot).First(m => m.Row.Name == reportable.Name && m.Row.Purpose == "sample")
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
