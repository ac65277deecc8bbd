using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class DisproportionalityTest
{
    private static readonly Gen<long> Cell = Gen.Long[1, 500];

    [Fact]
    public void Limits_enclose_the_ratios_and_the_odds_lie_farther_out() => Gen.Select(Cell, Cell, Cell, Cell).Sample((a, b, c, d) =>
    {
        var found = Disproportionality.Of(a, b, c, d);
        var (prr, ror) = (found.ProportionalRatio!.Value, found.OddsRatio!.Value);

        Assert.True(prr.Confidence.Lower < prr.Value && prr.Value < prr.Confidence.Upper);
        Assert.True(Math.Abs(Math.Log(ror.Value)) >= Math.Abs(Math.Log(prr.Value)) - 1e-12);
        Assert.True(found.InformationComponentLower < found.InformationComponent);
        Assert.True(found.ChiSquaredYates <= found.ChiSquared);
    });

    [Fact]
    public void As_expected_is_no_signal()
    {
        var found = Disproportionality.Of(10, 90, 100, 900);

        Assert.Equal(1, found.ProportionalRatio!.Value.Value, 1e-12);
        Assert.Equal(0, found.ChiSquared!.Value, 1e-12);
        Assert.Equal(0, found.ChiSquaredYates!.Value);
        Assert.Equal(0, found.InformationComponent, 1e-12);
        Assert.False(found.IsEvansSignal);
    }

    [Fact]
    public void Three_reports_can_be_a_signal_and_two_cannot()
    {
        Assert.True(Disproportionality.Of(3, 47, 30, 9920).IsEvansSignal);
        Assert.False(Disproportionality.Of(2, 48, 30, 9920).IsEvansSignal);
    }

    [Fact]
    public void A_zero_cell_leaves_the_ratios_undefined_unless_corrected()
    {
        var plain = Disproportionality.Of(5, 95, 0, 900);
        var corrected = Disproportionality.Of(5, 95, 0, 900, correctZeroCells: true);

        Assert.Null(plain.ProportionalRatio);
        Assert.Null(plain.OddsRatio);
        Assert.False(plain.IsEvansSignal);
        Assert.True(plain.InformationComponentLower > 0);
        Assert.Equal(5.5 * 900.5 / (95.5 * 0.5), corrected.OddsRatio!.Value.Value, 1e-9);
        Assert.True(corrected.IsEvansSignal);
    }

    [Fact]
    public void A_table_without_zero_cells_is_never_corrected() =>
        Assert.Equal(Disproportionality.Of(5, 95, 2, 900), Disproportionality.Of(5, 95, 2, 900, correctZeroCells: true));

    [Fact]
    public void An_empty_row_has_no_chi_squared()
    {
        var found = Disproportionality.Of(0, 0, 5, 95);

        Assert.Null(found.ChiSquared);
        Assert.Null(found.ChiSquaredYates);
    }

    [Fact]
    public void Impossible_tables_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Disproportionality.Of(0, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Disproportionality.Of(-1, 1, 1, 1));
    }
}
