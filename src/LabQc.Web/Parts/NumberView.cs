using System.Globalization;
using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Units;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Parts;

/// <summary>
/// Numbers as pages print them: a narrow space between thousands, a true minus, 1.79×10¹⁰, a space that does not break before a
/// unit. What is rounded how is decided by <see cref="NumberText"/>; here it is only set.
/// </summary>
public static class NumberView
{
    private const char Narrow = '\u202F';
    private const char Kept = '\u00A0';
    private const char Minus = '\u2212';

    /// <summary>The mark of what has no value yet, and may have one later.</summary>
    public static IHtmlContent NotYet { get; } = Element.Of(
        "span", Element.Of("span", "–").With("aria-hidden", "true"), Element.Of("span", "not yet").Classed("sr")).Classed("muted");

    /// <summary>48 217.</summary>
    public static string Count(long value) => Set(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>With so many decimals, rounded half away from zero.</summary>
    public static string Fixed(double value, int decimals) => Set(NumberText.Fixed(value, decimals));

    /// <summary>1.79×10¹⁰.</summary>
    public static string Power(double value) => Set(NumberText.PowersOfTen(value));

    /// <summary>+1.8, −2.5, 0.0: differences and z.</summary>
    public static string Difference(double value, int decimals)
    {
        var text = Fixed(value, decimals);
        return value > 0 && text.Any(c => c is >= '1' and <= '9') ? "+" + text : text;
    }

    /// <summary>A probability with three decimals; beyond them "> 0.999" and "&lt; 0.001"; nothing where it is unknown.</summary>
    public static string Probability(double? value) => value switch
    {
        null => "",
        > 0.999 => ">" + Kept + "0.999",
        < 0.001 => "<" + Kept + "0.001",
        { } p => Fixed(p, 3),
    };

    /// <summary>A value of an attribute, without its unit.</summary>
    public static string Of(LabAttribute attribute, double value) => Set(attribute.Display(value));

    /// <summary>97.1 to 105.3; nothing where it is unknown.</summary>
    public static string Interval(LabAttribute attribute, (double Lower, double Upper)? interval) =>
        interval is { } known ? $"{Of(attribute, known.Lower)} to {Of(attribute, known.Upper)}" : "";

    /// <summary>What a criterion asks for: 30 to 150, ≥ 80, present, no limit; without its unit.</summary>
    public static string Limits(Criterion criterion)
    {
        if (criterion.Expected is { } expected)
            return expected.Word();
        if (criterion.Allowed.Count > 0)
            return string.Join(" or ", criterion.Allowed);
        return (criterion.Limits.Lower, criterion.Limits.Upper) switch
        {
            (null, null) => "no limit",
            ({ } lower, null) => Above(criterion, lower),
            (null, { } upper) => Below(criterion, upper),
            ({ Inclusive: true } lower, { Inclusive: true } upper) => $"{Bound(criterion, lower)} to {Bound(criterion, upper)}",
            ({ } lower, { } upper) => $"{Above(criterion, lower)} and {Below(criterion, upper)}",
        };
    }

    /// <summary>The reportable value of a criterion with its qualifier and unit, as &lt;b&gt;101.2&lt;/b&gt; nm; the mark of "not yet" where there is none.</summary>
    public static IHtmlContent Value(CriterionAnswer answer)
    {
        var (value, attribute) = (answer.Value, answer.Criterion.Attribute);
        if (value.Entered is { } entered && (value.Value is null || value.Qualifier == Qualifier.NotDetected))
            return Element.Of("b", entered.Text);
        if (value.Value is not { } number || !double.IsFinite(number))
            return NotYet;
        var digits = value.Entered?.Number is { } typed && attribute.Scale != AttributeScale.Log10 ? Typed(typed) : Of(attribute, number);
        return WithUnit(Qualified(value.Qualifier) + digits, attribute.Unit, strong: true);
    }

    /// <summary>A number as text with its unit in grey behind it.</summary>
    public static IHtmlContent WithUnit(string number, string unit, bool strong = false)
    {
        var shown = Unit(unit);
        object text = strong ? Element.Of("b", number) : number;
        return shown.Length == 0
            ? Element.All(text)
            : Element.All(text, Kept.ToString(), Element.Of("span", shown).Classed("u"));
    }

    /// <summary>A unit as it is printed: nothing for a ratio, /µg for 1/µg, /mL for particles/mL, 10⁶ for 10^6.</summary>
    public static string Unit(string unit) => unit switch
    {
        "1" => "",
        _ when unit.StartsWith("1/", StringComparison.Ordinal) => unit[1..],
        _ when unit.StartsWith("particles/", StringComparison.Ordinal) => unit["particles".Length..].Replace("10^6", "10⁶", StringComparison.Ordinal),
        _ => unit.Replace("10^6", "10⁶", StringComparison.Ordinal),
    };

    /// <summary>A text of digits as it is printed, such as a number that somebody typed.</summary>
    public static string Set(string number)
    {
        var text = number.Replace(" × ", "×", StringComparison.Ordinal);
        var sign = text.StartsWith('-') ? Minus.ToString() : "";
        return sign + Grouped(text[(text.StartsWith('-') ? 1 : 0)..]);
    }

    private static string Typed(EnteredNumber number) => number.Text.Contains('e', StringComparison.OrdinalIgnoreCase) ? Power(number.AsDouble) : Set(number.Text);

    private static string Bound(Criterion criterion, Limit limit) =>
        criterion.Attribute.Scale == AttributeScale.Log10 ? Power(limit.Number.AsDouble) : Typed(limit.Number);

    private static string Above(Criterion criterion, Limit limit) => (limit.Inclusive ? "≥" : ">") + Kept + Bound(criterion, limit);

    private static string Below(Criterion criterion, Limit limit) => (limit.Inclusive ? "≤" : "<") + Kept + Bound(criterion, limit);

    private static string Qualified(Qualifier qualifier) => qualifier switch
    {
        Qualifier.LessThan => "<" + Kept,
        Qualifier.GreaterThan => ">" + Kept,
        _ => "",
    };

    private static string Grouped(string digits)
    {
        var whole = digits.TakeWhile(char.IsAsciiDigit).Count();
        var text = digits;
        for (var at = whole - 3; at > 0; at -= 3)
            text = text.Insert(at, Narrow.ToString());
        return text;
    }
}
