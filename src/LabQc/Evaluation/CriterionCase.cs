using LabQc.Methods;
using LabQc.Specifications;

namespace LabQc.Evaluation;

/// <summary>One criterion and all that its rules look at.</summary>
internal sealed record CriterionCase
{
    public required Criterion Criterion { get; init; }

    public required Specification Specification { get; init; }

    /// <summary>The version of the method that the value was measured by; null where none is known.</summary>
    public required MethodVersion? Method { get; init; }

    /// <summary>The measurements that a measured attribute is judged on; null for an assay.</summary>
    public required MeasurementSelection? Selection { get; init; }

    public required ReportableValue Value { get; init; }

    public required Uncertainty Uncertainty { get; init; }

    public string Attribute => Criterion.Attribute.Code;

    /// <summary>The reportable measurements; none for an assay.</summary>
    public IReadOnlyList<MeasurementEvidence> Reportable => Selection?.Reportable ?? [];

    /// <summary>The unit with a space before it, or nothing for a ratio.</summary>
    public string UnitWords => Criterion.Attribute.Unit is "" or "1" ? "" : " " + Criterion.Attribute.Unit;

    /// <summary>What the limits demand, in words.</summary>
    public string Required => $"required {Criterion.Limits}{UnitWords}";

    public static CriterionCase Of(LotEvidence evidence, Specification specification, Criterion criterion, IReadOnlyList<MethodVersion> methods)
    {
        var code = criterion.Attribute.Code;
        var pinned = methods.FirstOrDefault(m => m.Reference == criterion.Method);
        if (!AttributeCatalogue.IsMeasured(code))
            return OfAssay(evidence, specification, criterion, methods);
        var selection = MeasurementSelection.Of(evidence, specification.Plan, TechniqueOf(code, pinned, specification, methods));
        var value = AttributeCatalogue.IsSize(code)
            ? SizeValue.Of(selection, code, criterion.PercentRange)
            : CalculatedValue.Of(code, evidence, ConcentrationValue.Of(selection), methods);
        return With(criterion, specification, pinned, selection, value);
    }

    /// <summary>
    /// The technique that a measured attribute is judged on. The method of a calculated attribute is its calculation, which measures
    /// nothing: its concentration is measured by the method of the specification's concentration, else of its size range.
    /// </summary>
    private static string? TechniqueOf(string code, MethodVersion? pinned, Specification specification, IReadOnlyList<MethodVersion> methods)
    {
        if (!AttributeCatalogue.IsCalculated(code))
            return pinned?.Technique;
        var concentration = specification.Criteria.FirstOrDefault(c => c.Attribute.Code == AttributeCatalogue.ParticlesPerMl) ?? specification.RangedCriterion;
        return methods.FirstOrDefault(m => m.Reference == concentration?.Method)?.Technique;
    }

    private static CriterionCase OfAssay(LotEvidence evidence, Specification specification, Criterion criterion, IReadOnlyList<MethodVersion> methods)
    {
        var value = AssayValue.Of(evidence, criterion.Attribute, criterion.Method);
        var used = AssayValue.Counted(evidence, criterion.Attribute.Code) is [var first, ..] ? first.Method : null;
        return With(criterion, specification, methods.FirstOrDefault(m => m.Reference == used), null, value);
    }

    private static CriterionCase With(
        Criterion criterion, Specification specification, MethodVersion? method, MeasurementSelection? selection, ReportableValue value) => new()
        {
            Criterion = criterion,
            Specification = specification,
            Method = method,
            Selection = selection,
            Value = value,
            Uncertainty = value.IsNumber && value.Qualifier == Units.Qualifier.Equal
                ? Uncertainty.Of(value.Value!.Value, value.Run, method?.UncertaintyOf(criterion.Attribute.Code))
                : Uncertainty.Unknown,
        };
}
