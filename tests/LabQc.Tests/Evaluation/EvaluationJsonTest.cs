using System.Text.Json;
using LabQc.Evaluation;
using LabQc.Units;

namespace LabQc.Tests.Evaluation;

public sealed class EvaluationJsonTest
{
    [Fact]
    public void The_members_of_the_contract_come_first_and_in_its_order()
    {
        var root = Document(TestLot.Of(TestLot.Replicate(percent: 92), TestLot.Replicate(percent: 94)));

        Assert.Equal(
            ["lot", "specification", "verdict", "criteria", "working_range_nm", "specified_range_nm", "visible_range_nm", "counts_below_working_range_percent"],
            root.EnumerateObject().Select(m => m.Name).Take(8));
        Assert.Equal(
            ["attribute", "unit", "value", "qualifier", "lower_limit", "upper_limit", "decision_rule", "interval", "uncertainty", "conformance_probability", "verdict", "reason"],
            root.GetProperty("criteria")[0].EnumerateObject().Select(m => m.Name).Take(12));
        Assert.Equal(["run", "method"], root.GetProperty("criteria")[0].GetProperty("uncertainty").EnumerateObject().Select(m => m.Name).Take(2));
    }

    [Fact]
    public void Values_are_numbers_in_the_document()
    {
        var root = Document(TestLot.Of(TestLot.Replicate(percent: 92), TestLot.Replicate(percent: 94)));
        var criterion = root.GetProperty("criteria")[0];

        Assert.Equal("MSC-EV", root.GetProperty("specification").GetProperty("product").GetString());
        Assert.Equal(1, root.GetProperty("specification").GetProperty("version").GetInt32());
        Assert.Equal("incomplete", root.GetProperty("verdict").GetString());
        Assert.Equal(93, criterion.GetProperty("value").GetDouble());
        Assert.Equal("=", criterion.GetProperty("qualifier").GetString());
        Assert.Equal(70, criterion.GetProperty("lower_limit").GetDouble());
        Assert.Equal(JsonValueKind.Null, criterion.GetProperty("upper_limit").ValueKind);
        Assert.Equal("guarded", criterion.GetProperty("decision_rule").GetString());
        Assert.Equal(2, criterion.GetProperty("interval").GetArrayLength());
        Assert.Equal(3, criterion.GetProperty("uncertainty").GetProperty("method").GetDouble());
        Assert.InRange(criterion.GetProperty("conformance_probability").GetDouble(), 0.95, 1);
        Assert.Equal("[30,150]", root.GetProperty("specified_range_nm").GetRawText());
        Assert.Equal(2, root.GetProperty("counts_below_working_range_percent").GetDouble());
    }

    [Fact]
    public void What_is_not_there_or_not_a_number_is_null()
    {
        var criteria = Document(TestLot.Of(TestLot.Replicate(double.NaN, percent: double.NaN))).GetProperty("criteria");

        Assert.Equal(JsonValueKind.Null, criteria[0].GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, criteria[0].GetProperty("interval").ValueKind);
        Assert.Equal(JsonValueKind.Null, criteria[0].GetProperty("uncertainty").GetProperty("run").ValueKind);
        Assert.Equal(JsonValueKind.Null, criteria[0].GetProperty("conformance_probability").ValueKind);
        Assert.Equal("inconclusive", criteria[0].GetProperty("verdict").GetString());
        Assert.Equal("missing", criteria[1].GetProperty("verdict").GetString());
    }

    [Fact]
    public void The_text_is_snake_case_with_its_signs_as_they_are()
    {
        var text = EvaluationJson.Text(Answer(TestLot.Assayed("identity.cd9", "Not detected")));

        Assert.Contains("\"entered\":\"Not detected\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", text, StringComparison.Ordinal);
        Assert.All(Names(JsonDocument.Parse(text).RootElement), name => Assert.Matches("^[a-z_]+$", name));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Names(m.Value).Prepend(m.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    private static JsonElement Document(LotEvidence evidence) => JsonDocument.Parse(EvaluationJson.Text(Answer(evidence))).RootElement;

    private static EvaluationAnswer Answer(LotEvidence evidence) => Evaluate.Lot(
        evidence,
        TestLot.Specification(
            TestLot.Guarded("size.percent_in_range", "70.0"),
            TestLot.Criterion("identity.cd9") with { Expected = Presence.Present }),
        TestLot.Methods);
}
