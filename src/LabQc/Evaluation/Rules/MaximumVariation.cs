using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Evaluation.Rules;

/// <summary>
/// Replicates that scatter more than the criterion allows leave it inconclusive, and so does a scatter that nobody can tell. The
/// coefficient of variation is that of the metric within a measurement; for concentration, yield and purity that of the
/// concentration within a dilution. The largest counts.
/// </summary>
internal static class MaximumVariation
{
    public const string Name = "maximum-variation";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        if (judged.Criterion.MaximumCvPercent is not { } most || judged.Reportable.Count == 0)
            return null;
        var groups = Groups(judged).Where(g => g.N > 1).ToList();
        if (groups.Count == 0 || groups.Any(g => g.CvPercent is not { } cv || !double.IsFinite(cv)))
            return new RuleAnswer(Name, CriterionVerdict.Inconclusive, $"the CV between replicates is unknown, at most {most} % is allowed");
        var largest = groups.Max(g => g.CvPercent!.Value);
        var found = $"the CV between replicates is {NumberText.Fixed(largest, 1)} %, at most {most} % is allowed";
        return new RuleAnswer(Name, largest > most.AsDouble ? CriterionVerdict.Inconclusive : null, found);
    }

    private static IEnumerable<SampleMean> Groups(CriterionCase judged) =>
        AttributeCatalogue.NeedsConcentration(judged.Attribute)
            ? judged.Reportable.SelectMany(ConcentrationValue.Dilutions).Select(d => d.Concentration)
            : judged.Reportable.Select(m => SampleMean.Of(SizeValue.ValuesOf(m, judged.Attribute, judged.Criterion.PercentRange)));
}
