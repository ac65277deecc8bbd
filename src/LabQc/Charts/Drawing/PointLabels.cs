using SkiaSharp;

namespace LabQc.Charts.Drawing;

/// <summary>
/// Places the names of points by measurement: eight directions and growing distances, never over another name or a mark,
/// never where a leader would cross a name. Where the area is full the mark stays without a name.
/// </summary>
internal sealed class PointLabels(Sheet sheet, Box area)
{
    private static readonly (int X, int Y)[] UpLeftFirst = [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)];

    /// <summary>How far a name may move to stay out of a shaded zone.</summary>
    private static readonly double[] NearBy = [9, 14, 22, 32, 44, 58, 74];

    private static readonly double[] Distances = [9, 14, 22, 32, 44, 58, 74, 92, 112, 134];

    private readonly List<Box> _marks = [];
    private readonly List<Box> _zones = [];
    private readonly List<(double X1, double Y1, double X2, double Y2)> _lines = [];
    private readonly List<(double X1, double Y1, double X2, double Y2)> _leaders = [];

    /// <summary>No name covers this.</summary>
    public void AvoidMark(Box box) => _marks.Add(box);

    /// <summary>No name stands here while there is room elsewhere.</summary>
    public void AvoidZone(Box box) => _zones.Add(box);

    /// <summary>No name is crossed by this line while there is room elsewhere.</summary>
    public void AvoidLine(IReadOnlyList<(double X, double Y)> points)
    {
        for (var i = 1; i < points.Count; i++)
            _lines.Add((points[i - 1].X, points[i - 1].Y, points[i].X, points[i].Y));
    }

    /// <summary>Names a point, with a leader where the name stands off. False where there is no room.</summary>
    public bool Place(string text, double x, double y, TextStyle style, IReadOnlyList<(int X, int Y)>? directions = null)
    {
        var tried = directions ?? UpLeftFirst;
        return Place(text, x, y, style, tried, NearBy, b => Free(b) && !_zones.Exists(z => z.Overlaps(b)) && !IsCrossed(b))
            || Place(text, x, y, style, tried, Distances, b => Free(b) && !IsCrossed(b))
            || Place(text, x, y, style, tried, Distances, Free);
    }

    private bool Place(string text, double x, double y, TextStyle style, IReadOnlyList<(int X, int Y)> directions, double[] distances, Predicate<Box> accepts)
    {
        foreach (var distance in distances)
        {
            foreach (var (dx, dy) in directions)
            {
                var (box, atX, atY, anchor) = Candidate(text, x, y, style, distance, dx, dy);
                var leader = LeaderOf(box, x, y, distance);
                if (!area.Holds(box) || !accepts(box) || CrossesName(leader, box))
                    continue;
                if (leader is { } line)
                    DrawLeader(line, style.Colour);
                sheet.TextOnGround(text, atX, atY, anchor, style);
                return true;
            }
        }
        return false;
    }

    /// <summary>Where a name would stand; one that would leave the area sideways is moved back into it.</summary>
    private (Box Box, double X, double Y, Anchor Anchor) Candidate(
        string text, double x, double y, TextStyle style, double distance, int dx, int dy)
    {
        var anchor = dx < 0 ? Anchor.End : dx > 0 ? Anchor.Start : Anchor.Middle;
        var atX = x + dx * distance;
        var atY = y + dy * (distance + (dx == 0 ? 4 : 0));
        var box = sheet.Measure(text, atX, atY, anchor, style);
        var move = dy == 0 ? 0 : Math.Min(0, area.Right - box.Right) + Math.Max(0, area.Left - box.Left);
        return (box.Moved(move, 0), atX + move, atY, anchor);
    }

    /// <summary>From the nearest point of the name's box to the mark; none where the name stands next to it.</summary>
    private static (double X1, double Y1, double X2, double Y2)? LeaderOf(Box box, double x, double y, double distance)
    {
        if (distance < 16)
            return null;
        var fromX = Math.Clamp(x, box.Left, box.Right);
        var fromY = y > box.Bottom ? box.Bottom + 1 : y < box.Top ? box.Top - 1 : y;
        var length = Math.Sqrt((x - fromX) * (x - fromX) + (y - fromY) * (y - fromY));
        if (length < 12)
            return null;
        var share = (length - 8) / length;
        return (fromX, fromY, fromX + (x - fromX) * share, fromY + (y - fromY) * share);
    }

    private bool Free(Box box) =>
        sheet.IsFree(box.Grown(3))
        && !_marks.Exists(mark => mark.Overlaps(box.Grown(1)))
        && !_leaders.Exists(l => box.Grown(1).IsCrossedBy(l.X1, l.Y1, l.X2, l.Y2));

    private bool IsCrossed(Box box) => _lines.Exists(l => box.IsCrossedBy(l.X1, l.Y1, l.X2, l.Y2));

    private bool CrossesName((double X1, double Y1, double X2, double Y2)? leader, Box own) =>
        leader is { } l && sheet.Labels.Any(name => name.Box != own && name.Box.IsCrossedBy(l.X1, l.Y1, l.X2, l.Y2));

    private void DrawLeader((double X1, double Y1, double X2, double Y2) leader, SKColor colour)
    {
        _leaders.Add(leader);
        sheet.Line(leader.X1, leader.Y1, leader.X2, leader.Y2, colour, 0.8);
    }
}
