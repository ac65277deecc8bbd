using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Reports;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Pages.Charts;

/// <summary>
/// Charts as markup for pages. Drawing one takes tens of milliseconds, so what was drawn is kept by what it was drawn from, the
/// newest few hundred of them.
/// </summary>
internal static class DrawnCharts
{
    private const int MostKept = 400;

    private static readonly Lazy<ChartFonts?> Fonts = new(Open);
    private static readonly ConcurrentDictionary<string, string> Kept = new(StringComparer.Ordinal);

    /// <summary>What a page says where this machine has no font to draw with.</summary>
    public const string Undrawn = "The picture is not drawn: this machine has none of the fonts that charts need (fonts-liberation, fonts-dejavu or fonts-noto). Its numbers stand in the table.";

    /// <summary>A chart as markup, without title and conclusion, which the page says itself.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="id">An id that no other chart of the page has: an ASCII letter, then letters, digits, hyphens.</param>
    /// <param name="inputs">Tells apart whatever the chart was made from; charts of the same id and inputs are the same chart.</param>
    public static IHtmlContent Of(Chart chart, string id, string inputs)
    {
        if (Fonts.Value is not { } fonts)
            return new HtmlContentBuilder().Append(Undrawn);
        var key = Key(chart, id, inputs);
        if (Kept.TryGetValue(key, out var drawn))
            return new HtmlString(drawn);
        if (Kept.Count >= MostKept)
            Kept.Clear();
        return new HtmlString(Kept[key] = ChartSvg.ForPage(chart.Svg(fonts, new ChartLook { Bare = true, Id = id })));
    }

    /// <summary>Tells apart what a lot was compared with.</summary>
    public static string InputsOf(LotNeighbours neighbours)
    {
        var text = new StringBuilder();
        text.Append(neighbours.Set.Name).Append('@').Append(neighbours.Set.Version).Append('|').Append(neighbours.Set.FrozenAt);
        text.AppendJoin('|', neighbours.Set.Limits.Select(l => $"{l.Attribute} {l.Centre:R} {l.Sigma:R} {l.N}"));
        text.AppendJoin('|', neighbours.Answer.Distribution.OwnDistances.Select(d => d.ToString("R")));
        text.Append(neighbours.Answer.Distribution.DistanceNm);
        foreach (var lot in neighbours.History.Concat(neighbours.Others))
            text.Append('\n').Append(lot.Lot).Append(' ').Append(lot.Disposition).Append(' ').AppendJoin(',', lot.Values.Select(v => $"{v.Key}={v.Value:R}"));
        return text.ToString();
    }

    private static string Key(Chart chart, string id, string inputs) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', chart.GetType().Name, id, chart.Title, chart.Conclusion, chart.AltText, chart.Footnote, inputs))));

    private static ChartFonts? Open()
    {
        try
        {
            return MachineFonts.Open();
        }
        catch (NoUsableFontException)
        {
            return null;
        }
    }
}
