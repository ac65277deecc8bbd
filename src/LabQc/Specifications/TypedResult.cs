using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>
/// Says at once, while a result is being entered, that it lies outside what the specification accepts. It is a remark for who
/// types: the verdict is given by the evaluation, which knows the uncertainty and the decision rule.
/// </summary>
public static class TypedResult
{
    /// <summary>Why a result as typed is outside; null where it is inside, cannot be told from the text, or is no result.</summary>
    /// <param name="criterion">What the specification demands.</param>
    /// <param name="text">The result as typed, with its qualifier: <c>&lt;0.05</c>, <c>412</c>, <c>present</c>.</param>
    public static string? Outside(Criterion criterion, string text) => criterion.Attribute.Kind switch
    {
        AttributeKind.Numeric => EnteredResult.TryParseNumeric(text, out var number, out _) ? OutsideLimits(criterion, number) : null,
        AttributeKind.Presence => EnteredResult.TryParsePresence(text, out var found, out _) && criterion.Expected is { } expected && found.Presence != expected
            ? $"the specification expects it to be {expected.Word()}"
            : null,
        _ => criterion.Allowed.Count > 0 && text.Trim().Length > 0 && !criterion.Allowed.Contains(text.Trim(), StringComparer.Ordinal)
            ? $"the specification allows {string.Join(", ", criterion.Allowed)}"
            : null,
    };

    /// <summary>A result's text from its parts, as people choose a qualifier beside the number.</summary>
    /// <param name="qualifier">=, &lt;, &gt;, <c>n.d.</c> or <c>not detected</c>; empty is =.</param>
    /// <param name="value">The value as typed, which may bear its qualifier itself.</param>
    public static string Text(string? qualifier, string? value)
    {
        var typed = (value ?? "").Trim();
        return qualifier?.Trim() switch
        {
            "not detected" or "n.d." when typed.Length == 0 => "not detected",
            "<" or ">" when typed.Length > 0 && typed[0] is not ('<' or '>') => $"{qualifier.Trim()}{typed}",
            _ => typed,
        };
    }

    /// <summary>Whether the chosen qualifier and the value contradict each other.</summary>
    public static bool Contradicts(string? qualifier, string? value)
    {
        var typed = (value ?? "").Trim();
        return qualifier?.Trim() switch
        {
            "not detected" or "n.d." => typed.Length > 0 && !typed.Equals("not detected", StringComparison.OrdinalIgnoreCase),
            "<" => typed.StartsWith('>'),
            ">" => typed.StartsWith('<'),
            _ => false,
        };
    }

    private static string? OutsideLimits(Criterion criterion, EnteredResult result)
    {
        if (result.Number is not { } number || criterion.Limits.AreOpen)
            return null;
        var value = result.Qualifier == Qualifier.Equal && !criterion.Rule.IsGuarded ? Rounding.HalfAwayFromZero(number.Value, criterion.Decimals) : number.Value;
        var isOutside = result.Qualifier switch
        {
            Qualifier.LessThan => criterion.Limits.Lower is { } lower && value <= lower.Value,
            Qualifier.GreaterThan => criterion.Limits.Upper is { } upper && value >= upper.Value,
            _ => !criterion.Limits.Hold(value),
        };
        return isOutside ? $"the specification accepts {criterion.Limits} {UnitOf(criterion)}".TrimEnd() : null;
    }

    private static string UnitOf(Criterion criterion) => criterion.Attribute.Unit == "1" ? "" : criterion.Attribute.Unit;
}
