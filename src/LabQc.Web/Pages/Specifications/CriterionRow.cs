using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Units;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Specifications;

/// <summary>One criterion as a specification's page shows it.</summary>
internal sealed record CriterionRow
{
    public required string Name { get; init; }
    /// <summary>The attribute's code.</summary>
    public required string Code { get; init; }
    public required string Limits { get; init; }
    public string Unit { get; init; } = "";
    /// <summary>How a value is held against the limits; empty where there are none.</summary>
    public string Rule { get; init; } = "";
    /// <summary>The method with its version; empty where it is left open.</summary>
    public string Method { get; init; } = "";
    /// <summary>What is asked of the measurements, and how it is rounded.</summary>
    public IReadOnlyList<string> Demands { get; init; } = [];
    public required bool IsMandatory { get; init; }
    public required bool IsReported { get; init; }

    /// <summary>The row of a criterion.</summary>
    public static CriterionRow Of(Criterion criterion) => new()
    {
        Name = AttributeNames.Of(criterion.Attribute.Code, criterion.PercentRange),
        Code = criterion.Attribute.Code,
        Limits = NumberView.Limits(criterion),
        Unit = criterion.Limits.AreOpen ? "" : NumberView.Unit(criterion.Attribute.Unit),
        Rule = criterion.Limits.AreOpen ? "" : criterion.Rule.Level is { } level ? $"guarded, P ≥ {level}" : "simple",
        Method = criterion.Method?.ToString() ?? "",
        Demands = [.. DemandsOf(criterion)],
        IsMandatory = criterion.IsMandatory,
        IsReported = criterion.IsReportedOnly,
    };

    /// <summary>The rows of a specification in the groups in which criteria are read.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<CriterionRow> Rows)> Grouped(Specification specification) =>
        [.. specification.Criteria.GroupBy(c => AttributeTitle.Group(c.Attribute, c.Attribute.Code)).Select(g => (g.Key, (IReadOnlyList<CriterionRow>)[.. g.Select(Of)]))];

    /// <summary>All that the criterion says, in one line.</summary>
    public string Sentence => string.Join(", ", ((string[])
        [$"{Limits} {Unit}".Trim(), Rule, Method.Length > 0 ? $"by {Method}" : "", .. Demands, IsReported ? "reported only" : IsMandatory ? "mandatory" : "not mandatory"]).Where(s => s.Length > 0));

    private static IEnumerable<string> DemandsOf(Criterion criterion)
    {
        if (criterion.MinimumReplicates is { } replicates)
            yield return $"at least {NumberText.General(replicates)} replicates";
        if (criterion.MinimumTracks is { } tracks)
            yield return $"at least {NumberView.Count(tracks)} tracks";
        if (criterion.MaximumCvPercent is { } cv)
            yield return $"CV at most {cv} %";
        if (criterion.StatedDecimals is { } decimals)
            yield return decimals == 1 ? "rounded to 1 decimal" : $"rounded to {NumberText.General(decimals)} decimals";
    }
}
