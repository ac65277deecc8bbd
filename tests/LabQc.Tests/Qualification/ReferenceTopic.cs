using System.Globalization;
using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

/// <summary>Holds functions against a topic of the reference statistics.</summary>
internal static class ReferenceTopic
{
    /// <summary>Runs the topic's cases (all, or those of one function) and fails with the first keys that do not hold.</summary>
    public static void Holds(string topic, IReadOnlyDictionary<string, CaseFunction> functions, string? onlyFunction = null)
    {
        var file = Reference.PathOf("statistics", topic + ".json");
        using var json = File.OpenRead(file);
        var cases = ReferenceCase.Read(topic, json, name => File.OpenRead(Path.Combine(Path.GetDirectoryName(file)!, name)))
            .Where(c => onlyFunction is null || c.Function == onlyFunction);

        var comparisons = QualificationRun.Compare(cases, functions);

        Assert.NotEmpty(comparisons);
        var failed = comparisons.Where(c => !c.Passed).ToList();
        Assert.True(failed.Count == 0, $"{failed.Count} of {comparisons.Count} keys fail:\n" + string.Join('\n', failed.Take(40).Select(Describe)));
    }

    private static string Describe(CaseComparison c) => string.Create(CultureInfo.InvariantCulture,
        $"{c.Topic}.{c.Function} {c.Name} {c.Key}: expected {c.Expected ?? "null"}, computed {c.Computed ?? "null"}, error {c.RelativeError:g3}, rtol {c.Tolerance.Rtol:g3} {(c.Supported ? c.Problem : "(unsupported)")}");
}
