using LabQc.Charts;

namespace LabQc.Tests.Charts;

public sealed class ChartFontsTest
{
    [Fact]
    public void Liberation_is_taken_before_DejaVu()
    {
        var files = ChartFonts.Choose(
        [
            "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
            "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
            "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf",
            "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
        ]);

        Assert.Equal("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", files.Regular);
        Assert.Equal("/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf", files.Bold);
    }

    [Fact]
    public void A_family_without_its_bold_is_passed_over()
    {
        var files = ChartFonts.Choose([@"C:\Fonts\LiberationSans-Regular.ttf", @"C:\Fonts\DejaVuSans.ttf", @"C:\Fonts\DejaVuSans-Bold.ttf"]);

        Assert.Equal(@"C:\Fonts\DejaVuSans.ttf", files.Regular);
    }

    [Fact]
    public void Without_a_font_the_packages_to_install_are_named()
    {
        var refusal = Assert.Throws<NoUsableFontException>(() => ChartFonts.Choose(["/usr/share/fonts/DejaVuSerif.ttf"]));

        Assert.Contains("fonts-liberation", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("fonts-dejavu-core", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_font_are_refused()
    {
        Assert.Throws<NoUsableFontException>(() => ChartFonts.Open([1, 2, 3], [1, 2, 3]));
    }

    [Fact]
    public void An_id_that_svg_does_not_know_is_refused()
    {
        var chart = ChartSamples.All()[0].Chart;

        Assert.Throws<ArgumentException>(() => chart.Svg(TestFonts.Any, new ChartLook { Id = "7 lots" }));
    }
}
