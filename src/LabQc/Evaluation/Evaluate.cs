using LabQc.Evaluation.Rules;
using LabQc.Methods;
using LabQc.Specifications;

namespace LabQc.Evaluation;

/// <summary>Makes a verdict. The same evidence, specification and methods always make the same one.</summary>
public static class Evaluate
{
    /// <summary>Judges a lot by every criterion of a specification.</summary>
    /// <param name="evidence">What is known of the lot.</param>
    /// <param name="specification">What is demanded of it.</param>
    /// <param name="methods">The method versions that the specification and the assay results name.</param>
    /// <exception cref="ArgumentException">The specification names a method version that is not among them.</exception>
    public static EvaluationAnswer Lot(LotEvidence evidence, Specification specification, IReadOnlyList<MethodVersion> methods)
    {
        RefuseUnknownMethods(specification, methods);
        var criteria = specification.Criteria.Select(c => Criterion(evidence, specification, c, methods)).ToList();
        var selection = MeasurementSelection.Of(evidence, specification.Plan, RangedTechnique(specification, methods));
        var working = selection.WorkingRange;
        var specified = specification.SpecifiedRange;
        return new EvaluationAnswer
        {
            Lot = evidence.Lot,
            Product = specification.Code,
            SpecificationVersion = specification.Version,
            Verdict = WholeLot.Of(criteria),
            Criteria = criteria,
            WorkingRange = working,
            SpecifiedRange = specified,
            VisibleRange = working is { } seen ? specified?.Intersect(seen) : null,
            CountsBelowWorkingRangePercent = CountsBelow(selection),
            LeftOut = LeftOutOf(evidence),
        };
    }

    private static CriterionAnswer Criterion(
        LotEvidence evidence, Specification specification, Criterion criterion, IReadOnlyList<MethodVersion> methods)
    {
        try
        {
            return Answer(CriterionCase.Of(evidence, specification, criterion, methods));
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // An error is never a pass, and one criterion's error is not the other ones'.
            var verdict = criterion.IsReportedOnly ? CriterionVerdict.Reported : CriterionVerdict.Inconclusive;
            return new CriterionAnswer
            {
                Criterion = criterion,
                Verdict = verdict,
                Reason = $"{verdict.Word()}: the value could not be computed: {broken.Message}",
                Value = ReportableValue.Undefined(broken.Message),
                Uncertainty = Uncertainty.Unknown,
            };
        }
    }

    private static CriterionAnswer Answer(CriterionCase judged)
    {
        var rules = CriterionRules.Answers(judged);
        var (verdict, reason) = CriterionRules.Decide(rules);
        var isMeasured = judged.Selection is not null;
        var number = judged.Value.IsNumber ? judged.Value.Value : null;
        return new CriterionAnswer
        {
            Criterion = judged.Criterion,
            Verdict = verdict,
            Reason = $"{VerdictSentence(judged, verdict)}: {reason}{WeightingNote(judged)}",
            Value = judged.Value,
            Uncertainty = judged.Uncertainty,
            Interval = number is { } y ? judged.Uncertainty.Interval(y) : null,
            ConformanceProbability = number is { } value ? judged.Uncertainty.ProbabilityWithin(judged.Criterion.Limits, value) : null,
            Rules = rules,
            Measurements = [.. judged.Reportable.Select(m => m.Name)],
            Replicates = isMeasured ? judged.Reportable.Sum(m => m.Included.Count) : null,
            Tracks = isMeasured && judged.Reportable.Count > 0 ? SizeValue.Tracks(judged.Reportable) : null,
        };
    }

    // Where part of the range is blind, the verdict says for which part it holds.
    private static string VerdictSentence(CriterionCase judged, CriterionVerdict verdict)
    {
        var words = verdict == CriterionVerdict.DoesNotConform ? "does not conform" : verdict.Word();
        if (VisibleRange.BlindPart(judged) is not { } part)
            return words;
        return verdict switch
        {
            CriterionVerdict.Conforms => $"{words} for {part.Seen}; {part.Blind}",
            CriterionVerdict.DoesNotConform or CriterionVerdict.Inconclusive => $"{words}; {part.Blind}",
            _ => words,
        };
    }

    private static string WeightingNote(CriterionCase judged)
    {
        var weighting = judged.Reportable is [var first, ..] ? first.Weighting : "number";
        return weighting == "number" || !AttributeCatalogue.IsSize(judged.Attribute) ? "" : $" ({weighting}-weighted)";
    }

    private static string? RangedTechnique(Specification specification, IReadOnlyList<MethodVersion> methods) =>
        methods.FirstOrDefault(m => m.Reference == specification.RangedCriterion?.Method)?.Technique;

    private static double? CountsBelow(MeasurementSelection selection)
    {
        var percents = selection.Reportable.SelectMany(m => m.Included).Select(r => r.PercentBelowWorkingRange).ToList();
        var mean = percents.Count > 0 && percents.TrueForAll(p => p is not null) ? percents.Average() : null;
        return mean is { } percent && double.IsFinite(percent) ? percent : null;
    }

    private static List<LeftOut> LeftOutOf(LotEvidence evidence)
    {
        var leftOut = new List<LeftOut>();
        foreach (var measurement in evidence.Measurements.Where(m => m.Purpose == MeasurementPurpose.Sample).OrderBy(m => m.Order))
        {
            if (measurement.IsInvalidated)
                leftOut.Add(new LeftOut(measurement.Name, $"invalidated: {measurement.InvalidatedBecause}"));
            foreach (var run in measurement.Runs)
                leftOut.AddRange(LeftOutOf(measurement, run));
        }
        leftOut.AddRange(evidence.Assays.Where(a => a.IsInvalidated).Select(a => new LeftOut(a.Attribute, $"invalidated: {a.InvalidatedBecause}")));
        return leftOut;
    }

    private static IEnumerable<LeftOut> LeftOutOf(MeasurementEvidence measurement, RunEvidence run) =>
        run.FailedBecause is { } because
            ? [new LeftOut($"{measurement.Name} {run.File}", $"failed run: {because}")]
            : run.Replicates.Where(r => !r.IsIncluded).Select(r => new LeftOut($"{measurement.Name} {r.Name}", r.Reason ?? "excluded, no reason recorded"));

    private static void RefuseUnknownMethods(Specification specification, IReadOnlyList<MethodVersion> methods)
    {
        var unknown = specification.Criteria.Select(c => c.Method).FirstOrDefault(m => m is not null && !methods.Any(k => k.Reference == m));
        if (unknown is not null)
            throw new ArgumentException($"{specification.Name} names the method {unknown}, which is not at hand.", nameof(methods));
    }
}
