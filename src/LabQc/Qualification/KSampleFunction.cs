using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>Everything that compares several groups, as one function of the reference cases.</summary>
internal static class KSampleFunction
{
    public static CaseAnswer Answer(CaseInput input)
    {
        var groups = input.Rows("groups");
        var (means, bartlett, kruskal) =
            (GroupMeansTest.F(groups), VarianceTests.Bartlett(groups), GroupMeansTest.KruskalWallis(groups));
        var answer = new CaseAnswer
        {
            { "F", means?.F },
            { "p", means?.P },
            { "mse", GroupMeansTest.MeanSquareWithin(groups) },
            { "bartlett_K2", bartlett?.Statistic },
            { "bartlett_p", bartlett?.P },
            { "kruskal_H", kruskal?.Statistic },
            { "kruskal_p", kruskal?.P },
            { "tukey", PairwiseComparisons.TukeyKramer(groups, 1 - input.Number("alpha", 0.05))?.Select(Pair) },
            { "dunnett", DunnettTest.Compare(groups, (int)input.Number("control", 0))?.Select(WithControl) },
        };
        AddTest(answer, "levene", VarianceTests.Levene(groups));
        AddTest(answer, "brown_forsythe", VarianceTests.BrownForsythe(groups));
        return answer;
    }

    public static void AddTest(CaseAnswer answer, string name, FTestResult? test)
    {
        answer.Add(name + "_F", test?.F);
        answer.Add(name + "_p", test?.P);
    }

    private static CaseAnswer Pair(PairwiseComparison pair) => new()
    {
        { "i", pair.I },
        { "j", pair.J },
        { "diff", pair.Difference },
        { "q", pair.Q },
        { "p", pair.P },
        { "lower", pair.Interval.Lower },
        { "upper", pair.Interval.Upper },
    };

    private static CaseAnswer WithControl(ComparisonWithControl comparison) => new()
    {
        { "group", comparison.Group },
        { "t", comparison.T },
        { "p", comparison.P },
    };
}
