namespace LabQc.Tests.Cli;

/// <summary>Every kind of chart of a sample lot.</summary>
[Collection(OnTheDemonstration.Name)]
public sealed class ChartOfLotsTest(DemonstrationFixture demonstration)
{
    private const string Drifted = "MSC-UC-2607A";
    private readonly Labqc _labqc = demonstration.Labqc;

    [Theory]
    [InlineData("envelope", "the limit is")]
    [InlineData("control", "rule 1")]
    [InlineData("ewma", "the EWMA signals at MSC-UC-26")]
    [InlineData("capability", "1.33")]
    [InlineData("methods", "purity")]
    [InlineData("t2", "out of trend")]
    [InlineData("beads", "The last check")]
    [InlineData("dilution", "fewer than three dilutions decide nothing")]
    public void A_lot_is_drawn_among_its_neighbours(string kind, string concludes)
    {
        var file = _labqc.Scratch(kind + ".svg");

        var drawn = _labqc.Done("chart", Drifted, "--kind", kind, "--out", file, "--json").Json;

        Assert.Contains(concludes, drawn.GetProperty("conclusion").GetString(), StringComparison.Ordinal);
        Assert.Equal(kind, drawn.GetProperty("kind").GetString());
        Assert.InRange(new FileInfo(file).Length, 4_000, 500_000);
    }

    [Theory]
    [InlineData("MSC-SEC-2504A", "the series agrees")]
    [InlineData("MSC-SEC-2601A", "outside ±25")]
    public void A_dilution_series_is_drawn_with_its_verdict(string lot, string concludes) =>
        Assert.Contains(concludes, _labqc.Done("chart", lot, "--kind", "dilution", "--out", _labqc.Scratch(lot + ".png"), "--json").Json.GetProperty("conclusion").GetString(), StringComparison.Ordinal);

    [Fact]
    public void Other_attributes_are_drawn_on_their_scale() =>
        Assert.Contains("log₁₀ concentration",
            _labqc.Done("chart", Drifted, "--kind", "control", "--attribute", "yield.particles_per_ml", "--out", _labqc.Scratch("c.svg"), "--json").Json.GetProperty("title").GetString(),
            StringComparison.Ordinal);

    [Fact]
    public void A_small_group_is_drawn_without_limits() =>
        Assert.Contains("No limits", _labqc.Done("chart", "PLT-SEC-2608A", "--kind", "control", "--out", _labqc.Scratch("s.svg")).Error, StringComparison.Ordinal);

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.Equal(2, _labqc.Run("chart", Drifted, "--kind", "pie").ExitCode);
        Assert.Equal(1, _labqc.Run("chart", Drifted, "--kind", "control", "--attribute", "size.d51").ExitCode);
        Assert.Equal(1, _labqc.Run("chart", "NO-SUCH-LOT", "--kind", "beads").ExitCode);
    }
}
