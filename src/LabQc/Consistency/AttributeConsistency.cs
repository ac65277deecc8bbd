using LabQc.Methods;
using LabQc.Statistics;

namespace LabQc.Consistency;

/// <summary>Compares one attribute of a lot with those of its reference set and of the lots before it.</summary>
internal static class AttributeConsistency
{
    /// <summary>Compares.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="set">The reference set with its frozen numbers.</param>
    /// <param name="others">The set's lots but the judged one.</param>
    /// <param name="history">All comparable lots in the order of isolation up to the judged one, which is the last.</param>
    public static AttributeComparison Of(
        LabAttribute attribute, ReferenceSet set, IReadOnlyList<ConsistencyProfile> others, IReadOnlyList<ConsistencyProfile> history)
    {
        var judged = history[^1];
        var value = judged.Values.TryGetValue(attribute.Code, out var found) ? found : (double?)null;
        var scaled = ScaledValues.Of(attribute, judged);
        var plain = new AttributeComparison
        {
            Attribute = attribute.Code,
            Unit = attribute.Unit,
            Scale = attribute.Scale,
            Value = value,
            Scaled = scaled,
            IsCharted = set.Charted.Contains(attribute.Code),
        };
        var values = ScaledValues.Of(attribute, others);
        if (values.Length < LotConsistency.LeastForLimits)
            return plain;
        var compared = scaled is { } place ? Among(plain, place, values) : plain;
        return scaled is not null && set.LimitsOf(attribute.Code) is { Sigma: { } sigma } limits
            ? Charted(compared, ScaledValues.Of(attribute, history), limits.Centre, sigma)
            : compared;
    }

    private static AttributeComparison Among(AttributeComparison plain, double place, double[] others)
    {
        var mean = Descriptive.Mean(others);
        var sd = Descriptive.StandardDeviation(others);
        if (!(sd > 0))
            return plain with { Mean = mean, Sd = sd };
        var reach = StudentsT.Quantile(0.975, others.Length - 1) * sd * Math.Sqrt(1 + 1.0 / others.Length);
        return plain with
        {
            Mean = mean,
            Sd = sd,
            Z = (place - mean) / sd,
            PredictionInterval = (AttributeScales.From(plain.Scale, mean - reach), AttributeScales.From(plain.Scale, mean + reach)),
            OutsidePrediction = Math.Abs(place - mean) > reach,
        };
    }

    private static AttributeComparison Charted(AttributeComparison compared, double[] series, double centre, double sigma)
    {
        var z = series.Select(v => (v - centre) / sigma).ToArray();
        return compared with
        {
            RuleViolations = [.. RunRules.AtLast(z, RunRules.Nelson).Select(r => r.ToString())],
            EwmaSignal = EwmaChart.Of(z, 0, 1).Points[^1].Signal,
            CusumSignal = CusumChart.Of(z, 0, 1).Points[^1].Signal,
        };
    }
}
