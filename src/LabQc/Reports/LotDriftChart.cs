using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Methods;
using LabQc.Statistics;

namespace LabQc.Reports;

/// <summary>EWMA and CUSUM of an attribute over all comparable lots up to one of them, from the set's frozen centre and sigma.</summary>
public static class LotDriftChart
{
    /// <summary>The chart; lots without the attribute are not on it.</summary>
    public static DriftChart Of(LotNeighbours neighbours, LabAttribute attribute) => new(Data(neighbours, attribute));

    /// <summary>What the chart shows, for a table beneath it.</summary>
    public static DriftChartData Data(LotNeighbours neighbours, LabAttribute attribute)
    {
        IReadOnlyList<ControlPoint> points = [.. LotControlChart.Points(neighbours, attribute).Where(p => double.IsFinite(p.Value))];
        var set = neighbours.Set;
        return set.LimitsOf(attribute.Code) is { Sigma: { } sigma, N: >= LotConsistency.LeastForLimits } limits
            ? WithLimits(AttributeWords.Of(attribute), points, limits.Centre, sigma, $"{LotEnvelopeChart.Name(set)}, {set.Lots.Count} lots{HistoricalNote.Of(neighbours.History)}")
            : Without(AttributeWords.Of(attribute), points);
    }

    private static DriftChartData WithLimits(AttributeWords words, IReadOnlyList<ControlPoint> points, double centre, double sigma, string basis)
    {
        double[] values = [.. points.Select(p => p.Value)];
        var ewma = EwmaChart.Of(values, centre, sigma);
        var cusum = CusumChart.Of(values, centre, sigma);
        var signal = cusum.Points.FirstOrDefault(p => p.Signal);
        return Without(words, points) with
        {
            Centre = centre,
            Sigma = sigma,
            Basis = basis,
            Lambda = EwmaChart.UsualLambda,
            Width = EwmaChart.UsualWidth,
            K = CusumChart.UsualAllowance,
            H = CusumChart.UsualDecisionInterval,
            Ewma = [.. ewma.Points.Select(p => p.Average)],
            EwmaLower = [.. ewma.Points.Select(p => p.Limits.Lower)],
            EwmaUpper = [.. ewma.Points.Select(p => p.Limits.Upper)],
            CusumUpper = [.. cusum.Points.Select(p => p.Upper)],
            CusumLower = [.. cusum.Points.Select(p => p.Lower)],
            EwmaSignal = ewma.Points.FirstOrDefault(p => p.Signal)?.Index,
            CusumSignal = signal?.Index,
            Onset = signal is null ? null : signal.Index - (signal.UpperSignal ? signal.UpperRun : signal.LowerRun) + 1,
        };
    }

    private static DriftChartData Without(AttributeWords words, IReadOnlyList<ControlPoint> points)
    {
        double[] none = [.. Enumerable.Repeat(double.NaN, points.Count)];
        return new DriftChartData
        {
            Attribute = words.Name,
            AxisName = words.Unit.Length > 0 ? $"{words.Short} ({words.Unit})" : words.Short,
            Decimals = words.Decimals,
            Points = points,
            Centre = double.NaN,
            Sigma = double.NaN,
            Basis = "",
            Ewma = none,
            EwmaLower = none,
            EwmaUpper = none,
            CusumUpper = none,
            CusumLower = none,
        };
    }
}
