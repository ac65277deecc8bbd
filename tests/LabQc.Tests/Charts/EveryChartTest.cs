using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LabQc.Charts;
using LabQc.Charts.Drawing;
using SkiaSharp;

namespace LabQc.Tests.Charts;

/// <summary>What holds for each chart, in both themes, with and without title, in every font of the machine.</summary>
public sealed partial class EveryChartTest
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly ChartLook Page = new() { Bare = true, Id = "lot-7" };

    private static readonly ConcurrentDictionary<string, string> Pages = new();

    private static readonly Lazy<Dictionary<string, Chart>> Charts =
        new(() => ChartSamples.All().ToDictionary(sample => sample.Name, sample => sample.Chart));

    /// <summary>Each chart is drawn once for all questions about its labels.</summary>
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Sheet>> Drawn = new();

    public static TheoryData<string> Names => new(Charts.Value.Keys);

    /// <summary>One of each kind of chart, where pixels are looked at.</summary>
    public static TheoryData<string> Kinds => new(Charts.Value.GroupBy(c => c.Value.GetType()).Select(kind => kind.Last().Key));

    [Theory]
    [MemberData(nameof(Names))]
    public void Title_and_description_are_those_of_the_chart(string name)
    {
        var chart = Of(name);
        var root = XDocument.Parse(ForAPage(name)).Root!;

        Assert.Equal(chart.Title.Replace('\u2009', ' '), root.Element(Svg + "title")!.Value);
        Assert.Equal(chart.AltText, root.Element(Svg + "desc")!.Value);
        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.Equal("lot-7-title lot-7-desc", root.Attribute("aria-labelledby")!.Value);
        Assert.Equal(2, root.Elements().Take(2).Count(e => e.Name.LocalName is "title" or "desc"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Descriptions_are_whole_plain_sentences(string name)
    {
        var text = Of(name).AltText;

        Assert.EndsWith(".", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2009', text);
        Assert.DoesNotContain('<', text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_label_leaves_the_sheet(string name)
    {
        foreach (var sheet in Sheets(name))
            Assert.All(sheet.Labels, label => Assert.True(sheet.Area.Holds(label.Box), $"'{label.Text}' at {label.Box} is not within {sheet.Area}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_two_labels_overlap(string name)
    {
        foreach (var sheet in Sheets(name))
        {
            for (var i = 0; i < sheet.Labels.Count; i++)
            {
                for (var j = 0; j < i; j++)
                    Assert.False(sheet.Labels[i].Box.Overlaps(sheet.Labels[j].Box), $"'{sheet.Labels[i].Text}' overlaps '{sheet.Labels[j].Text}' in {sheet.Fonts.Family}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Labels_can_be_read(string name)
    {
        foreach (var sheet in Sheets(name))
        {
            Assert.All(sheet.Labels, label => Assert.True(label.Style.Size >= 10.5, label.Text));
            Assert.All(sheet.Labels, label => Assert.DoesNotMatch(GroupedDigits(), label.Text));
            Assert.All(sheet.Labels, label => Assert.DoesNotContain("NaN", label.Text, StringComparison.Ordinal));
            Assert.All(sheet.Labels.SelectMany(sheet.Runs), run => Assert.True(HasGlyphs(sheet, run.Run.Text), $"{sheet.Fonts.Family} lacks a character of '{run.Run.Text}'"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_of_the_svg_is_the_text_of_the_chart(string name)
    {
        var drawn = XDocument.Parse(Of(name).Svg(TestFonts.Any)).Descendants(Svg + "text").Select(text => text.Value);
        var meant = Sheets(name)[0].Labels.Select(label => string.Concat(TextRun.Of(label.Text).Where(run => run.Place != RunPlace.Space).Select(run => run.Text)));

        Assert.Equal(meant, drawn);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Bytes_are_the_same_each_time(string name)
    {
        Assert.Equal(ForAPage(name), Of(name).Svg(TestFonts.Any, Page));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pixels_are_the_same_each_time(string name)
    {
        Assert.Equal(Of(name).Png(TestFonts.Any), Of(name).Png(TestFonts.Any));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Drawing_on_several_threads_changes_nothing(string name)
    {
        var alone = Of(name).Svg(TestFonts.Any);
        var together = new string[4];
        Parallel.For(0, together.Length, i => together[i] = Of(name).Svg(TestFonts.Any));

        Assert.All(together, svg => Assert.Equal(alone, svg));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_begin_with_the_charts_own(string name)
    {
        var root = XDocument.Parse(ForAPage(name)).Root!;
        var ids = root.Descendants().Attributes("id").Select(id => id.Value).ToList();

        Assert.All(ids, id => Assert.StartsWith("lot-7-", id, StringComparison.Ordinal));
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(root.Descendants().Attributes("clip-path"), use => Assert.Contains(use.Value[5..^1], ids));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_colour_has_a_role(string name)
    {
        foreach (var theme in new[] { ChartTheme.Light, ChartTheme.Dark })
        {
            var palette = Palette.Of(theme);
            var roles = typeof(Palette).GetProperties().Where(p => p.PropertyType == typeof(SKColor))
                .Select(p => (SKColor)p.GetValue(palette)!).Select(c => $"#{c.Red:X2}{c.Green:X2}{c.Blue:X2}").ToHashSet();
            var root = XDocument.Parse(Of(name).Svg(TestFonts.Any, new ChartLook { Theme = theme })).Root!;
            var used = root.Descendants().Attributes().Where(a => a.Name.LocalName is "fill" or "stroke").Select(a => a.Value);
            Assert.All(used, value => Assert.True(value == "none" || roles.Contains(value), $"{value} is no role's colour"));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_png_has_the_size_of_the_sheet(string name)
    {
        var chart = Of(name);
        using var once = SKBitmap.Decode(chart.Png(TestFonts.Any));
        using var twice = SKBitmap.Decode(chart.Png(TestFonts.Any, null, 2));

        Assert.Equal(((int)chart.Width, (int)chart.Height), (once.Width, once.Height));
        Assert.Equal((2 * once.Width, 2 * once.Height), (twice.Width, twice.Height));
        Assert.True(once.Pixels.Distinct().Count() > 3);
    }

    private static Chart Of(string name) => Charts.Value[name];

    private static string ForAPage(string name) => Pages.GetOrAdd(name, n => Of(n).Svg(TestFonts.Any, Page));

    private static IReadOnlyList<Sheet> Sheets(string name) => Drawn.GetOrAdd(name, n => [.. DrawnWithEachFont(Of(n))]);

    private static IEnumerable<Sheet> DrawnWithEachFont(Chart chart)
    {
        foreach (var fonts in TestFonts.All)
        {
            foreach (var look in new[] { ChartLook.Standard, Page })
            {
                using var nowhere = new SKNoDrawCanvas((int)chart.Width, (int)chart.Height);
                yield return chart.Drawn(nowhere, fonts, look);
            }
        }
    }

    private static bool HasGlyphs(Sheet sheet, string text) =>
        text.All(c => sheet.Fonts.Regular.ContainsGlyph(c) && sheet.Fonts.Bold.ContainsGlyph(c));

    [GeneratedRegex(@"\d{1,3}(,\d{3})+")]
    private static partial Regex GroupedDigits();
}
