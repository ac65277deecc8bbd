using LabQc.Evaluation;

namespace LabQc.Tests.Evaluation;

public sealed class MinimumTracksTest
{
    [Theory]
    [InlineData(250, 250, CriterionVerdict.Conforms)]
    [InlineData(250, 249, CriterionVerdict.Inconclusive)]
    [InlineData(0, 0, CriterionVerdict.Inconclusive)]
    public void Tracks_are_summed_over_the_included_replicates(int one, int other, CriterionVerdict verdict)
    {
        var evidence = TestLot.Of(
            TestLot.Replicate(tracks: one), TestLot.Replicate(tracks: other), TestLot.Replicate(tracks: 5000) with { IsIncluded = false });

        Assert.Equal(verdict, TestLot.Judge(evidence, TestLot.Criterion("size.d50", "30", "150") with { MinimumTracks = 500 }).Verdict);
    }

    [Fact]
    public void An_unknown_number_of_tracks_is_not_enough() =>
        Assert.Equal(
            CriterionVerdict.Inconclusive,
            TestLot.Judge(TestLot.Of(TestLot.Replicate(tracks: null)), TestLot.Criterion("size.d50", "30") with { MinimumTracks = 1 }).Verdict);

    [Fact]
    public void Too_few_tracks_come_before_a_value_outside_the_limits()
    {
        var answer = TestLot.Judge(TestLot.Of(TestLot.Replicate(400, tracks: 60)), TestLot.Criterion("size.d50", "30", "150") with { MinimumTracks = 500 });

        Assert.Equal("inconclusive: too few tracks: 60, at least 500 are demanded", answer.Reason);
    }
}
