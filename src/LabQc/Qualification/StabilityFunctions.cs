using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>The functions of the topic stability_ich_q1e.</summary>
internal static class StabilityFunctions
{
    public static IReadOnlyDictionary<string, CaseFunction> ByName { get; } = new Dictionary<string, CaseFunction>
    {
        ["shelf_life"] = Life,
    };

    private static CaseAnswer Life(CaseInput input)
    {
        var study = new StabilityStudy(Batches(input));
        var side = input.Text("side", "lower") switch
        {
            "lower" => AcceptanceSide.Lower,
            "upper" => AcceptanceSide.Upper,
            var other => throw new ArgumentException($"A side is lower or upper; got {other}."),
        };
        var life = new ShelfLife(study, input.Number("limit"), side, input.Flag("two_sided_confidence"), input.Number("confidence", 0.95));
        var answer = new CaseAnswer();
        AddModels(answer, study);
        AddTests(answer, study);
        AddLives(answer, study, life, study.Model(input.Number("alpha_pool", 0.25)));
        return answer;
    }

    private static IReadOnlyList<StabilityBatch> Batches(CaseInput input)
    {
        var (names, times, responses) = (input.Texts("batch"), input.Numbers("time"), input.Numbers("y"));
        if (names.Length != times.Length || names.Length != responses.Length)
            throw new ArgumentException("Batches, times and responses differ in number.");
        return [.. Enumerable.Range(0, names.Length)
            .GroupBy(i => names[i])
            .Select(g => new StabilityBatch(g.Key, [.. g.Select(i => times[i])], [.. g.Select(i => responses[i])]))];
    }

    private static void AddModels(CaseAnswer answer, StabilityStudy study)
    {
        answer.Add("sse_full", study.FullResiduals);
        answer.Add("df_full", study.FullDf);
        answer.Add("sse_common_slope", study.CommonSlopeResiduals);
        answer.Add("df_common_slope", study.CommonSlopeDf);
        answer.Add("sse_one_line", study.OneLineResiduals);
        answer.Add("df_one_line", study.OneLineDf);
        answer.Add("one_line", new CaseAnswer
        {
            { "intercept", study.OneLineIntercept },
            { "slope", study.OneLineSlope },
            { "s", study.OneLineStandardDeviation },
        });
        answer.Add("common_slope", study.CommonSlope);
        answer.Add("slopes", ByBatch(study, study.Slopes));
    }

    private static void AddTests(CaseAnswer answer, StabilityStudy study)
    {
        answer.Add("F_slopes", study.SlopesTest.F);
        answer.Add("p_slopes", study.SlopesTest.P);
        answer.Add("F_intercepts", study.InterceptsTest.F);
        answer.Add("p_intercepts", study.InterceptsTest.P);
        answer.Add("F_intercepts_full_mse", study.InterceptsTestByFullModel.F);
        answer.Add("p_intercepts_full_mse", study.InterceptsTestByFullModel.P);
    }

    private static void AddLives(CaseAnswer answer, StabilityStudy study, ShelfLife life, StabilityModel model)
    {
        answer.Add("model", model switch
        {
            StabilityModel.OneLine => "one_line",
            StabilityModel.CommonSlope => "common_slope",
            _ => "separate",
        });
        answer.Add("shelf_life", new CaseAnswer
        {
            { "one_line", life.OneLine },
            { "common_slope", ByBatch(study, life.CommonSlope) },
            { "common_slope_min", life.CommonSlope.Min() },
            { "separate_pooled_mse", ByBatch(study, life.Separate) },
            { "separate_pooled_mse_min", life.Separate.Min() },
            { "separate_individual", ByBatch(study, life.Individual) },
            { "separate_individual_min", life.Individual.Min() },
        });
        var chosen = life.Of(model);
        answer.Add("shelf_life_chosen", chosen);
        answer.Add("shelf_life_months", chosen is { } months ? Math.Floor(months) : null);
        answer.Add("extrapolation_cap", life.ExtrapolationCap);
    }

    private static CaseAnswer ByBatch<T>(StabilityStudy study, IReadOnlyList<T> values)
    {
        var answer = new CaseAnswer();
        foreach (var (batch, value) in study.Batches.Zip(values))
            answer.Add(batch.Name, value);
        return answer;
    }
}
