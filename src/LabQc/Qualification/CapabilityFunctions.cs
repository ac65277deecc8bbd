using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>The functions of the topic capability.</summary>
internal static class CapabilityFunctions
{
    public static IReadOnlyDictionary<string, CaseFunction> ByName { get; } = new Dictionary<string, CaseFunction>
    {
        ["indices"] = Indices,
    };

    private static CaseAnswer Indices(CaseInput input)
    {
        var values = input.Numbers("values");
        var limits = new SpecificationLimits(input.NumberOrNull("lsl"), input.NumberOrNull("usl"), input.NumberOrNull("target"));
        var confidence = input.Number("confidence", 0.95);
        var (mean, sd) = (Descriptive.Mean(values), Descriptive.StandardDeviation(values));
        var answer = new CaseAnswer { { "n", values.Length }, { "mean", mean }, { "sd", sd } };
        AddOverall(answer, CapabilityIndices.Of(mean, sd, limits), values.Length, confidence);
        AddNonconforming(answer, values, limits);
        AddTarget(answer, TargetIndices.Of(values, limits, confidence));
        AddWithin(answer, values, limits, input.NumberOrNull("subgroup_size"), confidence);
        AddLognormal(answer, CapabilityIndices.Lognormal(values, limits));
        return answer;
    }

    private static void AddOverall(CaseAnswer answer, CapabilityIndices overall, int n, double confidence)
    {
        answer.Add("ppu", overall.Upper);
        answer.Add("ppl", overall.Lower);
        answer.Add("ppk", overall.Nearest);
        answer.Add("pp", overall.Spread);
        answer.Add("pp_ci", overall.Spread is { } pp ? Pair(CapabilityLimits.OfSpread(pp, n - 1, confidence)) : null);
        answer.Add("ppk_ci_bissell", Pair(CapabilityLimits.OfNearest(overall.Nearest!.Value, n, n - 1, confidence)));
        answer.Add("ppu_ci_exact", overall.Upper is { } ppu ? Pair(CapabilityLimits.OfOneSided(ppu, n, n - 1, confidence)) : null);
        answer.Add("ppl_ci_exact", overall.Lower is { } ppl ? Pair(CapabilityLimits.OfOneSided(ppl, n, n - 1, confidence)) : null);
    }

    private static void AddNonconforming(CaseAnswer answer, double[] values, SpecificationLimits limits)
    {
        var expected = ExpectedNonconforming.Of(Descriptive.Mean(values), Descriptive.StandardDeviation(values), limits);
        answer.Add("ppm_below", 1e6 * expected.Below);
        answer.Add("ppm_above", 1e6 * expected.Above);
        answer.Add("z_bench", expected.BenchmarkZ);
        answer.Add("observed_outside", values.Count(value => !limits.Contain(value)));
    }

    private static void AddTarget(CaseAnswer answer, TargetIndices? target)
    {
        answer.Add("cpm", target?.Cpm);
        answer.Add("cpm_n1", target?.CpmOfSampleVariance);
        answer.Add("cpmk", target?.Cpmk);
        answer.Add("cpm_ci_boyles", target is null ? null : Pair(target.CpmLimits));
    }

    private static void AddWithin(
        CaseAnswer answer, double[] values, SpecificationLimits limits, double? subgroupSize, double confidence)
    {
        var within = subgroupSize is > 1 and var size
            ? WithinVariation.OfSubgroups(values, (int)size)
            : WithinVariation.OfIndividuals(values);
        answer.Add("sigma_within", within.Sigma);
        var indices = within.Sigma > 0 ? CapabilityIndices.Of(Descriptive.Mean(values), within.Sigma, limits) : null;
        answer.Add("cpk", indices?.Nearest);
        answer.Add("cp", indices?.Spread);
        if (indices?.Spread is { } cp && within.Df is { } df)
            answer.Add("cp_ci", Pair(CapabilityLimits.OfSpread(cp, df, confidence)));
    }

    private static void AddLognormal(CaseAnswer answer, CapabilityIndices? lognormal) => answer.Add("lognormal",
        lognormal is null ? null : new CaseAnswer { { "pp_q", lognormal.Spread }, { "ppk_q", lognormal.Nearest } });

    private static double[] Pair(ConfidenceLimits limits) => [limits.Lower, limits.Upper];
}
