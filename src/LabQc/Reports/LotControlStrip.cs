using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Methods;

namespace LabQc.Reports;

/// <summary>The last lots of an attribute up to one of them, as a strip beside its value.</summary>
public static class LotControlStrip
{
    /// <summary>The strip in sigma from the set's frozen centre; null where the attribute has no limits.</summary>
    public static MiniControlChart? Of(LotNeighbours neighbours, LabAttribute attribute)
    {
        if (neighbours.Set.LimitsOf(attribute.Code) is not { Sigma: { } sigma, N: >= LotConsistency.LeastForLimits } limits)
            return null;
        var comparison = neighbours.Answer.Attributes.FirstOrDefault(a => a.Attribute == attribute.Code);
        return new MiniControlChart(new MiniControlData
        {
            Attribute = AttributeWords.Of(attribute).Short,
            Sigmas = [.. LotControlChart.Points(neighbours, attribute).Select(p => (p.Value - limits.Centre) / sigma)],
            LastBreaks = comparison?.RuleViolations is [var rule, ..] ? Broken(rule) : "",
        });
    }

    private static string Broken(string rule) => rule == "N1" ? "the control limits" : $"the usual run of lots (Nelson's rule {rule[1..]})";
}
