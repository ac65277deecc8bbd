using System.Globalization;
using LabQc.Qualification;

namespace LabQc.Cli;

/// <summary>What a qualification came to, for people.</summary>
internal static class QualifyTable
{
    public static void Print(QualificationResult result, TimeSpan elapsed)
    {
        PrintTopics(result.Sets.Where(s => s.Set.Problem is null));
        PrintFailures([.. result.Comparisons.Where(c => c is { Passed: false, Supported: true })]);
        foreach (var missing in result.Comparisons.Where(c => !c.Supported).GroupBy(c => (c.Topic, c.Function)))
            Answer.Lines($"{missing.Key.Topic}.{missing.Key.Function} is unsupported: LabQc has no function of that name ({Whole(missing.Count())} values).");
        Answer.Lines(string.Create(CultureInfo.InvariantCulture,
            $"{result.Passed} of {result.Comparisons.Count()} values agree, {result.Failed} do not, {result.Unsupported} are unsupported. {elapsed.TotalSeconds:0.0} s."));
    }

    private static void PrintTopics(IEnumerable<CaseSetResult> sets)
    {
        var table = Answer.Table("Topic", "From", "Cases", "Keys", "Passed", "Failed", "Unsupported", "Nearest to its tolerance");
        foreach (var (set, comparisons) in sets)
            table.Row(
                set.Topic, set.Source, Whole(set.Cases.Count), Whole(comparisons.Count), Whole(comparisons.Count(c => c.Passed)),
                Whole(comparisons.Count(c => c is { Passed: false, Supported: true })), Whole(comparisons.Count(c => !c.Supported)),
                CaseText.Nearest(comparisons));
        Answer.Out.Write(table);
    }

    private static void PrintFailures(IReadOnlyList<CaseComparison> failures)
    {
        if (failures.Count == 0)
            return;
        var table = Answer.Table("Case", "Key", "Expected", "Computed", "Error", "Tolerance", "");
        foreach (var f in failures)
            table.Row(
                $"{f.Topic}.{f.Function} {f.Name}", f.Key, CaseText.Value(f.Expected), CaseText.Value(f.Computed),
                CaseText.Error(f.RelativeError), CaseText.Tolerance(f.Tolerance), f.Problem);
        Answer.Out.Write(table);
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
