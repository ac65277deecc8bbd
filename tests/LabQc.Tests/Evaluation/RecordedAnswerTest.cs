using LabQc.Evaluation;
using LabQc.Units;

namespace LabQc.Tests.Evaluation;

/// <summary>A recorded verdict read back from its answer.</summary>
public sealed class RecordedAnswerTest
{
    private const string Answer =
        """
        {"lot":"EV-1","specification":{"product":"EV","version":3},"verdict":"inconclusive","criteria":[
          {"attribute":"size.percent_in_range","unit":"%","value":81.2,"qualifier":"=","lower_limit":80,"upper_limit":null,"decision_rule":"guarded","interval":[79.6,82.8],
           "uncertainty":{"run":0.8,"method":0.1,"combined":0.81},"conformance_probability":0.922,"verdict":"inconclusive","reason":"inconclusive: P 0.922","entered":null,"method":null,
           "mandatory":true,"lower_inclusive":false,"upper_inclusive":true,"decimals":0,"level":0.95,"range_nm":[30,150],"replicates":5,"tracks":900,"measurements":["M1"],"rules":[]},
          {"attribute":"safety.endotoxin","unit":"EU/mL","value":0.05,"qualifier":"<","lower_limit":null,"upper_limit":0.25,"decision_rule":"simple","interval":null,
           "uncertainty":{"run":null,"method":null,"combined":null},"conformance_probability":null,"verdict":"conforms","reason":"conforms","entered":"< 0.05","mandatory":false}],
         "working_range_nm":[60,1000],"specified_range_nm":[30,150],"visible_range_nm":[60,150],"counts_below_working_range_percent":7.5,
         "left_out":[{"what":"M1 video 2","reason":"air bubble"}],"statement":"Inconclusive; 30–60 nm not observed.",
         "without_exclusions":{"verdict":"conforms","criteria":[]}}
        """;

    [Fact]
    public void Every_part_of_an_answer_is_read()
    {
        var answer = RecordedAnswer.Of(Answer);
        var percent = answer.Find("size.percent_in_range")!;

        Assert.Equal((81.2, 80, null, false, 0.95, 0.922, 0.81), (percent.Value, percent.LowerLimit, percent.UpperLimit, percent.LowerInclusive, percent.Level, percent.ConformanceProbability, percent.Uncertainty));
        Assert.Equal(new ConfidenceInterval(79.6, 82.8), percent.Interval);
        Assert.Equal(new NanometreRange(30, 150), percent.PercentRange);
        Assert.Equal((5, "M1"), (percent.Replicates, Assert.Single(percent.Measurements)));
        Assert.Equal((new NanometreRange(60, 1000), new NanometreRange(60, 150), 7.5), (answer.WorkingRange, answer.VisibleRange, answer.CountsBelowWorkingRangePercent));
        Assert.Equal(new LeftOut("M1 video 2", "air bubble"), Assert.Single(answer.LeftOut));
        Assert.Equal("conforms", answer.WithoutExclusions!.Verdict);
        Assert.Equal([1, 0, 1, 0, 0], Enum.GetValues<CriterionVerdict>().Select(answer.Count));
    }

    [Fact]
    public void What_an_answer_does_not_tell_is_as_usual()
    {
        var endotoxin = RecordedAnswer.Of(Answer).Find("safety.endotoxin")!;

        Assert.Equal(("< 0.05", "<", 0.25, true), (endotoxin.Entered, endotoxin.Qualifier, endotoxin.UpperLimit, endotoxin.UpperInclusive));
        Assert.False(endotoxin.IsMandatory);
        Assert.Null(endotoxin.Interval);
        Assert.Null(endotoxin.Replicates);
        Assert.Empty(endotoxin.Measurements);
    }

    [Fact]
    public void Verdicts_are_found_by_their_words_and_no_other_word_is_one()
    {
        foreach (var verdict in Enum.GetValues<CriterionVerdict>())
            Assert.Equal(verdict, VerdictWords.OfCriterion(verdict.Word()));
        foreach (var verdict in Enum.GetValues<LotVerdict>())
            Assert.Equal(verdict, VerdictWords.OfLot(verdict.Word()));
        Assert.Throws<ArgumentOutOfRangeException>(() => VerdictWords.OfLot("missing"));
        Assert.Throws<ArgumentOutOfRangeException>(() => VerdictWords.OfCriterion("incomplete"));
    }
}
