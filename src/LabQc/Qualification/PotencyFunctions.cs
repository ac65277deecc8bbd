using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>Dose-response curves and relative potencies, by the names that reference cases use.</summary>
internal static class PotencyFunctions
{
    public static IReadOnlyDictionary<string, CaseFunction> ByName { get; } = new Dictionary<string, CaseFunction>(StringComparer.Ordinal)
    {
        ["four_parameter_logistic"] = FourParameters,
        ["relative_potency"] = Relative,
        ["parallel_line"] = ParallelLine,
    };

    private static CaseAnswer FourParameters(CaseInput input)
    {
        var curve = FourParameterLogistic.Fit(input.Numbers("dose"), input.Numbers("response"));
        var errors = curve.StandardErrors;
        return new CaseAnswer
        {
            { "a_zero_dose", curve.AtZeroDose },
            { "b", curve.Slope },
            { "c_ec50", curve.Ec50 },
            { "d_infinite", curve.AtInfiniteDose },
            {
                "se", new CaseAnswer
                {
                    { "a_zero_dose", errors.AtZeroDose },
                    { "b", errors.Slope },
                    { "c_ec50", errors.Ec50 },
                    { "d_infinite", errors.AtInfiniteDose },
                    { "ln_ec50", errors.LogEc50 },
                }
            },
            { "rss", curve.Rss },
            { "df", curve.DegreesOfFreedom },
            { "residual_sd", curve.ResidualSd },
            { "ec50_ci_log", TwoSampleFunction.Pair(curve.Ec50Interval) },
            { "ec50_ci_delta", TwoSampleFunction.Pair(curve.Ec50IntervalByDeltaMethod) },
        };
    }

    private static CaseAnswer Relative(CaseInput input)
    {
        var potency = RelativePotency.Fit(
            input.Numbers("dose_ref"), input.Numbers("resp_ref"), input.Numbers("dose_test"), input.Numbers("resp_test"));
        return new CaseAnswer
        {
            { "a_zero_dose", potency.AtZeroDose },
            { "b", potency.Slope },
            { "c_ref", potency.ReferenceEc50 },
            { "d_infinite", potency.AtInfiniteDose },
            { "ln_rp", potency.LogPotency },
            { "relative_potency", potency.Ratio },
            { "se_ln_rp", potency.StandardErrorOfLogPotency },
            { "rp_ci95", TwoSampleFunction.Pair(potency.Interval) },
            { "rss_constrained", potency.ConstrainedRss },
            { "df_constrained", potency.ConstrainedDf },
            { "rss_full", potency.FullRss },
            { "df_full", potency.FullDf },
            { "F_parallelism", potency.Parallelism?.F },
            { "p_parallelism", potency.Parallelism?.P },
            { "ref", Curve(potency.Reference) },
            { "test", Curve(potency.Test) },
        };
    }

    private static CaseAnswer Curve(FourParameterLogistic curve) => new()
    {
        { "a", curve.AtZeroDose },
        { "b", curve.Slope },
        { "c", curve.Ec50 },
        { "d", curve.AtInfiniteDose },
    };

    private static CaseAnswer ParallelLine(CaseInput input)
    {
        var assay = ParallelLineAssay.Fit(
            input.Numbers("dose_ref"), input.Numbers("resp_ref"), input.Numbers("dose_test"), input.Numbers("resp_test"),
            LogarithmOf(input.Text("log", "natural")));
        return new CaseAnswer
        {
            { "intercept_ref", assay.ReferenceIntercept },
            { "intercept_test", assay.TestIntercept },
            { "common_slope", assay.CommonSlope },
            { "s", assay.ResidualSd },
            { "df", assay.DegreesOfFreedom },
            { "ln_rp", assay.LogPotency },
            { "relative_potency", assay.Ratio },
            { "fieller_g", assay.Interval.G },
            { "rp_ci95", TwoSampleFunction.Pair(assay.Interval.Limits) },
            { "slope_ref", assay.ReferenceSlope },
            { "slope_test", assay.TestSlope },
            { "F_parallelism", assay.Parallelism?.F },
            { "p_parallelism", assay.Parallelism?.P },
            { "slope_difference", assay.SlopeDifference },
            { "slope_difference_ci90", TwoSampleFunction.Pair(assay.SlopeDifferenceInterval) },
            { "slope_ratio", assay.SlopeRatio },
            { "slope_ratio_ci90", TwoSampleFunction.Pair(assay.SlopeRatioInterval.Limits) },
        };
    }

    private static DoseLogarithm LogarithmOf(string name) => name switch
    {
        "natural" or "ln" or "e" => DoseLogarithm.Natural,
        "log10" or "decimal" or "10" => DoseLogarithm.Base10,
        "log2" or "2" => DoseLogarithm.Base2,
        _ => throw new ArgumentException($"Unknown logarithm \"{name}\"."),
    };
}
