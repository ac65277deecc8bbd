using LabQc.Evaluation;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Tests.Evaluation;

public sealed class QualifiedResultTest
{
    [Theory]
    [InlineData("<0.4", CriterionVerdict.Conforms)]
    [InlineData("<0.5", CriterionVerdict.Conforms)]
    [InlineData("<0.51", CriterionVerdict.Inconclusive)]
    [InlineData(">0.5", CriterionVerdict.DoesNotConform)]
    [InlineData(">0.6", CriterionVerdict.DoesNotConform)]
    [InlineData(">0.4", CriterionVerdict.Inconclusive)]
    public void Against_an_upper_limit(string result, CriterionVerdict verdict)
    {
        Assert.Equal(verdict, Judge(result, TestLot.Criterion("safety.endotoxin", upper: "0.5")));
        Assert.Equal(verdict, Judge(result, TestLot.Criterion("safety.endotoxin") with { Limits = new AcceptanceLimits(null, new Limit(EnteredNumber.Parse("0.5"), false)) }));
    }

    [Theory]
    [InlineData("<0.4", CriterionVerdict.DoesNotConform)]
    [InlineData("<0.5", CriterionVerdict.DoesNotConform)]
    [InlineData("<0.51", CriterionVerdict.Inconclusive)]
    [InlineData(">0.5", CriterionVerdict.Conforms)]
    [InlineData(">0.6", CriterionVerdict.Conforms)]
    [InlineData(">0.4", CriterionVerdict.Inconclusive)]
    public void Against_a_lower_limit(string result, CriterionVerdict verdict) =>
        Assert.Equal(verdict, Judge(result, TestLot.Criterion("safety.endotoxin", lower: "0.5")));

    [Theory]
    [InlineData("<0.1", CriterionVerdict.DoesNotConform)]
    [InlineData("<0.4", CriterionVerdict.Inconclusive)]
    [InlineData("<0.6", CriterionVerdict.Inconclusive)]
    [InlineData(">0.5", CriterionVerdict.DoesNotConform)]
    [InlineData(">0.2", CriterionVerdict.Inconclusive)]
    public void Between_two_limits_an_open_result_never_conforms(string result, CriterionVerdict verdict) =>
        Assert.Equal(verdict, Judge(result, TestLot.Criterion("safety.endotoxin", "0.1", "0.5")));

    [Fact]
    public void Not_detected_is_below_the_detection_limit_of_the_methods_version()
    {
        var evidence = TestLot.Assayed("safety.endotoxin", "not detected", TestLot.Lal.Reference);
        var answer = TestLot.Judge(evidence, TestLot.Criterion("safety.endotoxin", upper: "0.5"));

        Assert.Equal(CriterionVerdict.Conforms, answer.Verdict);
        Assert.Equal("conforms: not detected, which is < 0.05 EU/mL by lal@1, required at most 0.5 EU/mL", answer.Reason);
        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(evidence, TestLot.Criterion("safety.endotoxin", upper: "0.04")).Verdict);
    }

    [Fact]
    public void Not_detected_without_a_detection_limit_is_inconclusive() =>
        Assert.Equal(CriterionVerdict.Inconclusive, Judge("not detected", TestLot.Criterion("safety.endotoxin", upper: "0.5")));

    [Fact]
    public void An_open_result_has_no_interval_and_no_probability()
    {
        var answer = TestLot.Judge(TestLot.Assayed("safety.endotoxin", "<0.05"), TestLot.Criterion("safety.endotoxin", upper: "0.5"));

        Assert.Null(answer.Interval);
        Assert.Null(answer.ConformanceProbability);
        Assert.Equal(0.05, answer.Value.Value);
        Assert.Equal("conforms: < 0.05 EU/mL, required at most 0.5 EU/mL", answer.Reason);
    }

    private static CriterionVerdict Judge(string result, Criterion criterion) =>
        TestLot.Judge(TestLot.Assayed("safety.endotoxin", result), criterion).Verdict;
}
