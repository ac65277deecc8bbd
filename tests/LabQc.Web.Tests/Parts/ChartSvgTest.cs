using System.Text.RegularExpressions;
using LabQc.Charts;
using LabQc.Reports;
using LabQc.Web.Parts;

namespace LabQc.Web.Tests.Parts;

public sealed partial class ChartSvgTest
{
    private const string Begin = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">";

    [Fact]
    public void A_drawn_chart_is_a_picture_with_a_label_and_nothing_that_the_policy_blocks()
    {
        var svg = Shown.Of(InlineChart.Of(ChartSvg.ForPage(Drawn(), "Size distribution <of> EXO-1"))).QuerySelector("figure > svg")!;

        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.Equal("Size distribution <of> EXO-1", svg.GetAttribute("aria-label"));
        Assert.Equal("chart drawn", svg.GetAttribute("class"));
        Assert.Null(svg.QuerySelector("title, desc, style, script"));
        Assert.Empty(svg.QuerySelectorAll("[style]"));
        Assert.NotNull(svg.QuerySelector("[clip-path='url(#lot-7-clip1)']"));
        Assert.NotNull(svg.QuerySelector("text"));
    }

    [Fact]
    public void Without_a_label_of_the_page_the_charts_own_description_is_read()
    {
        var label = Shown.Of(InlineChart.Of(ChartSvg.ForPage(Drawn()))).QuerySelector("svg")!.GetAttribute("aria-label")!;

        Assert.Contains("Size distribution of lot EXO-1", label, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stylesheet_answers_every_colour_that_is_drawn()
    {
        using var reader = new StreamReader(typeof(ChartSvg).Assembly.GetManifestResourceStream("wwwroot.labqc.css")!);
        var styles = reader.ReadToEnd();
        var drawn = Colour().Matches(ChartSvg.ForPage(Drawn()) + ChartSvg.ForPage(WithExcluded())).Select(m => m.Value).Distinct().ToList();

        Assert.Contains("fill=\"#15202B\"", drawn);
        Assert.All(drawn, colour => Assert.Contains($"[{colour}]", styles, StringComparison.Ordinal));
    }

    [Fact]
    public void Styles_become_attributes_and_win_over_them()
    {
        var svg = ChartSvg.ForPage(Begin + "<rect fill=\"#000000\" style=\"fill: #15202B;stroke-width:2 ; broken\"/></svg>");

        Assert.Contains("fill=\"#15202B\"", svg, StringComparison.Ordinal);
        Assert.Contains("stroke-width=\"2\"", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("style", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>x</script>")]
    [InlineData("<style>rect { fill: red }</style>")]
    [InlineData("<rect onload=\"x()\"/>")]
    [InlineData("<use href=\"https://elsewhere.example/x.svg#a\"/>")]
    [InlineData("<foreignObject/>")]
    [InlineData("<rect>")]
    public void What_no_chart_holds_is_refused(string content) =>
        Assert.Throws<ArgumentException>(() => ChartSvg.ForPage(Begin + content + "</svg>"));

    [Fact]
    public void Only_a_picture_is_a_chart() =>
        Assert.Throws<ArgumentException>(() => ChartSvg.ForPage("<html/>"));

    private static string Drawn() => Drawn(new SizeDistributionChart(new SizeChartData
    {
        Lot = "EXO-1",
        Technique = "nanoparticle tracking analysis",
        EdgesNm = [.. Enumerable.Range(0, 41).Select(i => 10.0 * i)],
        Replicates = [new SizeReplicate("video 1", Curve)],
        MeanCurve = Curve,
        D10 = new(62.2),
        D50 = new(101.2),
        D90 = new(177.8),
        PercentInRange = new(81.2),
        WorkingRange = new(60, 1000),
        ConcentrationPerMl = 1.79e10,
        Origin = "invented",
    }));

    private static double[] Curve => [.. Enumerable.Range(0, 40).Select(i => 1e8 * Math.Exp(-Math.Pow((i - 10) / 4.0, 2)))];

    private static string WithExcluded() => Drawn(new SizeDistributionChart(new SizeChartData
    {
        Lot = "EXO-2",
        Technique = "nanoparticle tracking analysis",
        EdgesNm = [.. Enumerable.Range(0, 41).Select(i => 10.0 * i)],
        Replicates = [new SizeReplicate("video 1", Curve), new SizeReplicate("video 2", Curve, false, "vibration")],
        MeanCurve = Curve,
        D10 = new(62.2, 2),
        D50 = new(101.2, 2),
        D90 = new(177.8, 4),
        PercentInRange = new(81.2, 1),
        WorkingRange = new(20, 250),
        ConcentrationPerMl = 1.79e10,
        Origin = "invented",
    }));

    private static string Drawn(Chart chart)
    {
        using var fonts = Fonts();
        return chart.Svg(fonts, new ChartLook { Bare = true, Id = "lot-7" });
    }

    private static ChartFonts Fonts()
    {
        try
        {
            return MachineFonts.Open();
        }
        catch (NoUsableFontException missing)
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }

    [GeneratedRegex("(?:fill|stroke)=\"#[0-9A-F]{6}\"")]
    private static partial Regex Colour();
}
