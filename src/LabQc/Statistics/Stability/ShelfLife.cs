namespace LabQc.Statistics;

/// <summary>
/// Shelf lives of a study under every model: the earliest time at which the confidence limit of the mean response crosses the
/// acceptance limit (ICH Q1E, 2003, section 2.4.1 and appendix B).
/// </summary>
/// <remarks>
/// One-sided 95 % limits for a one-sided acceptance limit; two-sided 95 % limits where acceptance is two-sided. A time is 0 where
/// the limit is crossed from the start, and null where it is not crossed within 240 months or no degree of freedom is left.
/// Along time the confidence limit is concave (convex for an upper limit), so that a crossing is the only one. Held to 1e-10.
/// </remarks>
public sealed class ShelfLife
{
    /// <summary>Months after which no crossing is looked for.</summary>
    public const double Horizon = 240;

    private readonly double _limit;
    private readonly AcceptanceSide _side;
    private readonly double _fraction;

    /// <summary>Finds the shelf lives of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="limit">The acceptance limit, in the unit of the responses.</param>
    /// <param name="side">Whether it is a lower or an upper one.</param>
    /// <param name="twoSided">Whether acceptance, and with it the confidence limits, is two-sided.</param>
    /// <param name="confidence">Confidence of the limits, 0.95 in ICH Q1E.</param>
    /// <exception cref="ArgumentException">A limit that is not finite, or a confidence outside (0, 1).</exception>
    public ShelfLife(
        StabilityStudy study, double limit, AcceptanceSide side, bool twoSided = false, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (!double.IsFinite(limit) || confidence is not (> 0 and < 1))
            throw new ArgumentException($"No shelf life for the limit {limit} with confidence {confidence}.", nameof(limit));
        (_limit, _side) = (limit, side);
        _fraction = twoSided ? (1 + confidence) / 2 : confidence;
        OneLine = Crossing(study.OneLine, study.OneLineResiduals, study.OneLineDf);
        CommonSlope = [.. study.Batches.Select(b => Crossing(
            b.Line(study.CommonSlope, study.WithinTimeSumOfSquares), study.CommonSlopeResiduals, study.CommonSlopeDf))];
        Separate = [.. study.Batches.Select(b => Crossing(
            b.Line(b.Slope, b.TimeSumOfSquares), study.FullResiduals, study.FullDf))];
        Individual = [.. study.Batches.Select(b => Crossing(
            b.Line(b.Slope, b.TimeSumOfSquares), b.ResidualsAbout(b.Slope), b.Count - 2))];
        ExtrapolationCap = Math.Min(2 * study.LastTime, study.LastTime + 12);
    }

    public double? OneLine { get; }
    /// <summary>For each batch, in the study's order: one slope, one variance.</summary>
    public IReadOnlyList<double?> CommonSlope { get; }
    /// <summary>For each batch: its own line, with the full model's variance.</summary>
    public IReadOnlyList<double?> Separate { get; }
    /// <summary>For each batch: its own line, with its own variance and degrees of freedom.</summary>
    public IReadOnlyList<double?> Individual { get; }
    /// <summary>The longest that ICH Q1E lets a shelf life reach: twice the observed period, at most 12 months beyond it.</summary>
    public double ExtrapolationCap { get; }

    /// <summary>The shelf life of a model: that of the batch that crosses first; null where none crosses.</summary>
    public double? Of(StabilityModel model) => model switch
    {
        StabilityModel.OneLine => OneLine,
        StabilityModel.CommonSlope => CommonSlope.Min(),
        _ => Separate.Min(),
    };

    private double? Crossing(LineFit line, double residuals, int df)
    {
        if (df <= 0)
            return null;
        var reach = StudentsT.Quantile(_fraction, df) * Math.Sqrt(residuals / df);
        var sign = _side == AcceptanceSide.Lower ? 1 : -1;
        double Margin(double time) => sign * (line.At(time) - _limit) - reach * line.UnscaledErrorAt(time);
        var (atStart, atEnd) = (Margin(0), Margin(Horizon));
        return atStart <= 0 ? 0
            : atEnd > 0 ? null
            : atEnd == 0 ? Horizon
            : RootSearch.Between(Margin, 0, atStart, Horizon, atEnd);
    }
}
