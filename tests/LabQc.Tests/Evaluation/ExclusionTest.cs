using LabQc.Evaluation;

namespace LabQc.Tests.Evaluation;

public sealed class ExclusionTest
{
    private static readonly LotEvidence Lot = TestLot.Of(
        TestLot.Replicate(100),
        TestLot.Replicate(104),
        TestLot.Replicate(300) with { IsIncluded = false, IsExcludedByPerson = true, Reason = "vibration of the bench" },
        TestLot.Replicate(double.NaN, tracks: 0) with { IsIncluded = false, Reason = "empty video" });

    [Fact]
    public void A_verdict_can_be_shown_with_and_without_what_a_person_excluded()
    {
        var criterion = TestLot.Criterion("size.d50", "30", "150");

        Assert.Equal(CriterionVerdict.Conforms, TestLot.Judge(Lot, criterion).Verdict);
        Assert.Equal(102, TestLot.Judge(Lot, criterion).Value.Value);
        Assert.Equal(CriterionVerdict.DoesNotConform, TestLot.Judge(Lot.WithoutExclusions(), criterion).Verdict);
        Assert.Equal(168, TestLot.Judge(Lot.WithoutExclusions(), criterion).Value.Value);
    }

    [Fact]
    public void What_was_left_out_is_named_with_its_reason()
    {
        var leftOut = Evaluate.Lot(Lot, TestLot.Specification(TestLot.Criterion("size.d50", "30", "150")), TestLot.Methods).LeftOut;

        Assert.Equal([new LeftOut("m1 r3", "vibration of the bench"), new LeftOut("m1 r4", "empty video")], leftOut);
    }
}
