using LabQc.Consistency;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Parts;

/// <summary>The distance of a lot from its reference set, from 0, against the limit of that distance.</summary>
public static class DistanceBar
{
    private const double Width = 84;

    /// <summary>The bar of a distance; an empty one where there is no distance.</summary>
    /// <param name="distance">The distance; null where it was not computed.</param>
    /// <param name="limit">What it may reach; null where the reference set gives no limit.</param>
    /// <param name="verdict">What the comparison came to.</param>
    /// <param name="longest">The end of the axis, where several bars of a list share one; null: half as far again as the limit or the distance.</param>
    public static IHtmlContent Of(double? distance, double? limit, ConsistencyVerdict verdict, double? longest = null)
    {
        if (distance is not { } at || !double.IsFinite(at))
            return Bar.Sheet("", Width);
        var axis = BarAxis.To(longest ?? 1.5 * (limit ?? at), Width);
        var look = Look(verdict);
        return Bar.Sheet(
            look, Width,
            Bar.Axis(Width),
            limit is { } most ? Bar.Zone(null, axis.At(most), Width) : null,
            Bar.Mark(look, axis.At(at), Width));
    }

    /// <summary>Distance and limit as text: <c>3.2 / 7.1</c>, or the distance alone.</summary>
    public static IHtmlContent Words(double? distance, double? limit)
    {
        if (distance is not { } at || !double.IsFinite(at))
            return NumberView.NotYet;
        var bound = limit is { } most ? Element.Of("span", " / " + NumberView.Fixed(most, 1)).Classed("u") : null;
        return Element.All(NumberView.Fixed(at, 1), bound);
    }

    private static string Look(ConsistencyVerdict verdict) => verdict switch
    {
        ConsistencyVerdict.InTrend => "",
        ConsistencyVerdict.OutOfTrend => "t",
        _ => "n",
    };
}
