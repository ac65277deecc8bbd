namespace LabQc.Charts.Drawing;

/// <summary>
/// The y axis of a control chart: values and control limits always, a specification limit only while it costs no more than
/// the same height again. One that is further off is named at the edge instead, as it would flatten what the chart is for.
/// </summary>
internal sealed class ControlScale
{
    /// <param name="values">Points and control limits.</param>
    /// <param name="specifications">Specification limits, null where there is none.</param>
    /// <param name="lane">Share of the height kept free at the top for the names of phases.</param>
    public ControlScale(IEnumerable<double> values, IReadOnlyList<double?> specifications, double lane)
    {
        var finite = values.Where(double.IsFinite).ToList();
        if (finite.Count == 0)
            finite.AddRange(specifications.OfType<double>().DefaultIfEmpty(0));
        var (low, high) = (finite.Min(), finite.Max());
        var width = high > low ? high - low : Math.Max(Math.Abs(high) * 0.1, 1e-6);
        Shown = specifications.Select(s => s is { } limit && limit >= low - width && limit <= high + width).ToList();
        foreach (var limit in specifications.Where((_, i) => Shown[i]).OfType<double>())
            (low, high) = (Math.Min(low, limit), Math.Max(high, limit));
        width = Math.Max(high - low, width);
        var from = low - 0.07 * width;
        Scale = Scale.Linear(from, high + 0.06 * width + lane * (high - from) / (1 - lane), 7);
    }

    public Scale Scale { get; }

    /// <summary>Whether each specification limit is inside the picture.</summary>
    public IReadOnlyList<bool> Shown { get; }
}
