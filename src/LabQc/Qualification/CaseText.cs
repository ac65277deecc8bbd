using System.Globalization;

namespace LabQc.Qualification;

/// <summary>The parts of a comparison as text, for tables and reports.</summary>
public static class CaseText
{
    /// <summary>An expected or computed value: numbers in their shortest form that reads back the same, "null" for undefined.</summary>
    public static string Value(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>A tolerance; "exact" where both parts are 0.</summary>
    public static string Tolerance(CaseTolerance tolerance) => tolerance switch
    {
        { Rtol: 0, Atol: 0 } => "exact",
        { Atol: 0 } => Short(tolerance.Rtol),
        _ => $"{Short(tolerance.Rtol)} or {Short(tolerance.Atol)} absolute",
    };

    /// <summary>A relative error with two digits; empty where there is none.</summary>
    public static string Error(double? error) => error is { } e ? e == 0 ? "0" : e.ToString("0.0e-0", CultureInfo.InvariantCulture) : "";

    /// <summary>What came of a comparison, in one word.</summary>
    public static string Result(CaseComparison comparison) =>
        comparison.Passed ? "passed" : comparison.Supported ? "failed" : "unsupported";

    /// <summary>The largest share of its tolerance that a number took up, as "error of tolerance"; "exact" where no number differs.</summary>
    public static string Nearest(IEnumerable<CaseComparison> comparisons) =>
        comparisons.Where(c => c is { RelativeError: > 0, Tolerance.Rtol: > 0 }).MaxBy(c => c.RelativeError / c.Tolerance.Rtol) is { } worst
            ? $"{Error(worst.RelativeError)} of {Tolerance(worst.Tolerance)}"
            : "exact";

    private static string Short(double number) => number.ToString("0.##e-0", CultureInfo.InvariantCulture);
}
