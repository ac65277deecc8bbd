namespace LabQc.Units;

/// <summary>A range of diameters in nm, both ends included. The default value is the empty range at 0.</summary>
public readonly record struct NanometreRange
{
    /// <param name="from">Lower end in nm, 0 or more.</param>
    /// <param name="to">Upper end in nm, not below <paramref name="from"/>.</param>
    /// <exception cref="ArgumentException">An end is not finite or negative, or they are in the wrong order.</exception>
    public NanometreRange(double from, double to)
    {
        if (!double.IsFinite(from) || !double.IsFinite(to) || from < 0 || to < from)
            throw new ArgumentException($"A range of diameters runs from 0 or more upwards, not from {from} to {to} nm.");
        From = from;
        To = to;
    }

    public double From { get; }

    public double To { get; }

    public double Width => To - From;

    /// <summary>What both ranges cover; null where they do not overlap (touching ends do not).</summary>
    public NanometreRange? Intersect(NanometreRange other)
    {
        var from = Math.Max(From, other.From);
        var to = Math.Min(To, other.To);
        return to > from ? new NanometreRange(from, to) : null;
    }

    /// <summary>The parts of this range that <paramref name="visible"/> leaves out, from below; at most two.</summary>
    public IReadOnlyList<NanometreRange> Without(NanometreRange visible)
    {
        if (Intersect(visible) is not { } seen)
            return [this];
        var blind = new List<NanometreRange>(2);
        if (seen.From > From)
            blind.Add(new NanometreRange(From, seen.From));
        if (seen.To < To)
            blind.Add(new NanometreRange(seen.To, To));
        return blind;
    }

    /// <summary>The fraction of this range's width that <paramref name="visible"/> covers, 0 to 1.</summary>
    public double FractionWithin(NanometreRange visible) => Width > 0 ? (Intersect(visible)?.Width ?? 0) / Width : 0;

    /// <summary>As <c>60–150 nm</c>.</summary>
    public override string ToString() => $"{NumberText.General(From)}–{NumberText.General(To)} nm";
}
