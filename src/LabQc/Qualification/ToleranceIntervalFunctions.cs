using System.Globalization;
using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>The functions of the topic tolerance_intervals.</summary>
internal static class ToleranceIntervalFunctions
{
    public static IReadOnlyDictionary<string, CaseFunction> ByName { get; } = new Dictionary<string, CaseFunction>
    {
        ["interval"] = Interval,
        ["k_factors"] = Factors,
        ["wilks_sample_size"] = SampleSizes,
        ["wilks_rank"] = Ranks,
    };

    private static CaseAnswer Interval(CaseInput input)
    {
        var values = input.Numbers("values");
        var (coverage, confidence) = (input.Number("coverage"), input.Number("confidence"));
        var normal = ToleranceInterval.OfNormal(values, coverage, confidence);
        var lognormal = ToleranceInterval.OfLognormal(values, coverage, confidence);
        return new CaseAnswer
        {
            { "mean", normal.Mean },
            { "sd", normal.StandardDeviation },
            { "k_one_sided", normal.OneSidedFactor },
            { "k_two_sided", normal.TwoSidedFactor },
            { "lower_one_sided", normal.LowerOneSided },
            { "upper_one_sided", normal.UpperOneSided },
            { "two_sided", new[] { normal.TwoSided.Lower, normal.TwoSided.Upper } },
            { "lognormal_two_sided", lognormal is { } limits ? new[] { limits.Lower, limits.Upper } : null },
        };
    }

    private static CaseAnswer Factors(CaseInput input)
    {
        var answer = new CaseAnswer();
        foreach (var n in input.ParameterNumbers("n").Select(n => (int)n))
            foreach (var (coverage, confidence) in Levels(input))
                answer.Add(string.Create(CultureInfo.InvariantCulture, $"n{n}_p{coverage}_g{confidence}"), new CaseAnswer
                {
                    { "one_sided", ToleranceFactor.OneSided(n, coverage, confidence) },
                    { "two_sided", ToleranceFactor.TwoSided(n, coverage, confidence) },
                    { "two_sided_howe", ToleranceFactor.Howe(n, coverage, confidence) },
                });
        return answer;
    }

    private static CaseAnswer SampleSizes(CaseInput input)
    {
        var answer = new CaseAnswer();
        foreach (var (coverage, confidence) in Levels(input))
            answer.Add(string.Create(CultureInfo.InvariantCulture, $"p{coverage}_g{confidence}"), new CaseAnswer
            {
                { "one_sided", OrderStatisticTolerance.OneSidedSampleSize(coverage, confidence) },
                { "two_sided", OrderStatisticTolerance.TwoSidedSampleSize(coverage, confidence) },
            });
        return answer;
    }

    private static CaseAnswer Ranks(CaseInput input)
    {
        var answer = new CaseAnswer();
        foreach (var n in input.ParameterNumbers("n").Select(n => (int)n))
        {
            var (rank, confidence) = OrderStatisticTolerance.LargestRank(n, input.Number("coverage"), input.Number("confidence"));
            answer.Add(n.ToString(CultureInfo.InvariantCulture), new CaseAnswer { { "r", rank }, { "confidence", confidence } });
        }
        return answer;
    }

    private static IEnumerable<(double Coverage, double Confidence)> Levels(CaseInput input) =>
        from coverage in input.ParameterNumbers("coverage")
        from confidence in input.ParameterNumbers("confidence")
        select (coverage, confidence);
}
