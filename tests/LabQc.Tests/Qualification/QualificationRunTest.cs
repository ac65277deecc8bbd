using System.Text;
using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class QualificationRunTest
{
    private const string Cases =
        """
        {"topic": "own", "cases": [
          {"name": "a", "function": "sum", "data": {"values": [1, 2]}, "parameters": {},
           "expected": {"sum": 3.0000001, "list": [1, {"x": null}], "word": "three"}, "rtol": 0, "rtol_by_key": {"sum": 1e-6}},
          {"name": "b", "function": "unheard_of", "expected": {"y": 1}, "rtol": 0}]}
        """;

    private static readonly Dictionary<string, CaseFunction> Functions = new()
    {
        ["sum"] = input => new CaseAnswer
        {
            { "sum", input.Numbers("values").Sum() },
            { "list", new object?[] { 1, new CaseAnswer { { "x", null } } } },
            { "word", "tree" },
        },
    };

    [Fact]
    public void Each_flattened_key_is_one_comparison_and_a_wrong_word_fails()
    {
        var comparisons = Run();

        Assert.Equal(["sum", "list[0]", "list[1].x", "word", "y"], comparisons.Select(c => c.Key));
        Assert.Equal([true, true, true, false, false], comparisons.Select(c => c.Passed));
    }

    [Fact]
    public void A_case_whose_function_is_unknown_is_unsupported() =>
        Assert.Equal(["y"], Run().Where(c => !c.Supported).Select(c => c.Key));

    [Fact]
    public void A_NaN_never_agrees() =>
        Assert.False(new CaseTolerance(1, 1).Holds(double.NaN, double.NaN));

    private static IReadOnlyList<CaseComparison> Run()
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(Cases));
        return QualificationRun.Compare(ReferenceCase.Read("own", json, _ => Stream.Null), Functions);
    }
}
