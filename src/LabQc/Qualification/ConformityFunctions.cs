using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>The functions of the topic conformity.</summary>
internal static class ConformityFunctions
{
    public static IReadOnlyDictionary<string, CaseFunction> ByName { get; } = new Dictionary<string, CaseFunction>
    {
        ["normal"] = Normal,
        ["posterior"] = Posterior,
        ["global_risk"] = Risk,
    };

    private static CaseAnswer Normal(CaseInput input)
    {
        var assessment = ConformityAssessment.Of(input.Number("y"), input.Number("u"), Limits(input), input.Number("r", 1));
        return new CaseAnswer
        {
            { "p_conform", assessment.ConformanceProbability },
            { "p_below", assessment.ProbabilityBelow },
            { "p_above", assessment.ProbabilityAbove },
            { "guard_band", assessment.GuardBand },
            { "acceptance_lower", assessment.Acceptance.Lower },
            { "acceptance_upper", assessment.Acceptance.Upper },
            { "simple_acceptance", assessment.SimpleAcceptance },
            { "guarded_acceptance", assessment.GuardedAcceptance },
            { "decision", WordOf(assessment.Decision) },
        };
    }

    private static CaseAnswer Posterior(CaseInput input)
    {
        var posterior = new NormalBelief(input.Number("y0"), input.Number("u0")).After(input.Number("ym"), input.Number("um"));
        return new CaseAnswer
        {
            { "y_post", posterior.Estimate },
            { "u_post", posterior.Uncertainty },
            { "p_conform", posterior.Within(Limits(input)) },
        };
    }

    private static CaseAnswer Risk(CaseInput input)
    {
        var process = new NormalBelief(input.Number("y0"), input.Number("u0"));
        var risk = GlobalRisk.Of(process, input.Number("um"), Limits(input), input.Number("r", 0));
        return new CaseAnswer
        {
            { "consumer_risk", risk.ConsumerRisk },
            { "producer_risk", risk.ProducerRisk },
            { "p_in_tolerance", risk.InTolerance },
            { "Cm", risk.CapabilityIndex },
        };
    }

    private static ToleranceLimits Limits(CaseInput input) =>
        new(input.NumberOrNull("tolerance_lower"), input.NumberOrNull("tolerance_upper"));

    private static string WordOf(ConformityDecision decision) => decision switch
    {
        ConformityDecision.Pass => "pass",
        ConformityDecision.ConditionalPass => "conditional_pass",
        ConformityDecision.ConditionalFail => "conditional_fail",
        _ => "fail",
    };
}
