using LabQc.Measurements;

namespace LabQc.Tests.Measurements;

public sealed class LotNameMatchTest
{
    private static readonly string[] Lots = ["EXO-2026-0042", "EXO-2026-0043", "EXO-2026-004", "MSC-UC-2601A", "X1"];

    [Theory]
    [InlineData("EXO-2026-0042_1000x_ExperimentSummary.csv", "EXO-2026-0042")]
    [InlineData("20260303_0001_EXO-2026-0043_PEG_size_488.txt", "EXO-2026-0043")]
    [InlineData("EXO-2026-004 run 2.csv", "EXO-2026-004")]
    [InlineData("MSC-UC-2601A_-ExperimentSummary.csv", "MSC-UC-2601A")]
    [InlineData("20260217_0002_msc uc 2601a-1000_size_488.txt", "MSC-UC-2601A")]
    [InlineData("EXO20260043.csv", "EXO-2026-0043")]
    [InlineData("X1 video.csv", "X1")]
    public void A_lot_number_in_a_files_name_is_found(string name, string lot) =>
        Assert.Equal(lot, LotNameMatch.Of([name], Lots).Lot);

    [Theory]
    [InlineData("0044b_SEC_1000x_ExperimentSummary.csv")]
    [InlineData("EXO-2026-00421.csv")]
    [InlineData("9EXO-2026.csv")]
    [InlineData("MSC-UC-2601Aplasma.csv")]
    [InlineData("x1.csv")]
    public void A_name_that_only_looks_like_a_lot_number_is_none(string name) =>
        Assert.Equal(new LotNameMatch(null, "no lot number stands in the name"), LotNameMatch.Of([name], Lots));

    [Fact]
    public void Of_several_lots_none_is_taken_and_all_are_named()
    {
        var match = LotNameMatch.Of(["EXO-2026-0042 and EXO-2026-0043.csv"], Lots);

        Assert.Null(match.Lot);
        Assert.Equal("several lots fit the name: EXO-2026-0042, EXO-2026-0043", match.Reason);
        Assert.Null(LotNameMatch.Of(["EXO-2026-0042.csv", "EXO-2026-0043"], Lots).Lot);
    }

    [Fact]
    public void The_sample_inside_the_file_is_looked_at_too_and_a_number_to_the_letter_goes_first()
    {
        Assert.Equal("EXO-2026-0042", LotNameMatch.Of(["summary.csv", "EXO-2026-0042"], Lots).Lot);
        Assert.Equal("EXO-2026-0042", LotNameMatch.Of(["EXO 2026 0043.csv", "EXO-2026-0042"], Lots).Lot);
    }
}
