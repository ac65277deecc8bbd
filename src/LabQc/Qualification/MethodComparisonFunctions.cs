using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>The functions of the topic <c>method_comparison</c>.</summary>
internal static class MethodComparisonFunctions
{
    public static IReadOnlyDictionary<string, CaseFunction> ByName { get; } = new Dictionary<string, CaseFunction>
    {
        ["bland_altman"] = Agreement,
        ["deming"] = Deming,
        ["passing_bablok"] = PassingBablok,
        ["concordance"] = Concordance,
        ["algorithm_a"] = RobustMean,
        ["proficiency_scores"] = Scores,
        ["repeatability_reproducibility"] = Precision,
    };

    private static CaseAnswer Agreement(CaseInput input)
    {
        var (first, second) = (input.Numbers("x"), input.Numbers("y"));
        if (input.Text("order", "d=x-y").Replace(" ", "", StringComparison.Ordinal).EndsWith("y-x", StringComparison.Ordinal))
            (first, second) = (second, first);
        var found = BlandAltman.Of(
            first, second, input.Number("z", BlandAltman.PublishedMultiplier), input.Number("confidence", 0.95));
        return new CaseAnswer
        {
            { "n", found.N },
            { "bias", found.Bias },
            { "sd", found.Sd },
            { "loa_lower", found.Agreement.Lower },
            { "loa_upper", found.Agreement.Upper },
            { "loa_lower_z", found.ExactNormalAgreement.Lower },
            { "loa_upper_z", found.ExactNormalAgreement.Upper },
            { "se_bias", found.BiasStandardError },
            { "bias_ci", Ends(found.BiasConfidence) },
            { "se_loa_1986", found.Lower1986.StandardError },
            { "loa_lower_ci_1986", Ends(found.Lower1986.Confidence) },
            { "loa_upper_ci_1986", Ends(found.Upper1986.Confidence) },
            { "se_loa_1999", found.Lower1999.StandardError },
            { "loa_lower_ci_1999", Ends(found.Lower1999.Confidence) },
            { "loa_upper_ci_1999", Ends(found.Upper1999.Confidence) },
            { "p_bias", found.BiasP },
        };
    }

    private static CaseAnswer Deming(CaseInput input)
    {
        var line = DemingRegression.Of(
            input.Numbers("x"), input.Numbers("y"), input.Number("error_ratio_x_over_y", 1), input.Number("confidence", 0.95));
        return new CaseAnswer
        {
            { "intercept", line.Intercept },
            { "slope", line.Slope },
            { "se_intercept", line.InterceptStandardError },
            { "se_slope", line.SlopeStandardError },
            { "intercept_ci", Ends(line.InterceptConfidence) },
            { "slope_ci", Ends(line.SlopeConfidence) },
        };
    }

    private static CaseAnswer PassingBablok(CaseInput input)
    {
        var line = PassingBablokRegression.Of(input.Numbers("x"), input.Numbers("y"), input.Number("confidence", 0.95));
        return new CaseAnswer
        {
            { "intercept", line.Intercept },
            { "slope", line.Slope },
            { "slope_ci", new[] { line.Published.SlopeLower, line.Published.SlopeUpper } },
            { "intercept_ci", new[] { line.Published.InterceptLower, line.Published.InterceptUpper } },
            { "slope_ci_mcr", new[] { line.Mcr.SlopeLower, line.Mcr.SlopeUpper } },
            { "intercept_ci_mcr", new[] { line.Mcr.InterceptLower, line.Mcr.InterceptUpper } },
            { "n_slopes", line.SlopeCount },
            { "K", line.Offset },
            { "M1", line.LowerRank },
            { "M2", line.UpperRank },
        };
    }

    private static CaseAnswer Concordance(CaseInput input)
    {
        var found = ConcordanceCorrelation.Of(input.Numbers("x"), input.Numbers("y"), input.Number("confidence", 0.95));
        return new CaseAnswer
        {
            { "rho_c", found.Coefficient },
            { "se", found.StandardError },
            { "ci", found.Confidence is { } ci ? Ends(ci) : null },
            { "pearson_r", found.Pearson },
            { "C_b", found.BiasCorrection },
            { "scale_shift", found.ScaleShift },
            { "location_shift", found.LocationShift },
        };
    }

    private static CaseAnswer RobustMean(CaseInput input)
    {
        var found = AlgorithmA.Of(input.Numbers("values"), input.Number("tolerance", 1e-14));
        return new CaseAnswer
        {
            { "x_star", found.Mean },
            { "s_star", found.Sd },
            { "start_median", found.StartMean },
            { "start_s", found.StartSd },
            { "u_xpt", found.MeanUncertainty },
        };
    }

    private static CaseAnswer Scores(CaseInput input)
    {
        var assigned = new AssignedValue(
            input.Number("x_pt"), input.Number("u_pt"), input.Number("sigma_pt"), input.Number("k", 2));
        var scores = input.Numbers("x").Zip(input.Numbers("u"), (x, u) => ProficiencyScore.Of(x, u, assigned)).ToArray();
        return new CaseAnswer
        {
            { "z", scores.Select(s => s.Z) },
            { "z_prime", scores.Select(s => s.ZPrime) },
            { "zeta", scores.Select(s => s.Zeta) },
            { "En", scores.Select(s => s.En) },
            { "bias_pct", scores.Select(s => s.BiasPercent) },
            { "z_class", scores.Select(s => WordFor(s.ZClass)) },
            { "En_class", scores.Select(s => WordFor(s.EnClass)) },
        };
    }

    private static string? WordFor(ProficiencyClass? found) => found switch
    {
        ProficiencyClass.Satisfactory => "satisfactory",
        ProficiencyClass.Questionable => "questionable",
        ProficiencyClass.Unsatisfactory => "unsatisfactory",
        _ => null,
    };

    private static CaseAnswer Precision(CaseInput input)
    {
        var found = InterlaboratoryPrecision.Of(input.Rows("labs"));
        return new CaseAnswer
        {
            { "m", found.GrandMean },
            { "s_r", found.RepeatabilitySd },
            { "s_L", found.BetweenLaboratorySd },
            { "s_R", found.ReproducibilitySd },
            { "r", found.RepeatabilityLimit },
            { "R", found.ReproducibilityLimit },
            { "nbar", found.MeanReplicates },
            { "lab_means", found.Laboratories.Select(l => l.Mean) },
            { "lab_sds", found.Laboratories.Select(l => l.Sd) },
            { "cochran_C", found.Cochran?.Statistic },
            { "cochran_lab", found.Cochran?.Laboratory },
            { "cochran_critical_0.05", found.Cochran?.Critical05 },
            { "cochran_critical_0.01", found.Cochran?.Critical01 },
            { "mandel_h", found.Laboratories.Select(l => l.MandelH) },
            { "mandel_k", found.Laboratories.Select(l => l.MandelK) },
            { "grubbs_G", found.Grubbs?.Statistic },
            { "grubbs_lab", found.Grubbs?.Laboratory },
            { "grubbs_critical_0.05", found.Grubbs?.Critical05 },
            { "grubbs_critical_0.01", found.Grubbs?.Critical01 },
        };
    }

    private static double[] Ends(ConfidenceLimits limits) => [limits.Lower, limits.Upper];
}
