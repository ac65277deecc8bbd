using System.Globalization;
using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>Tests of one, two and several samples, by the names that reference cases use.</summary>
internal static class HypothesisTestFunctions
{
    public static IReadOnlyDictionary<string, CaseFunction> ByName { get; } = new Dictionary<string, CaseFunction>(StringComparer.Ordinal)
    {
        ["two_sample"] = TwoSampleFunction.Answer,
        ["k_sample"] = KSampleFunction.Answer,
        ["normality"] = Normality,
        ["outliers"] = Outliers,
        ["mann_kendall"] = MannKendall,
        ["variance_components"] = VarianceComponentFunctions.OneWay,
        ["nested_variance_components"] = VarianceComponentFunctions.Nested,
        ["studentized_range_cdf"] = RangeCdf,
        ["studentized_range_quantile"] = RangeQuantile,
        ["noncentral_t_cdf"] = NoncentralTCdf,
    };

    private static CaseAnswer Normality(CaseInput input)
    {
        var values = input.Numbers("values");
        var (ad, sw) = (AndersonDarlingTest.Test(values), ShapiroWilkTest.Test(values));
        return new CaseAnswer { { "A2", ad?.A2 }, { "A2_star", ad?.A2Star }, { "ad_p", ad?.P }, { "W", sw?.W }, { "sw_p", sw?.P } };
    }

    private static CaseAnswer Outliers(CaseInput input)
    {
        var values = input.Numbers("values");
        var alpha = input.Number("alpha", 0.05);
        var grubbs = GrubbsOutlierTest.Test(values, alpha);
        var answer = new CaseAnswer
        {
            { "grubbs_G", grubbs?.G },
            { "grubbs_index", grubbs?.Index },
            { "grubbs_critical_two_sided", grubbs?.CriticalTwoSided },
            { "grubbs_critical_one_sided", grubbs?.CriticalOneSided },
            { "grubbs_is_outlier", grubbs?.IsOutlier },
        };
        AddDeviates(answer, ExtremeStudentizedDeviateTest.Test(values, (int)input.Number("max_outliers", 1), alpha));
        AddDixon(answer, values.Length <= 30 ? DixonRatio.Of(values) : null);
        return answer;
    }

    private static void AddDeviates(CaseAnswer answer, DeviateResult deviates)
    {
        answer.Add("esd_R", deviates.Steps.Select(s => s.R));
        answer.Add("esd_lambda", deviates.Steps.Select(s => s.Lambda));
        answer.Add("esd_removed", deviates.Steps.Select(s => s.Value));
        answer.Add("esd_outliers", deviates.OutlierCount);
    }

    private static void AddDixon(CaseAnswer answer, DixonRatio? dixon)
    {
        answer.Add("dixon_type", dixon?.Kind switch
        {
            DixonKind.R10 => "r10",
            DixonKind.R11 => "r11",
            DixonKind.R21 => "r21",
            DixonKind.R22 => "r22",
            _ => null,
        });
        answer.Add("dixon_high", dixon?.High);
        answer.Add("dixon_low", dixon?.Low);
    }

    private static CaseAnswer MannKendall(CaseInput input)
    {
        var values = input.Numbers("values");
        var trend = input.Data.TryGetProperty("times", out _)
            ? MannKendallTest.Test(input.Numbers("times"), values)
            : MannKendallTest.Test(values);
        return new CaseAnswer
        {
            { "S", trend.S },
            { "var_S", trend.VarianceOfS },
            { "Z", trend.Z },
            { "p", trend.P },
            { "tau_b", trend.TauB },
            { "sen_slope", trend.SenSlope },
            { "sen_intercept", trend.SenIntercept },
        };
    }

    private static CaseAnswer RangeCdf(CaseInput input) =>
        OverGrid(input, "q", StudentizedRange.Cdf);

    private static CaseAnswer RangeQuantile(CaseInput input) =>
        OverGrid(input, "p", StudentizedRange.Quantile);

    private static CaseAnswer OverGrid(CaseInput input, string name, Func<double, int, double, double> function)
    {
        var answer = new CaseAnswer();
        foreach (var x in input.ParameterNumbers(name))
            foreach (var k in input.ParameterNumbers("k"))
                foreach (var df in input.ParameterNumbers("df"))
                    answer.Add(string.Create(CultureInfo.InvariantCulture, $"{name}{x}_k{k}_df{df}"), function(x, (int)k, df));
        return answer;
    }

    private static CaseAnswer NoncentralTCdf(CaseInput input)
    {
        var answer = new CaseAnswer();
        foreach (var row in input.Parameters.GetProperty("rows_t_df_delta").EnumerateArray())
        {
            double t = row[0].GetDouble(), df = row[1].GetDouble(), delta = row[2].GetDouble();
            answer.Add(string.Create(CultureInfo.InvariantCulture, $"t{t}_df{df}_d{delta}"), NoncentralT.Cdf(t, df, delta));
        }
        return answer;
    }
}
