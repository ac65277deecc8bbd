using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>The functions of the topic <c>pharmacovigilance</c>.</summary>
internal static class PharmacovigilanceFunctions
{
    public static IReadOnlyDictionary<string, CaseFunction> ByName { get; } = new Dictionary<string, CaseFunction>
    {
        ["poisson_rate"] = Rate,
        ["rate_comparison"] = Comparison,
        ["disproportionality"] = Reporting,
    };

    private static CaseAnswer Rate(CaseInput input)
    {
        var rate = PoissonRate.Of(Count(input, "count"), Datum(input, "exposure"), input.Number("confidence", 0.95));
        return new CaseAnswer
        {
            { "rate", rate.Rate },
            { "ci", Ends(rate.Exact) },
            { "byar", Ends(rate.Byar) },
            { "upper_one_sided", rate.UpperOneSided },
        };
    }

    private static CaseAnswer Comparison(CaseInput input)
    {
        var found = RateComparison.Of(
            checked((int)Count(input, "x1")), Datum(input, "t1"), checked((int)Count(input, "x2")), Datum(input, "t2"),
            input.Number("confidence", 0.95));
        return new CaseAnswer
        {
            { "rate_ratio", found.Ratio },
            { "p_minlike", found.PMinimumLikelihood },
            { "p_central", found.PCentral },
            { "ci", Ends(found.Confidence) },
        };
    }

    private static CaseAnswer Reporting(CaseInput input)
    {
        var (a, b, c, d) = (Count(input, "a"), Count(input, "b"), Count(input, "c"), Count(input, "d"));
        var found = Disproportionality.Of(a, b, c, d, input.Number("confidence", 0.95), input.Flag("haldane"));
        return new CaseAnswer
        {
            { "prr", found.ProportionalRatio?.Value },
            { "prr_ci", Ends(found.ProportionalRatio?.Confidence) },
            { "ror", found.OddsRatio?.Value },
            { "ror_ci", Ends(found.OddsRatio?.Confidence) },
            { "chi2", found.ChiSquared },
            { "chi2_yates", found.ChiSquaredYates },
            { "expected", found.Expected },
            { "ic", found.InformationComponent },
            // The 2.5 % quantile, as the key says, whatever the level of the other limits.
            { "ic025", Disproportionality.Of(a, b, c, d).InformationComponentLower },
            { "evans_signal", found.IsEvansSignal },
        };
    }

    /// <summary>Cases write an infinite end as the word "Inf", for JSON has no number for it.</summary>
    private static object[]? Ends(ConfidenceLimits? limits) => limits is { } found
        ? [found.Lower, double.IsPositiveInfinity(found.Upper) ? "Inf" : found.Upper]
        : null;

    private static double Datum(CaseInput input, string name) =>
        input.Data.TryGetProperty(name, out var value) ? value.GetDouble() : throw new ArgumentException($"The case lacks \"{name}\".");

    private static long Count(CaseInput input, string name)
    {
        var count = Datum(input, name);
        return count == Math.Floor(count) ? checked((long)count) : throw new ArgumentException($"\"{name}\" is no whole number: {count}.");
    }
}
