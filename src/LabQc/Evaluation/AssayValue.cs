using System.Globalization;
using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>The reportable value of an assay: the one result that counts.</summary>
internal static class AssayValue
{
    /// <summary>The results that count: of the attribute, not invalidated.</summary>
    public static IReadOnlyList<AssayEvidence> Counted(LotEvidence evidence, string attribute) =>
        [.. evidence.Assays.Where(a => a.Attribute == attribute && !a.IsInvalidated)];

    public static ReportableValue Of(LotEvidence evidence, LabAttribute attribute, MethodReference? asked)
    {
        var counted = Counted(evidence, attribute.Code);
        if (counted.Count == 0)
            return ReportableValue.Missing(WhyNone(evidence, attribute.Code));
        var result = counted[0];
        if (MethodProblem(result, asked) is { } problem)
            return result.Method is null ? ReportableValue.Undefined(problem) : ReportableValue.Missing(problem);
        return Value(result, attribute) with { Unplanned = Unplanned(counted.Count, attribute.Code) };
    }

    private static ReportableValue Value(AssayEvidence assay, LabAttribute attribute)
    {
        var result = assay.Result;
        if (attribute.Kind == AttributeKind.Numeric && result.Number is null && result.Qualifier != Qualifier.NotDetected)
            return ReportableValue.Undefined($"\"{result.Text}\" is no number");
        if (attribute.Kind == AttributeKind.Numeric && result.Number is not null && !UnitName.Same(assay.Unit, attribute.Unit))
            return ReportableValue.Undefined($"the result is in {Named(assay.Unit)}, the criterion in {Named(attribute.Unit)}");
        return new ReportableValue
        {
            Value = result.Number?.AsDouble,
            Qualifier = result.Qualifier,
            Entered = result,
            Run = RunUncertainty.OfMean(SampleMean.Of([.. assay.Replicates.Select(r => r.AsDouble)])),
        };
    }

    private static string WhyNone(LotEvidence evidence, string attribute)
    {
        var causes = evidence.Assays.Where(a => a.Attribute == attribute).Select(a => a.InvalidatedBecause).ToList();
        return causes.Count == 0 ? $"there is no result of {attribute}" : $"every result of {attribute} was invalidated ({string.Join("; ", causes)})";
    }

    private static string? MethodProblem(AssayEvidence assay, MethodReference? asked)
    {
        if (asked is null || assay.Method?.Code == asked.Code)
            return null;
        return assay.Method is null
            ? $"the result does not say by which method it was measured; the criterion asks for {asked.Code}"
            : $"there is no result by {asked.Code}, only by {assay.Method.Code}";
    }

    private static string? Unplanned(int count, string attribute) =>
        count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{count} results of {attribute}, no plan") : null;

    private static string Named(string? unit) => string.IsNullOrWhiteSpace(unit) ? "no unit" : unit;
}
