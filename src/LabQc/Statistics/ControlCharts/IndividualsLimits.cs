namespace LabQc.Statistics;

/// <summary>One reading on a chart for individuals.</summary>
public sealed record IndividualsPoint
{
    /// <summary>Place in the series, from 0.</summary>
    public required int Index { get; init; }
    public required double Value { get; init; }
    /// <summary>(value - centre)/sigma; null where sigma is 0.</summary>
    public required double? Z { get; init; }
    /// <summary>Range of this reading and those before it; null for the first ones.</summary>
    public required double? MovingRange { get; init; }
    public required bool Beyond { get; init; }
    public required bool MovingRangeBeyond { get; init; }
}

/// <summary>
/// Frozen centre and limits of a chart for single readings (one per lot) and of its moving ranges: made once from a reference
/// series, then applied to any series.
/// </summary>
public sealed record IndividualsLimits
{
    /// <summary>Limits of the readings: centre ± sigmas · sigma.</summary>
    public required ControlLimits ReadingLimits { get; init; }
    /// <summary>Limits of the moving ranges, about their mean: D3 and D4 times it (always three standard deviations).</summary>
    public required ControlLimits MovingRangeLimits { get; init; }
    /// <summary>Mean moving range over d2, in the unit of the readings; 0 where all readings are equal.</summary>
    public required double Sigma { get; init; }
    /// <summary>Consecutive readings in one moving range.</summary>
    public required int Span { get; init; }
    /// <summary>Readings that the limits come from.</summary>
    public required int ReadingCount { get; init; }

    public double Centre => ReadingLimits.Centre;

    /// <summary>Limits from a reference series.</summary>
    /// <param name="readings">At least as many finite readings as <paramref name="span"/>, in order of production.</param>
    /// <param name="span">Consecutive readings in one moving range, usually 2.</param>
    /// <param name="sigmas">Half-width of the limits of readings in sigma, usually 3.</param>
    /// <remarks>
    /// Centre: arithmetic mean. Sigma: mean of the moving ranges (n - span + 1 of them) over d2(span), 2/√π for two. Moving
    /// ranges: D4(span) and D3(span) times their mean. Order matters; ties and zero variance are allowed (limits then equal the
    /// centre, and nothing lies beyond). Montgomery, Introduction to Statistical Quality Control (2013), section 6.4;
    /// NIST/SEMATECH e-Handbook, section 6.3.2.2. Held to 1e-12 relative.
    /// </remarks>
    /// <exception cref="ArgumentException">Too few readings, one that is not finite, a span below 2, or sigmas not above 0.</exception>
    public static IndividualsLimits Of(ReadOnlySpan<double> readings, int span = 2, double sigmas = 3)
    {
        var constants = ControlChartConstants.For(span);
        Readings.Require(readings, span, nameof(readings));
        Readings.RequirePositive(sigmas, nameof(sigmas));
        var centre = SampleMoments.Of(readings).Mean;
        var meanRange = SampleMoments.Of(MovingRangesOf(readings, span)).Mean;
        var sigma = meanRange / constants.RangeMean;
        return new IndividualsLimits
        {
            ReadingLimits = new ControlLimits(centre - sigmas * sigma, centre, centre + sigmas * sigma),
            MovingRangeLimits = new ControlLimits(
                constants.RangeLowerFactor * meanRange, meanRange, constants.RangeUpperFactor * meanRange),
            Sigma = sigma,
            Span = span,
            ReadingCount = readings.Length,
        };
    }

    /// <summary>Largest minus smallest of each <paramref name="span"/> consecutive readings; none where there are fewer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A span below 2.</exception>
    public static double[] MovingRangesOf(ReadOnlySpan<double> readings, int span = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, 2);
        var ranges = new double[Math.Max(0, readings.Length - span + 1)];
        for (var i = 0; i < ranges.Length; i++)
            ranges[i] = RangeOf(readings.Slice(i, span));
        return ranges;
    }

    /// <summary>Every reading of a series against these limits, the reference series' own or a later one's.</summary>
    /// <exception cref="ArgumentException">A reading that is not finite.</exception>
    public IReadOnlyList<IndividualsPoint> Chart(ReadOnlySpan<double> readings)
    {
        Readings.Require(readings, 0, nameof(readings));
        var ranges = MovingRangesOf(readings, Span);
        var points = new IndividualsPoint[readings.Length];
        for (var i = 0; i < points.Length; i++)
            points[i] = PointOf(i, readings[i], i < Span - 1 ? null : ranges[i - Span + 1]);
        return points;
    }

    /// <summary>The readings in units of sigma from the centre, as run rules take them.</summary>
    /// <exception cref="ArgumentException">A reading that is not finite.</exception>
    /// <exception cref="InvalidOperationException">Sigma is 0: all readings of the reference series were equal.</exception>
    public double[] Standardise(ReadOnlySpan<double> readings)
    {
        Readings.Require(readings, 0, nameof(readings));
        if (Sigma == 0)
            throw new InvalidOperationException("All readings of the reference series are equal: there is no sigma to measure in.");
        var z = new double[readings.Length];
        for (var i = 0; i < z.Length; i++)
            z[i] = (readings[i] - Centre) / Sigma;
        return z;
    }

    private IndividualsPoint PointOf(int index, double value, double? movingRange) => new()
    {
        Index = index,
        Value = value,
        Z = Sigma == 0 ? null : (value - Centre) / Sigma,
        MovingRange = movingRange,
        Beyond = ReadingLimits.IsBeyond(value),
        MovingRangeBeyond = movingRange is { } range && MovingRangeLimits.IsBeyond(range),
    };

    private static double RangeOf(ReadOnlySpan<double> readings)
    {
        double smallest = readings[0], largest = readings[0];
        foreach (var reading in readings)
        {
            smallest = Math.Min(smallest, reading);
            largest = Math.Max(largest, reading);
        }
        return largest - smallest;
    }
}
