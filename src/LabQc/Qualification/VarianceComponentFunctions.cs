using System.Text.Json;
using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>Variance components of one-way and nested designs, as reference cases call them.</summary>
internal static class VarianceComponentFunctions
{
    public static CaseAnswer OneWay(CaseInput input)
    {
        var groups = input.Rows("groups");
        var estimate = VarianceComponents.Estimate(groups);
        return new CaseAnswer
        {
            { "grand_mean", estimate.GrandMean },
            { "ms_between", estimate.MeanSquareBetween },
            { "ms_within", estimate.MeanSquareWithin },
            { "n0", estimate.EffectiveSize },
            { "var_within", estimate.VarianceWithin },
            { "var_between", estimate.VarianceBetween },
            { "var_between_truncated", estimate.VarianceBetweenTruncated },
            { "icc", estimate.IntraclassCorrelation },
            { "F", estimate.Test?.F },
            { "p", estimate.Test?.P },
            { "icc_ci95", TwoSampleFunction.Pair(estimate.IntraclassCorrelationInterval) },
            { "var_within_ci95", TwoSampleFunction.Pair(estimate.VarianceWithinInterval) },
            { "reml", RestrictedLikelihood.Estimate(groups) is { } reml ? Restricted(reml) : null },
        };
    }

    public static CaseAnswer Nested(CaseInput input)
    {
        var estimate = NestedVarianceComponents.Estimate(NestedNumbers(input.Data.GetProperty("values_a_b_rep")));
        return new CaseAnswer
        {
            { "grand_mean", estimate.GrandMean },
            { "ms_a", estimate.Batches.MeanSquare },
            { "ms_b_in_a", estimate.Vials.MeanSquare },
            { "ms_error", estimate.Replicates.MeanSquare },
            { "df", new[] { estimate.Batches.DegreesOfFreedom, estimate.Vials.DegreesOfFreedom, estimate.Replicates.DegreesOfFreedom } },
            { "var_error", estimate.Replicates.Variance },
            { "var_b_in_a", estimate.Vials.Variance },
            { "var_a", estimate.Batches.Variance },
            { "F_a", estimate.BatchTest?.F },
            { "p_a", estimate.BatchTest?.P },
            { "F_b", estimate.VialTest?.F },
            { "p_b", estimate.VialTest?.P },
            { "var_total", estimate.TotalVariance },
        };
    }

    private static CaseAnswer Restricted(RestrictedLikelihoodEstimate reml) => new()
    {
        { "mu", reml.Mean },
        { "var_within", reml.VarianceWithin },
        { "var_between", reml.VarianceBetween },
        { "icc", reml.IntraclassCorrelation },
        { "criterion", reml.Criterion },
        { "se_mu", reml.StandardErrorOfMean },
    };

    private static double[][][] NestedNumbers(JsonElement batches) =>
        [.. batches.EnumerateArray().Select(batch => batch.EnumerateArray().Select(Numbers).ToArray())];

    private static double[] Numbers(JsonElement values) => [.. values.EnumerateArray().Select(v => v.GetDouble())];
}
