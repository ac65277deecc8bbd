namespace LabQc.Charts.Drawing;

/// <summary>
/// The classes of a size distribution as densities: per nm on a linear axis, per decade on a logarithmic one,
/// so that equal areas mean equal numbers whatever the widths of the classes.
/// </summary>
internal sealed class SizeCurves(IReadOnlyList<double> edges, bool logarithmic)
{
    public int Classes => Math.Max(0, edges.Count - 1);

    /// <summary>Density in each class; NaN where a logarithmic axis has no place for the class.</summary>
    public IReadOnlyList<double> Densities(IReadOnlyList<double> values) =>
        Enumerable.Range(0, Math.Min(Classes, values.Count)).Select(i => values[i] / Width(i)).ToList();

    /// <summary>A point in the middle of each class.</summary>
    public IReadOnlyList<(double X, double Y)> Line(IReadOnlyList<double> densities) =>
        densities.Select((density, i) => (Centre(i), density)).ToList();

    /// <summary>The outline of the classes as counted.</summary>
    public IReadOnlyList<(double X, double Y)> Steps(IReadOnlyList<double> densities)
    {
        var points = new List<(double X, double Y)>();
        for (var i = 0; i < densities.Count; i++)
        {
            if (!double.IsFinite(densities[i]))
                continue;
            if (points.Count == 0)
                points.Add((edges[i], 0));
            points.Add((edges[i], densities[i]));
            points.Add((edges[i + 1], densities[i]));
        }
        if (points.Count > 0)
            points.Add((points[^1].X, 0));
        return points;
    }

    /// <summary>Height of the line at a diameter, between the middles of two classes.</summary>
    public double HeightAt(double nm, IReadOnlyList<double> densities)
    {
        for (var i = 1; i < densities.Count; i++)
        {
            var (left, right) = (Centre(i - 1), Centre(i));
            if (nm >= left && nm <= right)
                return densities[i - 1] + (densities[i] - densities[i - 1]) * (nm - left) / (right - left);
        }
        return double.NaN;
    }

    /// <summary>The edge below which a share of the amount lies; NaN when there is none.</summary>
    public double EdgeOfShare(double share, IReadOnlyList<double> values)
    {
        var total = values.Where(double.IsFinite).Sum();
        var sum = 0.0;
        for (var i = 0; i < Math.Min(Classes, values.Count) && total > 0; i++)
        {
            sum += double.IsFinite(values[i]) ? values[i] : 0;
            if (sum >= share * total)
                return edges[i + 1];
        }
        return double.NaN;
    }

    /// <summary>Percent of the amount in classes that begin at or above a diameter.</summary>
    public double PercentFrom(double nm, IReadOnlyList<double> values)
    {
        var total = values.Where(double.IsFinite).Sum();
        var above = Enumerable.Range(0, Math.Min(Classes, values.Count))
            .Where(i => edges[i] >= nm && double.IsFinite(values[i]))
            .Sum(i => values[i]);
        return total > 0 ? 100 * above / total : 0;
    }

    private double Width(int i)
    {
        if (!logarithmic)
            return edges[i + 1] - edges[i];
        return edges[i] > 0 ? Math.Log10(edges[i + 1] / edges[i]) : double.NaN;
    }

    private double Centre(int i) =>
        logarithmic ? Math.Sqrt(edges[i] * edges[i + 1]) : (edges[i] + edges[i + 1]) / 2;
}
