using System.Globalization;
using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Units;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Pages.Batches;

/// <summary>One criterion as the lot's page shows it.</summary>
internal sealed record CriterionLine
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    /// <summary>The value with its qualifier; null where there is none.</summary>
    public string? Value { get; init; }
    public string Unit { get; init; } = "";
    public string Interval { get; init; } = "";
    public required string Limits { get; init; }
    /// <summary>How it is decided, where not simply.</summary>
    public string Rule { get; init; } = "";
    public string Probability { get; init; } = "";
    public required string Verdict { get; init; }
    /// <summary>Why, where the verdict alone does not say it.</summary>
    public string Reason { get; init; } = "";
    public bool IsMandatory { get; init; } = true;
    /// <summary>The criterion behind the line, for its bar.</summary>
    public required AnsweredCriterion Answer { get; init; }

    /// <summary>The bar of the value in its limits.</summary>
    public IHtmlContent Bar => LimitBar.Draw(new LimitFigure
    {
        Value = Answer.Value,
        Qualifier = Answer.Qualifier switch { "<" => Qualifier.LessThan, ">" => Qualifier.GreaterThan, "not detected" => Qualifier.NotDetected, _ => Qualifier.Equal },
        Lower = Answer.LowerLimit,
        Upper = Answer.UpperLimit,
        Interval = Answer.Interval is { } i ? (i.Lower, i.Upper) : null,
        InPowersOfTen = InPowersOfTen,
        Verdict = VerdictWords.OfCriterion(Verdict),
    });

    /// <summary>Whether the probability alone leaves the verdict open.</summary>
    public bool IsDoubtful => Verdict == "inconclusive" && Answer.ConformanceProbability < (Answer.Level ?? 0.95);

    /// <summary>Whether the quantity is compared in powers of ten.</summary>
    public bool InPowersOfTen { get; init; }
}

/// <summary>Criteria of one kind.</summary>
internal sealed record CriterionGroup(string Title, IReadOnlyList<CriterionLine> Lines);

/// <summary>The criteria of an evaluation in groups.</summary>
internal static class CriteriaTable
{
    private static readonly string[] Order = ["Size", "Quantity and purity", "Identity", "Safety and potency"];

    /// <summary>The groups in the order in which they are read.</summary>
    /// <param name="answer">The recorded answer.</param>
    /// <param name="specification">The specification that it answers; null where it is not defined here.</param>
    /// <param name="catalogue">The laboratory's attributes.</param>
    public static IReadOnlyList<CriterionGroup> Of(RecordedAnswer answer, Specification? specification, AttributeCatalogue catalogue)
    {
        var lines = answer.Criteria.Select((c, i) => (
            Group: AttributeTitle.Group(catalogue.Find(c.Attribute), c.Attribute),
            Line: Line(c, specification is not null && i < specification.Criteria.Count ? specification.Criteria[i] : null, catalogue.Find(c.Attribute), i)));
        return [.. lines.GroupBy(l => l.Group).OrderBy(g => Array.IndexOf(Order, g.Key)).Select(g => new CriterionGroup(Title(g.Key, [.. g.Select(l => l.Line)]), [.. g.Select(l => l.Line)]))];
    }

    private static string Title(string group, IReadOnlyList<CriterionLine> lines) =>
        group == "Size" && lines.Max(l => l.Answer.Replicates) is { } n and > 0 ? $"Size, {n.ToString(CultureInfo.InvariantCulture)} {(n == 1 ? "replicate" : "replicates")}" : group;

    private static CriterionLine Line(AnsweredCriterion answer, Criterion? criterion, LabAttribute? attribute, int place) => new()
    {
        Id = $"criterion-{place + 1}",
        Name = AttributeNames.Of(answer.Attribute, answer.PercentRange),
        Value = Value(answer, attribute),
        Unit = answer.Value is null && answer.Entered is null ? "" : NumberView.Unit(answer.Unit),
        Interval = answer.Interval is { } i ? $"{Number(attribute, i.Lower)} to {Number(attribute, i.Upper)}" : "",
        Limits = Limits(answer, criterion),
        Rule = answer.DecisionRule == "guarded" && answer.Level is { } level ? $"P ≥ {NumberText.General(level)}" : "",
        Probability = answer.ConformanceProbability is { } p ? NumberView.Probability(p) : "",
        Verdict = answer.Verdict,
        Reason = Reason(answer),
        IsMandatory = answer.IsMandatory,
        Answer = answer,
        InPowersOfTen = attribute?.Scale == AttributeScale.Log10,
    };

    private static string? Value(AnsweredCriterion answer, LabAttribute? attribute)
    {
        // What was typed is shown as it was typed, but for a number so long that nobody reads it.
        if (answer.Entered is { Length: > 0 } entered)
            return answer.Value is { } typed && Math.Abs(typed) >= 1e6 ? Qualified(answer, Figures.Power(typed)) : entered;
        return answer.Value is { } value ? Qualified(answer, Number(attribute, value)) : answer.Qualifier is "=" ? null : answer.Qualifier;
    }

    private static string Qualified(AnsweredCriterion answer, string number) => answer.Qualifier is "<" or ">" ? $"{answer.Qualifier} {number}" : number;

    private static string Number(LabAttribute? attribute, double value) => attribute is null ? Figures.Of(value, 2) : Figures.Of(attribute, value);

    private static string Limits(AnsweredCriterion answer, Criterion? criterion)
    {
        if (criterion is not null)
            return NumberView.Limits(criterion);
        var (lower, upper) = (Limit(answer.LowerLimit), Limit(answer.UpperLimit));
        return (lower, upper) switch
        {
            (null, null) => "no limit",
            ({ } least, null) => $"{(answer.LowerInclusive ? "≥" : ">")} {least}",
            (null, { } most) => $"{(answer.UpperInclusive ? "≤" : "<")} {most}",
            ({ } least, { } most) => answer is { LowerInclusive: true, UpperInclusive: true } ? $"{least} to {most}" : $"{(answer.LowerInclusive ? "≥" : ">")} {least}, {(answer.UpperInclusive ? "≤" : "<")} {most}",
        };

        string? Limit(double? limit) => limit is not { } value ? null : Math.Abs(value) >= 1e6 ? Figures.Power(value) : Figures.Of(value, answer.Decimals);
    }

    // The verdict stands in its own column; its reason begins with the same word.
    private static string Reason(AnsweredCriterion answer)
    {
        var at = answer.Reason.IndexOf(": ", StringComparison.Ordinal);
        var (said, why) = at < 0 ? ("", answer.Reason) : (answer.Reason[..at], answer.Reason[(at + 2)..]);
        var blind = !said.Contains("not observed", StringComparison.Ordinal) ? ""
            : said.StartsWith("conforms ", StringComparison.Ordinal) ? said["conforms ".Length..]
            : said[(said.IndexOf("; ", StringComparison.Ordinal) + 2)..];
        return answer.Verdict is "conforms" or "reported" ? blind : blind.Length > 0 ? $"{blind}; {why}" : why;
    }
}
