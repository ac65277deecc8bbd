using LabQc.Charts;
using LabQc.Methods;
using LabQc.Statistics;
using LabQc.ThirdPartyValidation;
using LabQc.Units;

namespace LabQc.Reports;

/// <summary>How our results and third parties' results of one attribute agree, over lots that have both.</summary>
public static class ThirdPartyAgreementChart
{
    private const double Large = 1e5;

    /// <summary>Bland and Altman's statistics of ours less theirs, in the attribute's unit.</summary>
    /// <param name="pairs">At least two comparisons that each have a value of ours.</param>
    public static BlandAltman Statistics(IReadOnlyList<ValidationComparison> pairs) =>
        BlandAltman.Of([.. pairs.Select(p => p.Ours!.Value)], [.. pairs.Select(p => p.Theirs)]);

    /// <summary>The chart.</summary>
    /// <param name="name">What was measured, as people say it.</param>
    /// <param name="attribute">Its definition, for unit and decimals.</param>
    /// <param name="pairs">At least two comparisons that each have a value of ours.</param>
    public static AgreementChart Of(string name, LabAttribute? attribute, IReadOnlyList<ValidationComparison> pairs)
    {
        var largest = pairs.Max(p => Math.Max(Math.Abs(p.Ours!.Value), Math.Abs(p.Theirs)));
        var exponent = largest >= Large ? (int)Math.Floor(Math.Log10(largest)) : 0;
        var unit = Math.Pow(10, exponent);
        var statistics = Statistics(pairs);
        ValueRange Range(ConfidenceLimits limits) => new(limits.Lower / unit, limits.Upper / unit);
        return new AgreementChart(new AgreementChartData
        {
            Title = $"{name}: agreement with third parties",
            ShortName = name,
            Unit = (exponent == 0 ? "" : NumberText.PowersOfTen(unit).Split('×')[^1].Trim() + " ") + attribute?.Unit,
            Decimals = exponent == 0 ? attribute?.Decimals ?? 1 : 2,
            FirstName = "ours",
            SecondName = "theirs",
            Pairs = [.. pairs.Select(p => new AgreementPair(p.Record.LotNumber, p.Ours!.Value / unit, p.Theirs / unit, p.Agreement == Agreement.Discordant))],
            Bias = statistics.Bias / unit,
            BiasInterval = Range(statistics.BiasConfidence),
            Agreement = Range(statistics.Agreement),
            LowerInterval = Range(statistics.Lower1986.Confidence),
            UpperInterval = Range(statistics.Upper1986.Confidence),
        });
    }
}
