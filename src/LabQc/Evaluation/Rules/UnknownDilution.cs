using LabQc.Methods;

namespace LabQc.Evaluation.Rules;

/// <summary>While nobody knows a file's dilution, concentration, yield and purity are missing; size is judged all the same.</summary>
internal static class UnknownDilution
{
    public const string Name = "unknown-dilution";

    public static RuleAnswer? Judge(CriterionCase judged)
    {
        if (!AttributeCatalogue.NeedsConcentration(judged.Attribute))
            return null;
        var files = judged.Reportable.SelectMany(ConcentrationValue.UnknownDilutions).ToList();
        return files.Count == 0
            ? null
            : new RuleAnswer(Name, CriterionVerdict.Missing, $"the dilution of {string.Join(", ", files)} is unknown");
    }
}
