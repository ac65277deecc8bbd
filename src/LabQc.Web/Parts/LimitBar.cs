using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.Units;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LabQc.Web.Parts;

/// <summary>
/// A value between its limits: band is what is accepted, an upright stroke a limit, the whisker the 95 % interval, the mark's
/// shape the verdict. It is hidden from who listens, since its row says all of it in text.
/// </summary>
public static class LimitBar
{
    private const double Width = 132;

    /// <summary>The bar of a criterion; an empty one where there is nothing to draw, such as for presence.</summary>
    public static IHtmlContent Of(CriterionAnswer answer) => Draw(new LimitFigure
    {
        Value = answer.Value.IsNumber ? answer.Value.Value : null,
        Qualifier = answer.Value.Qualifier,
        Lower = answer.Criterion.Limits.Lower?.Number.AsDouble,
        Upper = answer.Criterion.Limits.Upper?.Number.AsDouble,
        Interval = answer.Interval,
        InPowersOfTen = answer.Criterion.Attribute.Scale == AttributeScale.Log10,
        Verdict = answer.Verdict,
    });

    /// <summary>The bar of a figure.</summary>
    public static IHtmlContent Draw(LimitFigure figure)
    {
        if (figure.Lower is null && figure.Upper is null)
            return Bar.Sheet("", Width);
        var axis = BarAxis.Of(figure, Width);
        var value = figure.Value is { } number && double.IsFinite(number) ? figure.Value : null;
        var look = value is null ? "m" : Look(figure.Verdict);
        return Bar.Sheet(
            look, Width,
            Bar.Axis(Width),
            Bar.Zone(figure.Lower is { } lower ? axis.At(lower) : null, figure.Upper is { } upper ? axis.At(upper) : null, Width),
            value is null ? null : Whisker(figure, axis),
            value is { } at ? Bar.Mark(look, axis.At(at), Width) : null);
    }

    private static string Look(CriterionVerdict verdict) => verdict switch
    {
        CriterionVerdict.Conforms => "",
        CriterionVerdict.DoesNotConform => "f",
        CriterionVerdict.Inconclusive => "i",
        CriterionVerdict.Missing => "m",
        _ => "n",
    };

    private static TagBuilder? Whisker(LimitFigure figure, BarAxis axis)
    {
        var at = axis.At(figure.Value!.Value);
        // "< 0.05" may be any value below it: the whisker runs to the edge, without an end.
        if (figure.Qualifier is Qualifier.LessThan or Qualifier.GreaterThan)
            return Bar.Path("iv", $"M{Element.Coordinate(at)} 10H{(figure.Qualifier == Qualifier.LessThan ? "0" : Element.Coordinate(Width))}");
        if (figure.Interval is not { } interval)
            return null;
        var (from, to) = (axis.At(interval.Lower), axis.At(interval.Upper));
        return Bar.Path("iv", $"M{Element.Coordinate(from)} 10H{Element.Coordinate(to)}{End(from)}{End(to)}");
    }

    private static string End(double x) => x is <= 0 or >= Width ? "" : $"M{Element.Coordinate(x)} 7v6";
}

/// <summary>What a limit bar shows, in the unit of its limits.</summary>
public sealed record LimitFigure
{
    /// <summary>The value; null where it is missing.</summary>
    public double? Value { get; init; }

    public Qualifier Qualifier { get; init; }

    public double? Lower { get; init; }

    public double? Upper { get; init; }

    public (double Lower, double Upper)? Interval { get; init; }

    /// <summary>Whether the quantity is compared in powers of ten.</summary>
    public bool InPowersOfTen { get; init; }

    public CriterionVerdict Verdict { get; init; }
}
