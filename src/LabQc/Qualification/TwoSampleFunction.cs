using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>Everything that compares two samples, as one function of the reference cases.</summary>
internal static class TwoSampleFunction
{
    public static CaseAnswer Answer(CaseInput input)
    {
        double[] x = input.Numbers("x"), y = input.Numbers("y");
        var answer = new CaseAnswer { { "mean_x", SampleSummary.Of(x, 1, "x").Mean }, { "mean_y", SampleSummary.Of(y, 1, "y").Mean } };
        AddMeans(answer, x, y, 1 - input.Number("alpha", 0.05));
        if (input.NumberOrNull("equivalence_margin") is { } margin)
            AddEquivalence(answer, EquivalenceTest.Welch(x, y, margin));
        AddVariances(answer, x, y);
        AddRanks(answer, x, y);
        answer.Add("wasserstein1", SampleDistance.Wasserstein1(x, y));
        return answer;
    }

    /// <summary>An interval as cases write it: lower, upper, or null.</summary>
    public static object? Pair(ConfidenceLimits? limits) => limits is { } l ? new[] { l.Lower, l.Upper } : null;

    private static void AddMeans(CaseAnswer answer, double[] x, double[] y, double confidence)
    {
        var (pooled, welch) = (TwoSampleTTest.Pooled(x, y, confidence), TwoSampleTTest.Welch(x, y, confidence));
        answer.Add("diff", SampleSummary.Of(x, 1, "x").Mean - SampleSummary.Of(y, 1, "y").Mean);
        answer.Add("t_pooled", pooled?.T);
        answer.Add("p_pooled", pooled?.P);
        answer.Add("ci_pooled", Pair(pooled?.Interval));
        answer.Add("t_welch", welch?.T);
        answer.Add("df_welch", welch?.DegreesOfFreedom);
        answer.Add("p_welch", welch?.P);
        answer.Add("ci_welch", Pair(welch?.Interval));
        // 90 %, as the key says, whatever the level of the other tests.
        answer.Add("ci90_welch", Pair(TwoSampleTTest.Welch(x, y, 0.90)?.Interval));
    }

    private static void AddEquivalence(CaseAnswer answer, EquivalenceResult? test)
    {
        answer.Add("tost_p_lower", test?.PLower);
        answer.Add("tost_p_upper", test?.PUpper);
        answer.Add("p_tost", test?.P);
    }

    private static void AddVariances(CaseAnswer answer, double[] x, double[] y)
    {
        var ratio = VarianceTests.Ratio(x, y);
        answer.Add("F", ratio?.F);
        answer.Add("p_F", ratio?.P);
        KSampleFunction.AddTest(answer, "levene", VarianceTests.Levene([x, y]));
        KSampleFunction.AddTest(answer, "brown_forsythe", VarianceTests.BrownForsythe([x, y]));
    }

    private static void AddRanks(CaseAnswer answer, double[] x, double[] y)
    {
        var (ranks, curves) = (MannWhitneyTest.Compare(x, y), KolmogorovSmirnovTest.Compare(x, y));
        answer.Add("mw_U", ranks?.U);
        answer.Add("mw_p", ranks?.P);
        answer.Add("mw_method", ranks?.Method switch
        {
            MannWhitneyMethod.Exact => "exact",
            MannWhitneyMethod.Normal => "asymptotic+continuity+ties",
            _ => null,
        });
        answer.Add("ks_D", curves.D);
        answer.Add("ks_p_asymptotic", curves.PAsymptotic);
        answer.Add("ks_p_exact", curves.PExact);
    }
}
