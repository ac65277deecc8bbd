using System.Globalization;
using LabQc.Qualification;

namespace LabQc.Cli;

/// <summary>What a qualification came to, for people.</summary>
internal static class QualifyTable
{
    public static void Print(QualificationResult result, TimeSpan elapsed)
    {
        var table = Answer.Table("Topic", "From", "Cases", "Keys", "Passed", "Failed", "Unsupported", "Nearest to its tolerance");
        foreach (var (set, comparisons) in result.Sets.Where(s => s.Set.Problem is null))
            table.Row(
                set.Topic, set.Source, Whole(set.Cases.Count), Whole(comparisons.Count), Whole(comparisons.Count(c => c.Passed)),
                Whole(comparisons.Count(c => c is { Passed: false, Supported: true })), Whole(comparisons.Count(c => !c.Supported)),
                Worst(comparisons));
        Answer.Out.Write(table);
        PrintFailures([.. result.Comparisons.Where(c => !c.Passed)]);
        Answer.Lines(Invariant($"{result.Passed} of {result.Comparisons.Count()} values agree, {result.Failed} do not, {result.Unsupported} are unsupported. {elapsed.TotalSeconds:0.0} s."));
    }

    private static void PrintFailures(IReadOnlyList<CaseComparison> failures)
    {
        if (failures.Count == 0)
            return;
        var table = Answer.Table("Case", "Key", "Expected", "Computed", "Error", "Tolerance", "");
        foreach (var f in failures)
            table.Row(
                $"{f.Topic}.{f.Function} {f.Name}", f.Key, Text(f.Expected), f.Supported ? Text(f.Computed) : "unsupported",
                Error(f.RelativeError), Text(f.Tolerance), f.Problem);
        Answer.Out.Write(table);
    }

    /// <summary>The key that used up most of its tolerance.</summary>
    private static string Worst(IReadOnlyList<CaseComparison> comparisons) =>
        comparisons.Where(c => c is { RelativeError: > 0, Tolerance.Rtol: > 0 }).MaxBy(c => c.RelativeError / c.Tolerance.Rtol) is { } worst
            ? $"{Error(worst.RelativeError)} of {Text(worst.Tolerance)}"
            : "exact";

    private static string Text(CaseTolerance tolerance) => tolerance switch
    {
        { Rtol: 0, Atol: 0 } => "exact",
        { Atol: 0 } => Invariant($"{tolerance.Rtol:0.##e-0}"),
        _ => Invariant($"{tolerance.Rtol:0.##e-0} or {tolerance.Atol:0.##e-0} absolute"),
    };

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Error(double? error) => error is { } e ? Invariant($"{e:0.0e-0}") : "";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
