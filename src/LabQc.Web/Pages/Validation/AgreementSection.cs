using LabQc.Charts;
using LabQc.Methods;
using LabQc.Reports;
using LabQc.Statistics;
using LabQc.ThirdPartyValidation;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Pages.Validation;

/// <summary>How our results and third parties' results of one attribute agree over the lots (Bland and Altman).</summary>
internal sealed record AgreementSection
{
    /// <summary>How many lots there must be before limits of agreement are worth drawing.</summary>
    public const int Enough = 8;

    private const int Most = 500;

    public required string Title { get; init; }

    public required string Unit { get; init; }

    /// <summary>How many lots have both values.</summary>
    public required int Pairs { get; init; }

    public required int Discordant { get; init; }

    /// <summary>The statistics; null where there are too few.</summary>
    public BlandAltman? Statistics { get; init; }

    /// <summary>The chart; null where there are too few lots, or no font to draw with.</summary>
    public IHtmlContent? Chart { get; init; }

    /// <summary>Why there is no chart although there are enough lots.</summary>
    public string? WhyNoChart { get; init; }

    /// <summary>The numbers of the chart.</summary>
    public NumbersTable? Numbers { get; init; }

    public static AgreementSection Of(ValidationBench bench, ValidationFilter filter, LabAttribute? attribute)
    {
        var pairs = bench.Page(filter with { Agreement = null }, take: Most).Comparisons.Where(c => c.Ours is not null).ToList();
        var section = new AgreementSection
        {
            Title = AttributeNames.Of(filter.Attribute!),
            Unit = NumberView.Unit(attribute?.Unit ?? ""),
            Pairs = pairs.Count,
            Discordant = pairs.Count(c => c.Agreement == ThirdPartyValidation.Agreement.Discordant),
        };
        return pairs.Count < Enough ? section : section.With(pairs, attribute);
    }

    private AgreementSection With(IReadOnlyList<ValidationComparison> pairs, LabAttribute? attribute)
    {
        var chart = ThirdPartyAgreementChart.Of(Title, attribute, pairs);
        var (drawn, why) = Drawn(chart);
        return this with
        {
            Statistics = ThirdPartyAgreementChart.Statistics(pairs),
            Chart = drawn,
            WhyNoChart = why,
            Numbers = new NumbersTable
            {
                Summary = "The plot as a table",
                Heads = ["Lot", $"Mean of both, {Unit}", $"Ours − theirs, {Unit}"],
                Rows = [.. pairs.Select(p => (IReadOnlyList<string>)[p.Record.LotNumber, Value(attribute, (p.Ours!.Value + p.Theirs) / 2), Value(attribute, p.Difference!.Value)])],
            },
        };
    }

    private static string Value(LabAttribute? attribute, double value) => NumberView.Fixed(value, (attribute?.Decimals ?? 1) + 1);

    private static (IHtmlContent? Drawn, string? Why) Drawn(Chart chart)
    {
        try
        {
            return (InlineChart.Of(ChartSvg.ForPage(chart.Svg(MachineFonts.Open(), new ChartLook { Bare = true, Id = "agreement" }))), null);
        }
        catch (NoUsableFontException missing)
        {
            return (null, missing.Message);
        }
    }
}
