namespace LabQc.Web.Parts;

/// <summary>The axis of a bar: which value stands where, in pixels; what lies beyond stands at an edge.</summary>
/// <remarks>
/// Two-sided limits take 62 % of the width. A single limit stands at a third of it, with the accepted side on the longer part,
/// and the axis reaches 4 times the larger of the distance to the limit and half the interval. More than a decade, or a quantity
/// that is compared in powers of ten, is drawn by logarithms.
/// </remarks>
internal sealed class BarAxis
{
    private const double Decade = 10;
    private readonly double _from;
    private readonly double _reach;

    private BarAxis(double from, double to, bool logarithmic, double width)
    {
        _from = from;
        _reach = to - from;
        IsLogarithmic = logarithmic;
        Width = width;
    }

    public bool IsLogarithmic { get; }

    public double Width { get; }

    /// <summary>From 0 to a value.</summary>
    public static BarAxis To(double longest, double width) => new(0, longest > 0 ? longest : 1, false, width);

    /// <summary>The axis of a value in its limits.</summary>
    public static BarAxis Of(LimitFigure figure, double width)
    {
        var log = NeedsLogarithm(figure);
        double Place(double value) => log ? Math.Log10(value) : value;
        var (lower, upper) = (figure.Lower, figure.Upper);
        if (lower is { } from && upper is { } to)
        {
            var margin = 0.3 * Positive(Place(to) - Place(from), Math.Abs(Place(to)));
            return new BarAxis(Place(from) - margin, Place(to) + margin, log, width);
        }
        var limit = Place(lower ?? upper ?? 0);
        var reach = 4 * Positive(Math.Max(Distance(figure, limit, Place), HalfInterval(figure, Place)), Math.Abs(limit) / 4);
        return lower is not null
            ? new BarAxis(limit - reach / 3, limit + reach * 2 / 3, log, width)
            : new BarAxis(limit - reach * 2 / 3, limit + reach / 3, log, width);
    }

    /// <summary>Where a value stands, from 0 to the width.</summary>
    public double At(double value)
    {
        if (IsLogarithmic && value <= 0)
            return 0;
        var place = IsLogarithmic ? Math.Log10(value) : value;
        return Math.Clamp((place - _from) / _reach * Width, 0, Width);
    }

    private static bool NeedsLogarithm(LimitFigure figure)
    {
        double?[] placed = [figure.Lower, figure.Upper, figure.Value];
        var known = placed.OfType<double>().Where(double.IsFinite).ToList();
        return known.Count > 0 && known.Min() > 0 && (figure.InPowersOfTen || known.Max() / known.Min() > Decade);
    }

    private static double Distance(LimitFigure figure, double limit, Func<double, double> place) =>
        figure.Value is { } value && double.IsFinite(value) ? Math.Abs(place(value) - limit) : 0;

    private static double HalfInterval(LimitFigure figure, Func<double, double> place)
    {
        if (figure.Interval is not { } interval)
            return 0;
        var half = (place(interval.Upper) - place(interval.Lower)) / 2;
        return double.IsFinite(half) ? half : Math.Abs(place(interval.Upper) - place(figure.Value ?? interval.Upper));
    }

    private static double Positive(double length, double otherwise) =>
        length > 0 ? length : otherwise > 0 ? otherwise : 1;
}
