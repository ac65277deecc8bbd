using LabQc.Consistency;
using LabQc.Specifications;

namespace LabQc.Web.Pages.ReferenceSets;

/// <summary>A kind of lots to choose.</summary>
/// <param name="Key">What is sent.</param>
/// <param name="Words">What is read.</param>
/// <param name="Kind">The kind.</param>
internal sealed record KindChoice(string Key, string Words, LotKind Kind)
{
    /// <summary>A kind as one text; product and method hold no such bar.</summary>
    public static string KeyOf(LotKind kind) => $"{kind.Product}|{kind.IsolationMethod}|{kind.SetUp}";

    /// <summary>The kinds that have lots.</summary>
    public static IReadOnlyList<KindChoice> Of(IReadOnlyList<KindOfLots> kinds, Definitions definitions) =>
        [.. kinds.Select(k => new KindChoice(KeyOf(k.Kind), $"{Product(definitions, k.Kind)}, {Method(definitions, k.Kind)}, {k.Kind.SetUp}: {k.Lots} {(k.Lots == 1 ? "lot" : "lots")}", k.Kind))];

    private static string Product(Definitions definitions, LotKind kind) => definitions.Products.LastOrDefault(p => p.Code == kind.Product)?.Name ?? kind.Product;

    private static string Method(Definitions definitions, LotKind kind) => definitions.IsolationMethods.LastOrDefault(m => m.Code == kind.IsolationMethod)?.Name ?? kind.IsolationMethod;
}
