using System.Globalization;
using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>The functions of the topic <c>control_charts</c>.</summary>
internal static class ControlChartFunctions
{
    public static IReadOnlyDictionary<string, CaseFunction> ByName { get; } = new Dictionary<string, CaseFunction>
    {
        ["constants"] = Constants,
        ["individuals"] = Individuals,
        ["subgroups"] = Subgroups,
        ["ewma"] = Ewma,
        ["cusum"] = Cusum,
        ["attribute_chart"] = Attributes,
        ["hotelling_t2"] = Hotelling,
        ["nelson_rules"] = Rules,
        ["westgard_rules"] = Westgard,
        ["arl_shewhart"] = input => RunLengths(input, shift => AverageRunLength.Shewhart(input.Number("L"), shift)),
        ["arl_ewma"] = ArlEwma,
        ["arl_cusum"] = ArlCusum,
        ["arl_run_rules"] = ArlRunRules,
    };

    private static CaseAnswer Constants(CaseInput input)
    {
        var answer = new CaseAnswer();
        foreach (var n in input.ParameterNumbers("n").Select(n => checked((int)n)).Distinct())
            answer.Add(n.ToString(CultureInfo.InvariantCulture), ConstantsOf(ControlChartConstants.For(n)));
        return answer;
    }

    private static CaseAnswer ConstantsOf(ControlChartConstants constants) => new()
    {
        { "d2", constants.RangeMean },
        { "d3", constants.RangeSd },
        { "c4", constants.SdMean },
        { "c5", constants.SdSd },
        { "A2", constants.A2 },
        { "A3", constants.A3 },
        { "D3", constants.RangeLowerFactor },
        { "D4", constants.RangeUpperFactor },
        { "B3", constants.SdLowerFactor },
        { "B4", constants.SdUpperFactor },
        { "E2", constants.E2 },
    };

    private static CaseAnswer Individuals(CaseInput input)
    {
        var values = input.Numbers("values");
        var limits = IndividualsLimits.Of(values, (int)input.Number("k", 2), input.Number("nsigma", 3));
        return new CaseAnswer
        {
            { "center", limits.Centre },
            { "mr_bar", limits.MovingRangeLimits.Centre },
            { "sigma", limits.Sigma },
            { "ucl", limits.ReadingLimits.Upper },
            { "lcl", limits.ReadingLimits.Lower },
            { "mr_ucl", limits.MovingRangeLimits.Upper },
            { "mr_lcl", limits.MovingRangeLimits.Lower },
            { "moving_ranges", IndividualsLimits.MovingRangesOf(values, limits.Span) },
            { "out_of_control", limits.Chart(values).Where(p => p.Beyond).Select(p => p.Index) },
        };
    }

    private static CaseAnswer Subgroups(CaseInput input)
    {
        var chart = SubgroupChart.Of(input.Rows("subgroups"));
        return new CaseAnswer
        {
            { "center", chart.MeansFromRanges.Centre },
            { "r_bar", chart.Ranges.Centre },
            { "s_bar", chart.Sds.Centre },
            { "sigma_r", chart.SigmaFromRanges },
            { "sigma_s", chart.SigmaFromSds },
            { "xbar_r_ucl", chart.MeansFromRanges.Upper },
            { "xbar_r_lcl", chart.MeansFromRanges.Lower },
            { "xbar_s_ucl", chart.MeansFromSds.Upper },
            { "xbar_s_lcl", chart.MeansFromSds.Lower },
            { "r_ucl", chart.Ranges.Upper },
            { "r_lcl", chart.Ranges.Lower },
            { "s_ucl", chart.Sds.Upper },
            { "s_lcl", chart.Sds.Lower },
            { "beyond_xbar_r", chart.MeansBeyond },
            { "pooled_sd", chart.PooledSd },
        };
    }

    private static CaseAnswer Ewma(CaseInput input)
    {
        var chart = EwmaChart.Of(
            input.Numbers("values"), input.Number("center"), input.Number("sigma"),
            input.Number("lambda", EwmaChart.UsualLambda), input.Number("L", EwmaChart.UsualWidth));
        return new CaseAnswer
        {
            { "ewma", chart.Points.Select(p => p.Average) },
            { "ucl", chart.Points.Select(p => p.Limits.Upper) },
            { "lcl", chart.Points.Select(p => p.Limits.Lower) },
            { "signals", chart.Signals },
            { "asymptotic_ucl", chart.AsymptoticLimits.Upper },
        };
    }

    private static CaseAnswer Cusum(CaseInput input)
    {
        var chart = CusumChart.Of(
            input.Numbers("values"), input.Number("center"), input.Number("sigma"),
            input.Number("k", CusumChart.UsualAllowance), input.Number("h", CusumChart.UsualDecisionInterval));
        return new CaseAnswer
        {
            { "c_plus", chart.Points.Select(p => p.Upper) },
            { "c_minus", chart.Points.Select(p => p.Lower) },
            { "n_plus", chart.Points.Select(p => p.UpperRun) },
            { "n_minus", chart.Points.Select(p => p.LowerRun) },
            { "signals_plus", chart.UpperSignals },
            { "signals_minus", chart.LowerSignals },
        };
    }

    private static CaseAnswer Attributes(CaseInput input)
    {
        var counts = input.Numbers("counts");
        var kind = input.Text("chart", "");
        var chart = kind switch
        {
            "p" => AttributeChart.P(counts, input.Numbers("sizes")),
            "np" => AttributeChart.NP(counts, input.Numbers("sizes")),
            "u" => AttributeChart.U(counts, input.Numbers("sizes")),
            "c" => AttributeChart.C(counts),
            _ => throw new ArgumentException($"No chart \"{kind}\": p, np, u or c."),
        };
        return AnswerOf(chart);
    }

    /// <summary>Limits as a list, one a sample; those of a c chart, the same for all samples, as single numbers.</summary>
    private static CaseAnswer AnswerOf(AttributeChart chart)
    {
        var answer = new CaseAnswer
        {
            { "values", chart.Points.Select(p => p.Value) },
            { "beyond", chart.Beyond },
        };
        var centres = chart.Points.Select(p => p.Limits.Centre).Distinct().ToArray();
        answer.Add("center", centres.Length == 1 ? centres[0] : centres);
        if (chart.Kind == AttributeChartKind.C)
        {
            answer.Add("ucl", chart.Points[0].Limits.Upper);
            answer.Add("lcl", chart.Points[0].Limits.Lower);
            return answer;
        }
        answer.Add("ucl", chart.Points.Select(p => p.Limits.Upper));
        answer.Add("lcl", chart.Points.Select(p => p.Limits.Lower));
        return answer;
    }

    private static CaseAnswer Hotelling(CaseInput input)
    {
        var rows = input.Rows("rows");
        var confidence = input.Number("confidence", 0.9973);
        var reference = HotellingReference.Of(rows);
        var squares = Array.ConvertAll(rows, reference.TSquared);
        double? limit = rows.Length < reference.AttributeCount + 2 ? null : reference.PhaseOneLimit(confidence);
        return new CaseAnswer
        {
            { "t2", squares },
            { "ucl_phase1", limit },
            { "ucl_phase2", reference.PhaseTwoLimit(confidence) },
            { "center", reference.Centre },
            { "covariance", reference.Covariance },
            { "beyond_phase1", Enumerable.Range(0, squares.Length).Where(i => squares[i] > limit) },
        };
    }

    /// <summary>Every rule, whatever the case names in <c>rule_set</c>: the expected keys choose.</summary>
    private static CaseAnswer Rules(CaseInput input)
    {
        var z = Standardised(input);
        var answer = new CaseAnswer();
        foreach (var rule in Enum.GetValues<RunRule>())
            answer.Add(rule.ToString(), RunRules.Indices(z, rule));
        return answer;
    }

    private static CaseAnswer Westgard(CaseInput input)
    {
        var hits = WestgardRules.Find(Standardised(input));
        var answer = new CaseAnswer();
        foreach (var rule in WestgardRules.All)
            answer.Add(WestgardRules.NameOf(rule), hits.Where(h => h.Rule == rule).Select(h => h.Index));
        return answer;
    }

    private static double[] Standardised(CaseInput input)
    {
        var (centre, sigma) = (input.Number("center", 0), input.Number("sigma", 1));
        return Array.ConvertAll(input.Numbers("z"), value => (value - centre) / sigma);
    }

    private static CaseAnswer ArlEwma(CaseInput input)
    {
        var words = input.Text("limits", "asymptotic");
        var limits = Mentions(words, "exact", "vary", "varying", "time-varying") ? EwmaLimits.Exact
            : !Mentions(words, "one-sided", "steady-state") ? EwmaLimits.Asymptotic
            : throw new ArgumentException($"Run lengths are two-sided and zero-state, not \"{words}\".");
        return RunLengths(input, shift => AverageRunLength.Ewma(input.Number("lambda"), input.Number("L"), shift, limits));
    }

    private static CaseAnswer ArlCusum(CaseInput input)
    {
        var (k, h, sided) = (input.Number("k"), input.Number("h"), input.Text("sided", "two"));
        return RunLengths(input, sided.Split(' ')[0] switch
        {
            "two" or "two-sided" => shift => AverageRunLength.Cusum(k, h, shift),
            "one" or "one-sided" or "upper" => shift => AverageRunLength.CusumOneSided(k, h, shift),
            "lower" => shift => AverageRunLength.CusumOneSided(k, h, -shift),
            _ => throw new ArgumentException($"No sides \"{sided}\": two, one, upper or lower."),
        });
    }

    private static CaseAnswer ArlRunRules(CaseInput input)
    {
        var rules = input.Parameters.GetProperty("rules").EnumerateArray().Select(r => Enum.Parse<RunRule>(r.GetString()!)).ToArray();
        return RunLengths(input, shift => AverageRunLength.RunRules(rules, shift));
    }

    /// <summary>One answer a shift; its key is the shift as the case writes it, and in its shortest form.</summary>
    private static CaseAnswer RunLengths(CaseInput input, Func<double, double> runLength)
    {
        var lengths = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var shift in input.Parameters.GetProperty("shifts").EnumerateArray())
        {
            var length = runLength(shift.GetDouble());
            lengths[shift.GetRawText()] = length;
            lengths[shift.GetDouble().ToString(CultureInfo.InvariantCulture)] = length;
        }
        var answer = new CaseAnswer();
        foreach (var (shift, length) in lengths)
            answer.Add(shift, length);
        return answer;
    }

    private static bool Mentions(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Contains(word, StringComparer.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
