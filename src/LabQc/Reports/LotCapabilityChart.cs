using System.Globalization;
using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Methods;

namespace LabQc.Reports;

/// <summary>Capability of the lots of one kind, on the attribute's scale.</summary>
public static class LotCapabilityChart
{
    /// <summary>The chart of all lots, or of the released ones only.</summary>
    /// <param name="answer">The capability of the lot's kind.</param>
    /// <param name="attribute">Its attribute.</param>
    /// <param name="released">Only released lots, which release has truncated.</param>
    public static CapabilityChart Of(CapabilityAnswer answer, LabAttribute attribute, bool released)
    {
        var words = AttributeWords.Of(attribute);
        var lots = released ? answer.Released : answer.All;
        return new CapabilityChart(new CapabilityChartData
        {
            Attribute = words.Name,
            ShortName = words.Short,
            Unit = words.Unit,
            Decimals = words.Decimals,
            Values = lots.Scaled,
            Population = released ? $"released lots, {CapabilityAnswer.Truncated}" : "all lots",
            LowerSpecification = lots.Limits.Lower,
            UpperSpecification = lots.Limits.Upper,
            Mean = lots.Mean ?? double.NaN,
            Sd = lots.Sd ?? double.NaN,
            Ppk = lots.Overall?.Nearest ?? double.NaN,
            PpkInterval = lots.NearestInterval is { } i ? new ValueRange(i.Lower, i.Upper) : null,
            Normality = lots.NormalityP is { } p ? "Anderson–Darling p = " + p.ToString("0.###", CultureInfo.InvariantCulture) : "",
            PerMillionOutside = lots.PerMillionOutside,
        });
    }
}
