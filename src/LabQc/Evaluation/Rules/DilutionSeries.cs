using System.Globalization;
using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Evaluation.Rules;

/// <summary>
/// With three dilutions or more the concentrations of the undiluted sample must agree with their median; where they do not,
/// concentration, yield and purity are inconclusive, and size stands.
/// </summary>
internal static class DilutionSeries
{
    public const string Name = "dilution-series";
    private const int FewestDilutions = 3;

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        if (!AttributeCatalogue.NeedsConcentration(judged.Attribute) || judged.Reportable.Any(m => ConcentrationValue.UnknownDilutions(m).Count > 0))
            return null;
        var series = judged.Reportable.Select(ConcentrationValue.Dilutions).Where(d => d.Count >= FewestDilutions).ToList();
        if (series.Count == 0)
            return null;
        var agreement = judged.Specification.DilutionAgreementPercent;
        var disagreeing = series.SelectMany(s => Disagreeing(s, agreement.AsDouble)).ToList();
        return disagreeing.Count == 0
            ? new RuleAnswer(Name, null, $"the dilutions agree within ±{agreement} % of their median")
            : new RuleAnswer(Name, CriterionVerdict.Inconclusive, $"the dilution series disagrees by more than ±{agreement} % of its median ({string.Join(", ", disagreeing)})");
    }

    /// <summary>Whether the dilutions agree with their median; null where there are fewer than three, which decide nothing.</summary>
    public static bool? Agrees(IReadOnlyList<DilutionMean> dilutions, double percent) =>
        dilutions.Count < FewestDilutions ? null : !Disagreeing(dilutions, percent).Any();

    private static IEnumerable<string> Disagreeing(IReadOnlyList<DilutionMean> dilutions, double percent)
    {
        var median = Median([.. dilutions.Select(d => d.Concentration.Mean)]);
        // Written so that a NaN disagrees.
        return dilutions
            .Where(d => !(Math.Abs(d.Concentration.Mean - median) * 100 <= percent * median))
            .Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Factor}×: {NumberText.PowersOfTen(d.Concentration.Mean)}/mL"));
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
