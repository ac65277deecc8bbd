using LabQc.Consistency;
using LabQc.Methods;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.ReferenceSets;

/// <summary>The limits of one attribute as a page shows them, and those of the version before beside them.</summary>
internal sealed record LimitLine
{
    public required string Name { get; init; }
    public required string Unit { get; init; }
    public required int N { get; init; }
    public required string Centre { get; init; }
    public required string Lower { get; init; }
    public required string Upper { get; init; }
    public required bool IsCharted { get; init; }
    /// <summary>The limits before, as a text; empty where there is no version before.</summary>
    public string Before { get; init; } = "";

    /// <summary>The limits of a set, the charted attributes first.</summary>
    public static IReadOnlyList<LimitLine> Of(ReferenceSet set, ReferenceSet? before, AttributeCatalogue catalogue) =>
    [
        .. set.Limits.Where(l => catalogue.Find(l.Attribute) is not null).OrderBy(l => !set.Charted.Contains(l.Attribute))
            .Select(l => Of(catalogue.Find(l.Attribute)!, ControlLimits.Of(l), before?.LimitsOf(l.Attribute) is { } earlier ? ControlLimits.Of(earlier) : null, set.Charted.Contains(l.Attribute), before is not null)),
    ];

    private static LimitLine Of(LabAttribute attribute, ControlLimits limits, ControlLimits? before, bool isCharted, bool hasBefore) => new()
    {
        Name = AttributeNames.Of(attribute.Code),
        Unit = NumberView.Unit(attribute.Unit),
        N = limits.N,
        Centre = Figures.Of(attribute, limits.Centre),
        Lower = Text(attribute, limits.Lower),
        Upper = Text(attribute, limits.Upper),
        IsCharted = isCharted,
        Before = before is { } b ? $"{Text(attribute, b.Lower)} to {Text(attribute, b.Upper)}" : hasBefore ? Figures.None : "",
    };

    private static string Text(LabAttribute attribute, double? value) => value is { } number ? Figures.Of(attribute, number) : Figures.None;
}
