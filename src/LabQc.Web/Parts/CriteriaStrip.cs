using LabQc.Evaluation;
using LabQc.Methods;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Parts;

/// <summary>One mark per criterion in a row, grouped: what conforms is a small dot, what does not is seen at a glance.</summary>
public static class CriteriaStrip
{
    /// <summary>The groups in the order of the strip and of the criteria table.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["Identity", "Size", "Quantity", "Purity", "Safety", "Potency"];

    /// <summary>The strip of an evaluation.</summary>
    public static IHtmlContent Of(EvaluationAnswer answer) =>
        Of([.. answer.Criteria.Select(c => (c.Criterion.Attribute, c.Verdict))]);

    /// <summary>The strip of criteria as attributes and verdicts.</summary>
    public static IHtmlContent Of(IReadOnlyList<(LabAttribute Attribute, CriterionVerdict Verdict)> criteria)
    {
        var groups = criteria.GroupBy(c => Group(c.Attribute)).OrderBy(g => Place(g.Key)).ToList();
        var marks = new List<IHtmlContent>();
        foreach (var group in groups)
        {
            if (marks.Count > 0)
                marks.Add(Element.Of("i"));
            marks.AddRange(group.Select(c => Mark(c.Verdict)));
        }
        return Element.Of("span", marks).Classed("strip").With("role", "img").With("aria-label", Counts([.. criteria.Select(c => c.Verdict)]));
    }

    /// <summary>The group of an attribute: its category, but size stands alone.</summary>
    public static string Group(LabAttribute attribute) =>
        AttributeCatalogue.IsSize(attribute.Code) ? "Size" : attribute.Category.ToString();

    /// <summary>As <c>12 conform, 1 inconclusive, 1 missing</c>.</summary>
    public static string Counts(IReadOnlyList<CriterionVerdict> verdicts)
    {
        var parts = new[]
        {
            Counted(verdicts, CriterionVerdict.Conforms, "conforms", "conform"),
            Counted(verdicts, CriterionVerdict.DoesNotConform, "does not conform", "do not conform"),
            Counted(verdicts, CriterionVerdict.Inconclusive, "inconclusive", "inconclusive"),
            Counted(verdicts, CriterionVerdict.Missing, "missing", "missing"),
            Counted(verdicts, CriterionVerdict.Reported, "reported", "reported"),
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "no criteria" : string.Join(", ", parts);
    }

    private static string? Counted(IReadOnlyList<CriterionVerdict> verdicts, CriterionVerdict wanted, string one, string many)
    {
        var count = verdicts.Count(v => v == wanted);
        return count == 0 ? null : $"{NumberView.Count(count)} {(count == 1 ? one : many)}";
    }

    private static IHtmlContent Mark(CriterionVerdict verdict)
    {
        var shape = Shape.Of(verdict.Word());
        return Icon.Of(verdict == CriterionVerdict.Conforms ? "s-ok" : shape.Icon, shape.Tone);
    }

    private static int Place(string group) => Groups.ToList().IndexOf(group);
}
