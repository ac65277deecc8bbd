using System.Text.Json;

namespace LabQc.SampleBatches;

/// <summary>
/// What the made-up laboratory defined before its first lot. The limits are examples after published release criteria
/// (none is a default). Sources: size in 30-150 nm and particles per µg after Webber and Clayton 2013
/// (doi 10.3402/jev.v2i0.19861: 2e9 to 2e10 low purity, below 1.5e9 unpure), markers and endotoxin below 0.5 EU/mL as in the
/// clinical MSC-EV release table of World J Stem Cells 2025;17(10):110445, below 0.25 EU/mL as in PMC9289888.
/// </summary>
internal static class Definitions
{
    public static string Json { get; } = DefinitionsText.Head + DefinitionsText.Specifications;

    /// <summary>Attributes of the criteria of the product's specification that was effective on the day, in their order.</summary>
    public static IReadOnlyList<string> CriteriaOf(string product, DateOnly day)
    {
        using var document = JsonDocument.Parse(Json);
        var specification = document.RootElement.GetProperty("specifications").EnumerateArray()
            .Where(candidate => candidate.GetProperty("product").GetString() == product)
            .Where(candidate => DateOnly.ParseExact(candidate.GetProperty("effective_from").GetString()!, "yyyy-MM-dd", null) <= day)
            .MaxBy(candidate => candidate.GetProperty("version").GetInt32());
        return [.. specification.GetProperty("criteria").EnumerateArray().Select(criterion => criterion.GetProperty("attribute").GetString()!)];
    }
}
