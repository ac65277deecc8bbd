namespace LabQc.Charts.Drawing;

/// <summary>A rectangle in pixels; y grows downwards.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double CentreX => (Left + Right) / 2;

    public double CentreY => (Top + Bottom) / 2;

    public static Box Around(double x, double y, double halfWidth, double halfHeight) =>
        new(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);

    /// <summary>True if the two share more than an edge.</summary>
    public bool Overlaps(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Holds(Box other) =>
        Left <= other.Left && other.Right <= Right && Top <= other.Top && other.Bottom <= Bottom;

    public Box Grown(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    public Box Moved(double dx, double dy) => new(Left + dx, Top + dy, Right + dx, Bottom + dy);

    /// <summary>True if the straight line between two points passes through the rectangle.</summary>
    public bool IsCrossedBy(double x1, double y1, double x2, double y2)
    {
        // Liang and Barsky's clipping: what remains of the line inside the four edges.
        double from = 0, to = 1;
        return Clip(x1 - x2, x1 - Left, ref from, ref to)
            && Clip(x2 - x1, Right - x1, ref from, ref to)
            && Clip(y1 - y2, y1 - Top, ref from, ref to)
            && Clip(y2 - y1, Bottom - y1, ref from, ref to);
    }

    private static bool Clip(double direction, double distance, ref double from, ref double to)
    {
        if (direction == 0)
            return distance >= 0;
        var at = distance / direction;
        if (direction < 0)
            from = Math.Max(from, at);
        else
            to = Math.Min(to, at);
        return from < to;
    }
}
