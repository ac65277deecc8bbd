using LabQc.Evaluation;

namespace LabQc.Tests.Evaluation;

public sealed class MinimumReplicatesTest
{
    [Theory]
    [InlineData(2, CriterionVerdict.Conforms)]
    [InlineData(3, CriterionVerdict.Inconclusive)]
    public void Only_included_replicates_count(int least, CriterionVerdict verdict)
    {
        var evidence = TestLot.Of(TestLot.Replicate(), TestLot.Replicate(), TestLot.Replicate() with { IsIncluded = false });

        Assert.Equal(verdict, TestLot.Judge(evidence, TestLot.Criterion("size.d50", "30") with { MinimumReplicates = least }).Verdict);
    }
}
