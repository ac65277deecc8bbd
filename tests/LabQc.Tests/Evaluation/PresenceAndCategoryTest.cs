using LabQc.Evaluation;
using LabQc.Units;

namespace LabQc.Tests.Evaluation;

public sealed class PresenceAndCategoryTest
{
    [Theory]
    [InlineData("identity.cd9", Presence.Present, "present", CriterionVerdict.Conforms)]
    [InlineData("identity.cd9", Presence.Present, "absent", CriterionVerdict.DoesNotConform)]
    [InlineData("identity.cd9", Presence.Present, "not detected", CriterionVerdict.DoesNotConform)]
    [InlineData("identity.gm130", Presence.Absent, "not detected", CriterionVerdict.Conforms)]
    [InlineData("safety.sterility", Presence.Absent, "no growth", CriterionVerdict.Conforms)]
    [InlineData("safety.sterility", Presence.Absent, "growth", CriterionVerdict.DoesNotConform)]
    [InlineData("safety.mycoplasma", Presence.Absent, "positive", CriterionVerdict.DoesNotConform)]
    public void What_is_expected_must_be_found(string attribute, Presence expected, string result, CriterionVerdict verdict) =>
        Assert.Equal(verdict, TestLot.Judge(TestLot.Assayed(attribute, result), TestLot.Criterion(attribute) with { Expected = expected }).Verdict);

    [Fact]
    public void Without_a_result_the_criterion_is_missing()
    {
        var answer = TestLot.Judge(TestLot.With(), TestLot.Criterion("identity.cd9") with { Expected = Presence.Present });

        Assert.Equal(CriterionVerdict.Missing, answer.Verdict);
        Assert.Equal("missing: there is no result of identity.cd9", answer.Reason);
    }

    [Theory]
    [InlineData("clear", CriterionVerdict.Conforms)]
    [InlineData("Opalescent", CriterionVerdict.Conforms)]
    [InlineData("turbid", CriterionVerdict.DoesNotConform)]
    public void A_category_must_be_an_allowed_one(string result, CriterionVerdict verdict)
    {
        var criterion = TestLot.Criterion("identity.appearance") with { Allowed = ["clear", "opalescent"] };

        Assert.Equal(verdict, TestLot.Judge(TestLot.Assayed("identity.appearance", result), criterion).Verdict);
    }

    [Fact]
    public void A_number_where_presence_is_judged_is_inconclusive()
    {
        Assert.True(EnteredResult.TryParseNumeric("12", out var number, out _));
        var evidence = TestLot.With() with { Assays = [new AssayEvidence { Attribute = "identity.cd9", Result = number, Unit = "" }] };

        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(evidence, TestLot.Criterion("identity.cd9") with { Expected = Presence.Present }).Verdict);
    }
}
