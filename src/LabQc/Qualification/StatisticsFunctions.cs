namespace LabQc.Qualification;

/// <summary>The functions of the statistics room by the names that reference cases use.</summary>
public static class StatisticsFunctions
{
    /// <summary>All functions, by name without the topic; names are unique over all topics.</summary>
    public static IReadOnlyDictionary<string, CaseFunction> All { get; } = Merge(
        CapabilityFunctions.ByName,
        ConformityFunctions.ByName,
        ControlChartFunctions.ByName,
        HypothesisTestFunctions.ByName,
        MethodComparisonFunctions.ByName,
        NistStrdFunctions.ByName,
        PharmacovigilanceFunctions.ByName,
        PotencyFunctions.ByName,
        PsdComparisonFunctions.ByName,
        PsdHistogramFunctions.ByName,
        StabilityFunctions.ByName,
        ToleranceIntervalFunctions.ByName);

    private static Dictionary<string, CaseFunction> Merge(params IEnumerable<IReadOnlyDictionary<string, CaseFunction>> topics) =>
        topics.SelectMany(t => t).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
}
