using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Methods;
using LabQc.Specifications;

namespace LabQc.Evaluation;

/// <summary>One way to tell what a lot's isolation gave.</summary>
public sealed record LotYield
{
    public required string Attribute { get; init; }
    public required string Unit { get; init; }
    /// <summary>The value; null where it cannot be told.</summary>
    public double? Value { get; init; }
    /// <summary>Why it cannot be told; null where it can.</summary>
    public string? Missing { get; init; }
}

/// <summary>A lot's yields: per mL, in all, per mL of start, per 10^6 cells, whatever its specification asks for.</summary>
public static class LotYields
{
    private static readonly IReadOnlyList<string> Attributes =
        [AttributeCatalogue.ParticlesPerMl, AttributeCatalogue.Particles, AttributeCatalogue.ParticlesPerMlStart, AttributeCatalogue.ParticlesPerMillionCells];

    /// <summary>The yields from the lot's first complete number-weighted measurement and its chain of volumes.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    public static IReadOnlyList<LotYield> Of(LabWork work, string lot)
    {
        var definitions = new DefinitionRegister(work).Read();
        var evidence = new LotEvidenceReader(work, definitions).Read(lot, ranges: []);
        evidence = evidence with { Measurements = [.. evidence.Measurements.Where(m => m.Weighting == "number")] };
        var concentration = ConcentrationValue.Of(MeasurementSelection.Of(evidence, MeasurementPlan.One, technique: null));
        return [.. Attributes.Select(code => Of(code, CalculatedValue.Of(code, evidence, concentration, definitions.Methods)))];
    }

    private static LotYield Of(string code, ReportableValue value) => new()
    {
        Attribute = code,
        Unit = AttributeCatalogue.BuiltIn.First(a => a.Code == code).Unit,
        Value = value.IsNumber ? value.Value : null,
        Missing = value.IsNumber ? null : value.MissingBecause ?? value.UndefinedBecause ?? "the concentration is no number",
    };
}
