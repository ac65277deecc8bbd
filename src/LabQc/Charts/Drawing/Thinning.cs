namespace LabQc.Charts.Drawing;

/// <summary>
/// Leaves out points of a line that lie within a distance of the straight line between those that are kept,
/// such as the flat tail of a distribution (Ramer 1972, Douglas and Peucker 1973).
/// </summary>
internal static class Thinning
{
    /// <summary>Whether each point is kept: the first and the last always are.</summary>
    public static bool[] Kept(IReadOnlyList<(double X, double Y)> pixels, double distance)
    {
        var kept = new bool[pixels.Count];
        if (pixels.Count == 0)
            return kept;
        kept[0] = kept[^1] = true;
        var open = new Stack<(int First, int Last)>([(0, pixels.Count - 1)]);
        while (open.TryPop(out var part))
        {
            var far = Furthest(pixels, part.First, part.Last, distance);
            if (far < 0)
                continue;
            kept[far] = true;
            open.Push((part.First, far));
            open.Push((far, part.Last));
        }
        return kept;
    }

    public static IReadOnlyList<(double X, double Y)> Of(IReadOnlyList<(double X, double Y)> pixels, double distance)
    {
        var kept = Kept(pixels, distance);
        return pixels.Where((_, i) => kept[i]).ToList();
    }

    /// <summary>The point furthest from the line between two others; -1 when none is that far.</summary>
    private static int Furthest(IReadOnlyList<(double X, double Y)> pixels, int first, int last, double distance)
    {
        var (from, to) = (pixels[first], pixels[last]);
        var length = Math.Max(1e-9, Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2)));
        var far = -1;
        for (var i = first + 1; i < last; i++)
        {
            var off = Math.Abs((to.X - from.X) * (pixels[i].Y - from.Y) - (pixels[i].X - from.X) * (to.Y - from.Y)) / length;
            if (off > distance)
                (far, distance) = (i, off);
        }
        return far;
    }
}
