using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Measurements;
using LabQc.Methods;
using LabQc.Reports;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Cli;

/// <summary>There is nothing to draw.</summary>
internal sealed class NothingToDrawException(string message) : RefusalException(message);

/// <summary>What is asked of a chart.</summary>
internal sealed record ChartRequest(string Lot, string Kind, string Attribute, bool Logarithmic, string? Measurement, bool Released);

/// <summary>The pictures that can be drawn of a lot, by the names on the command line.</summary>
internal sealed class ChartKinds(LabWork work)
{
    public const string Usual = "size";

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = [Usual, "envelope", "control", "ewma", "capability", "methods", "t2", "beads", "dilution"];

    private readonly Definitions _definitions = new DefinitionRegister(work).Read();

    /// <summary>Draws.</summary>
    /// <exception cref="NothingToDrawException">The registry holds nothing of that kind for the lot.</exception>
    public Chart Draw(ChartRequest asked) => asked.Kind switch
    {
        Usual => Size(asked),
        "envelope" => LotEnvelopeChart.Of(Neighbours(asked)) ?? throw Nothing(asked, "no size distribution that could be compared"),
        "control" => new LotControlChart(work, _definitions).Of(Neighbours(asked), AttributeOf(asked)),
        "ewma" => LotDriftChart.Of(Neighbours(asked), AttributeOf(asked)),
        "capability" => Capability(asked),
        "methods" => new IsolationMethodsChart(work).Of(asked.Lot, PurityLimit(asked.Lot)),
        "t2" => LotHotellingChart.Of(Neighbours(asked), Catalogue),
        "beads" => Beads(asked),
        _ => new LotDilutionChart(work, _definitions).Of(asked.Lot, SpecificationOf(asked.Lot)) ?? throw Nothing(asked, "no measurement whose dilution is known"),
    };

    private AttributeCatalogue Catalogue => new(_definitions.Attributes);

    private Chart Size(ChartRequest asked)
    {
        new BatchStore(work).State(asked.Lot);
        return new LotSizeChart(work, _definitions).Of(asked.Lot, asked.Logarithmic, asked.Measurement)
            ?? throw Nothing(asked, $"no size distribution to draw{(asked.Measurement is { } name ? $" in a measurement \"{name}\"" : "")}");
    }

    private LotNeighbours Neighbours(ChartRequest asked) => new LotConsistency(work).NeighboursOf(asked.Lot);

    private LabAttribute AttributeOf(ChartRequest asked) =>
        Catalogue.Find(asked.Attribute) is { Kind: AttributeKind.Numeric } attribute ? attribute
            : throw new NothingToDrawException($"\"{asked.Attribute}\" is no numeric attribute; known are {string.Join(", ", Catalogue.All.Where(a => a.Kind == AttributeKind.Numeric).Select(a => a.Code))}.");

    private Chart Capability(ChartRequest asked)
    {
        var attribute = AttributeOf(asked);
        var judged = Neighbours(asked).Judged;
        var answer = new LotCapability(work).Of(attribute.Code, judged.Product).First(a => a.Kind == LotKind.Of(judged));
        return LotCapabilityChart.Of(answer, attribute, asked.Released);
    }

    private Chart Beads(ChartRequest asked)
    {
        new BatchStore(work).State(asked.Lot);
        var instrument = new MeasurementStore(work).OfLot(asked.Lot).Select(m => m.Row.Instrument).OfType<string>().FirstOrDefault()
            ?? throw Nothing(asked, "no measurement whose instrument is known");
        return new BeadChecks(work).Of(instrument).MaxBy(s => s.Checks.Count) is { } series
            ? InstrumentBeadChart.Of(series)
            : throw Nothing(asked, $"no bead check on its instrument {instrument}");
    }

    private Specification? SpecificationOf(string lot)
    {
        var details = new BatchStore(work).Current(lot).Details;
        return _definitions.Specifications.Any(s => s.Product == details.Product && s.EffectiveFrom <= details.IsolatedOn)
            ? DefinitionRegister.EffectiveOn(_definitions, details.Product, details.IsolatedOn)
            : null;
    }

    private double? PurityLimit(string lot) =>
        SpecificationOf(lot)?.Criteria.FirstOrDefault(c => c.Attribute.Code == AttributeCatalogue.ParticlesPerUgProtein)?.Limits.Lower?.Number.AsDouble;

    private static NothingToDrawException Nothing(ChartRequest asked, string what) => new($"Lot {asked.Lot} has {what}.");
}
