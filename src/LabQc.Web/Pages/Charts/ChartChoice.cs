using LabQc.Consistency;
using LabQc.Methods;

namespace LabQc.Web.Pages.Charts;

/// <summary>What a chart of many lots can show.</summary>
internal sealed record ChartKind(string Code, string Words, bool HasAttribute)
{
    /// <summary>Whether lots can signal on it.</summary>
    public bool HasSignals => Code is "control" or "ewma" or "t2";

    public static IReadOnlyList<ChartKind> All { get; } =
    [
        new("control", "Individuals and moving range", true),
        new("ewma", "EWMA and CUSUM", true),
        new("capability", "Capability", true),
        new("methods", "Isolation methods", false),
        new("t2", "Several attributes together, T²", false),
    ];

    /// <summary>The kind of a code; the first where there is none.</summary>
    public static ChartKind Of(string? code) => All.FirstOrDefault(k => k.Code == code) ?? All[0];
}

/// <summary>Which lots, which attribute and which picture were chosen.</summary>
internal sealed record ChartChoice
{
    public required IReadOnlyList<KindOfLots> Kinds { get; init; }
    /// <summary>The chosen kind of lots; null where there are none.</summary>
    public required KindOfLots? Lots { get; init; }
    public required ChartKind Picture { get; init; }
    public required LabAttribute Attribute { get; init; }

    /// <summary>The set-ups that the chosen product and method have.</summary>
    public IReadOnlyList<KindOfLots> SetUps => Lots is null ? [] : [.. Kinds.Where(k => k.Kind.Product == Lots.Kind.Product && k.Kind.IsolationMethod == Lots.Kind.IsolationMethod)];

    /// <summary>The best answer to what was asked: what is not there gives way to what is.</summary>
    public static ChartChoice Of(IReadOnlyList<KindOfLots> kinds, AttributeCatalogue catalogue, string? product, string? method, string? setUp, string? attribute, string? picture)
    {
        var best = kinds.Where(k => product is null || k.Kind.Product == product).DefaultIfEmpty().ToList();
        if (best is [null])
            best = [.. kinds];
        var ofMethod = best.Where(k => method is null || k?.Kind.IsolationMethod == method).ToList();
        if (ofMethod.Count > 0)
            best = ofMethod;
        return new ChartChoice
        {
            Kinds = kinds,
            Lots = best.FirstOrDefault(k => k?.Kind.SetUp == setUp) ?? best.MaxBy(k => k?.Lots),
            Picture = ChartKind.Of(picture),
            Attribute = catalogue.Find(attribute ?? "") is { Kind: AttributeKind.Numeric } known ? known : catalogue.Find(AttributeCatalogue.SizeD50)!,
        };
    }
}
