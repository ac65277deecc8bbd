using System.Globalization;
using System.Text.RegularExpressions;

namespace LabQc.Units;

/// <summary>
/// A number as a person or a file wrote it, and its exact decimal value. The text is kept to the letter: <c>70.0</c> and
/// <c>70</c> are equal values and different statements.
/// </summary>
/// <remarks>
/// Accepted: an optional sign, digits with at most one decimal point, an optional power of ten (<c>1.79e10</c>). Refused:
/// decimal commas and every thousands separator, which mean different numbers in different countries; more than 28 significant
/// digits or decimal places, or a magnitude of 10^28 and above, which <see cref="decimal"/> would not hold exactly.
/// </remarks>
public sealed partial record EnteredNumber
{
    private const int MostDigits = 28;

    private EnteredNumber(string text, decimal value, int decimals)
    {
        Text = text;
        Value = value;
        Decimals = decimals;
    }

    /// <summary>The text as entered, without the white space around it.</summary>
    public string Text { get; }

    /// <summary>The exact value of <see cref="Text"/>.</summary>
    public decimal Value { get; }

    /// <summary>Decimal places that the text states: 1 for <c>70.0</c>, 0 for <c>1.79e10</c>, 3 for <c>1.50e-1</c>.</summary>
    public int Decimals { get; }

    /// <summary>The value in double precision, for arithmetic with measured values.</summary>
    public double AsDouble => (double)Value;

    /// <summary>Reads a text; on failure <paramref name="problem"/> says what is wrong and what to write instead.</summary>
    public static bool TryParse(string? text, out EnteredNumber number, out string problem)
    {
        number = null!;
        var trimmed = (text ?? "").Trim();
        var form = NumberForm().Match(trimmed.Replace('\u2212', '-'));
        problem = form.Success ? RangeProblem(trimmed, form) : FormProblem(trimmed);
        if (problem.Length > 0)
            return false;
        var value = decimal.Parse(form.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        number = new EnteredNumber(trimmed, value, StatedDecimals(form));
        return true;
    }

    /// <summary>Reads a text that is known to be a number.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static EnteredNumber Parse(string text) =>
        TryParse(text, out var number, out var problem) ? number : throw new FormatException(problem);

    public override string ToString() => Text;

    private static int StatedDecimals(Match form) => Math.Max(0, form.Groups["fraction"].Length - Exponent(form));

    // An exponent of five digits or more is out of range whatever its value, so it need not be read exactly.
    private static int Exponent(Match form)
    {
        var text = form.Groups["exponent"].Value;
        if (text.Length == 0)
            return 0;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? Math.Clamp(exponent, -99_999, 99_999)
            : text[0] == '-' ? -99_999 : 99_999;
    }

    private static string RangeProblem(string text, Match form)
    {
        var fraction = form.Groups["fraction"].Value;
        var digits = (form.Groups["whole"].Value + fraction).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
            return StatedDecimals(form) > MostDigits ? $"\"{text}\" has more than {MostDigits} decimal places." : "";
        var exponent = Exponent(form) - fraction.Length;
        var places = -(exponent + digits.Length - significant.Length);
        if (significant.Length > MostDigits || places > MostDigits || StatedDecimals(form) > MostDigits)
            return $"\"{text}\" has more than {MostDigits} digits or decimal places; write the digits that were measured.";
        return digits.Length + exponent > MostDigits ? $"\"{text}\" is 10^{MostDigits} or more." : "";
    }

    private static string FormProblem(string text)
    {
        if (text.Length == 0)
            return "there is no number.";
        if (text.Contains(',', StringComparison.Ordinal))
            return $"\"{text}\" has a comma: write a decimal point and no thousands separators, as in 1234.5.";
        if (Separated().IsMatch(text))
            return $"\"{text}\" has a thousands separator: write the digits without it, as in 1234.5.";
        if (text.Contains('×', StringComparison.Ordinal) || text.Contains('^', StringComparison.Ordinal))
            return $"\"{text}\" is no plain number: write powers of ten as 1.79e10.";
        if (NumberThenWords().IsMatch(text))
            return $"\"{text}\" is more than a number: write the number alone, its unit has a place of its own.";
        return $"\"{text}\" is no number: write digits with a decimal point, as in 1234.5 or 1.79e10.";
    }

    [GeneratedRegex(@"^[+-]?(?=\.?[0-9])(?<whole>[0-9]*)(\.(?<fraction>[0-9]*))?([eE](?<exponent>[+-]?[0-9]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^[+-]?[0-9]+([ '’_\u00A0\u2009\u202F]?[0-9]+)*(\.[0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Separated();

    [GeneratedRegex(@"^[+-]?[0-9.]+\s*[%\p{L}]", RegexOptions.CultureInvariant)]
    private static partial Regex NumberThenWords();
}
