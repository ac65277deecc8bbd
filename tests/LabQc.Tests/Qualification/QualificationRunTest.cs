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

    [Fact]
    public void A_list_that_is_longer_than_expected_fails_at_each_surplus_item()
    {
        var result = QualificationRun.Run(
            [OwnCases.Read("own", """{"cases": [{"name": "a", "function": "hits", "expected": {"hits": [2], "none": []}, "rtol": 0}]}""")],
            new Dictionary<string, CaseFunction> { ["hits"] = _ => new CaseAnswer { { "hits", new[] { 2, 7 } }, { "none", new[] { 4 } } } });

        Assert.Equal([("hits[0]", true), ("hits[1]", false), ("none[0]", false)], result.Comparisons.Select(c => (c.Key, c.Passed)));
    }

    [Fact]
    public void Nothing_but_empty_lists_is_unsupported_too_where_no_function_answers()
    {
        var result = QualificationRun.Run(
            [OwnCases.Read("own", """{"cases": [{"name": "a", "function": "unheard_of", "expected": {"none": []}, "rtol": 0}]}""")], Functions);

        Assert.Equal((0, 0, 1), (result.Passed, result.Failed, result.Unsupported));
    }

    [Theory]
    [InlineData("{", "own.json")]
    [InlineData("""{"cases": []}""", "holds no case")]
    [InlineData("""{"cases": [{"name": "a", "function": "sum", "rtol": 0}]}""", "lacks \"expected\"")]
    [InlineData("""{"cases": [{"name": "a", "function": "sum", "expected": {}, "rtol": 0}]}""", "expects nothing")]
    [InlineData("""{"cases": [{"name": "a", "function": "sum", "expected": {"sum": 1}, "rtol": "small"}]}""", "")]
    [InlineData("""{"cases": [{"name": "a", "function": "sum", "expected": [1], "rtol": 0}]}""", "")]
    [InlineData("""{"cases": {"name": "a"}}""", "")]
    [InlineData("[1]", "cases")]
    public void A_broken_file_says_what_is_wrong_and_hides_no_other(string json, string words)
    {
        var result = QualificationRun.Run([OwnCases.Read("own", json), OwnCases.Read("good", Good)], Functions);

        var broken = Assert.Single(result.Broken);
        Assert.Contains(words, $"{broken.Source}: {broken.Problem}", StringComparison.Ordinal);
        Assert.Equal(1, result.Passed);
        Assert.False(result.Ok);
    }

    [Fact]
    public void A_progress_bar_hears_of_each_case_in_turn()
    {
        var heard = new List<int>();

        QualificationRun.Run([OwnCases.Read("own", Cases)], Functions, new Listener(heard));

        Assert.Equal([1, 2], heard);
    }

    private const string Good = """{"cases": [{"name": "a", "function": "sum", "data": {"values": [1, 2]}, "expected": {"sum": 3}, "rtol": 0}]}""";

    private sealed class Listener(List<int> heard) : IProgress<int>
    {
        public void Report(int value) => heard.Add(value);
    }

    private static IReadOnlyList<CaseComparison> Run()
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(Cases));
        return QualificationRun.Compare(ReferenceCase.Read("own", json, _ => Stream.Null), Functions);
    }
}
