using System.Xml.Linq;
using LabQc.Charts;
using LabQc.Charts.Drawing;
using SkiaSharp;

namespace LabQc.Tests.Charts;

/// <summary>The layer that all charts share.</summary>
public sealed class DrawingTest
{
    [Theory]
    [InlineData(8.71e11, "8.71\u2009×\u200910¹¹")]
    [InlineData(9.996e11, "1.00\u2009×\u200910¹²")]
    [InlineData(-2.5e-7, "−2.50\u2009×\u200910⁻⁷")]
    [InlineData(1234, "1\u2009234")]
    [InlineData(0.049, "0.0490")]
    [InlineData(0, "0.00")]
    [InlineData(double.NaN, "not computed")]
    public void Large_numbers_are_powers_of_ten_with_three_figures(double value, string text)
    {
        Assert.Equal(text, NumberText.Power(value));
    }

    [Theory]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(-1.25, 1, "−1.3")]
    [InlineData(1234567.8, 0, "1\u2009234\u2009568")]
    [InlineData(999.5, 0, "1\u2009000")]
    public void Decimals_are_fixed_and_thousands_apart(double value, int decimals, string text)
    {
        Assert.Equal(text, NumberText.Fixed(value, decimals));
    }

    [Fact]
    public void Superscripts_become_raised_runs_of_ordinary_digits()
    {
        var runs = TextRun.Of("Pₚₖ of 10⁻⁷");

        Assert.Equal(["P", "pk", " of 10", "−7"], runs.Select(r => r.Text));
        Assert.Equal([RunPlace.Line, RunPlace.Lowered, RunPlace.Line, RunPlace.Raised], runs.Select(r => r.Place));
    }

    [Theory]
    [InlineData(0, 20, 4, "0 5 10 15 20")]
    [InlineData(90, 150, 8, "90 100 110 120 130 140 150")]
    [InlineData(0.6, 1.4, 4, "0.6 0.8 1.0 1.2 1.4")]
    public void Ticks_are_one_two_or_five_times_a_power_of_ten(double from, double to, int atMost, string labels)
    {
        Assert.Equal(labels, string.Join(' ', Scale.Linear(from, to, atMost).Ticks.Where(t => t.Major).Select(t => t.Label)));
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 5.0 })]
    [InlineData(new[] { 0.0, 0.0 })]
    [InlineData(new[] { double.NaN, double.PositiveInfinity })]
    public void An_axis_has_a_width_whatever_its_values(double[] values)
    {
        var scale = Scale.Around(values);

        Assert.True(scale.To > scale.From);
        Assert.True(scale.Ticks.Count >= 2);
    }

    [Fact]
    public void Of_forty_lots_the_first_every_tenth_and_the_last_are_named()
    {
        var scale = Scale.Lots([.. Enumerable.Range(1, 43).Select(i => $"L{i}")]);

        Assert.Equal(["L1", "L10", "L20", "L30", "L40", "L43"], scale.Ticks.Where(t => t.Major).Select(t => t.Label));
        Assert.Equal(43, scale.Ticks.Count);
    }

    [Fact]
    public void Of_three_hundred_lots_every_fiftieth_is_named()
    {
        var scale = Scale.Lots([.. Enumerable.Range(1, 300).Select(i => $"L{i}")]);

        Assert.Equal(["L1", "L50", "L100", "L150", "L200", "L250", "L300"], scale.Ticks.Select(t => t.Label));
    }

    [Fact]
    public void Names_at_line_ends_are_pushed_apart_around_their_middle()
    {
        Assert.Equal([92.5, 107.5], EndLabels.Spread([99, 101], 0, 500));
        Assert.Equal([10, 100], EndLabels.Spread([10, 100], 0, 500));
        Assert.Equal([0, 15, 30], EndLabels.Spread([0, 1, 2], 0, 500));
    }

    [Fact]
    public void Names_at_line_ends_keep_their_distance_in_any_number()
    {
        var places = EndLabels.Spread([.. Enumerable.Range(0, 12).Select(i => 50 + 4.0 * i)], 0, 500);

        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 15 - 1e-9));
    }

    [Fact]
    public void A_line_through_a_box_crosses_it_and_one_beside_it_does_not()
    {
        var box = new Box(10, 10, 20, 20);

        Assert.True(box.IsCrossedBy(0, 15, 30, 15));
        Assert.True(box.IsCrossedBy(0, 0, 30, 30));
        Assert.False(box.IsCrossedBy(0, 5, 30, 5));
        Assert.False(box.IsCrossedBy(0, 15, 5, 15));
    }

    [Fact]
    public void Points_on_a_straight_line_are_left_out_and_corners_are_kept()
    {
        var points = Enumerable.Range(0, 101).Select(i => ((double)i, i == 50 ? 10.0 : 0.0)).ToList();

        Assert.Equal([(0, 0), (49, 0), (50, 10), (51, 0), (100, 0)], Thinning.Of(points, 0.05));
    }

    [Fact]
    public void A_png_of_few_colours_keeps_every_pixel()
    {
        using var bitmap = Painted((x, y) => new SKColor((byte)(x * 7), (byte)(y * 5 % 3), 40));
        using var read = SKBitmap.Decode(PngDocument.From(bitmap));

        Assert.Equal(bitmap.Pixels, read.Pixels);
    }

    [Fact]
    public void A_png_of_many_colours_keeps_the_frequent_ones_and_takes_the_nearest_for_the_rest()
    {
        using var bitmap = Painted((x, y) => y < 20 ? new SKColor((byte)(x * 8), 0, 0) : new SKColor((byte)(x * 8 + 1), (byte)y, (byte)x));
        using var read = SKBitmap.Decode(PngDocument.From(bitmap));

        Assert.Equal(256, read.Pixels.Distinct().Count());
        for (var x = 0; x < 32; x++)
        {
            for (var y = 0; y < 32; y++)
                Assert.InRange(Math.Abs(bitmap.GetPixel(x, y).Green - read.GetPixel(x, y).Green), 0, y < 20 ? 0 : 31);
            Assert.Equal(bitmap.GetPixel(x, 7), read.GetPixel(x, 7));
        }
        Assert.All(bitmap.Pixels.Zip(read.Pixels), pair => Assert.True(Math.Abs(pair.First.Red - pair.Second.Red) <= 32));
    }

    [Fact]
    public void A_text_that_is_too_wide_is_scaled_then_broken_then_cut()
    {
        using var canvas = new SKNoDrawCanvas(900, 500);
        var sheet = new Sheet(canvas, TestFonts.Any, Palette.Light, new Box(0, 0, 900, 500));
        sheet.Footnote(string.Join(" · ", Enumerable.Repeat("a reason of several words", 5)));
        sheet.TitleBlock("Short", string.Join(' ', Enumerable.Repeat("word", 400)));

        Assert.All(sheet.Labels, label => Assert.True(sheet.Area.Holds(label.Box)));
        Assert.All(sheet.Labels, label => Assert.InRange(label.Style.Size, 10.5, 17));
        Assert.Contains(sheet.Labels, label => label.Text.EndsWith('…'));
    }

    [Fact]
    public void Marks_in_a_lots_name_do_not_break_the_svg()
    {
        var svg = new SizeDistributionChart(ChartSamples.Size() with { Lot = "<A & \"B\">" }).Svg(TestFonts.Any);

        Assert.Contains("<A & \"B\">", XDocument.Parse(svg).Root!.Value, StringComparison.Ordinal);
    }

    private static SKBitmap Painted(Func<int, int, SKColor> colour)
    {
        var bitmap = new SKBitmap(new SKImageInfo(32, 32, SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (var x = 0; x < 32; x++)
        {
            for (var y = 0; y < 32; y++)
                bitmap.SetPixel(x, y, colour(x, y));
        }
        return bitmap;
    }
}
