using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Web.Tests.Parts;

/// <summary>Criteria with their answers, invented.</summary>
internal static class CriterionSamples
{
    public static LabAttribute Attribute(string code) =>
        AttributeCatalogue.BuiltIn.First(a => a.Code == code);

    public static AcceptanceLimits Limits(string? lower = null, string? upper = null, bool inclusive = true) =>
        new(
            lower is null ? null : new Limit(EnteredNumber.Parse(lower), inclusive),
            upper is null ? null : new Limit(EnteredNumber.Parse(upper), inclusive));

    public static Criterion Criterion(string attribute, AcceptanceLimits? limits = null, Presence? expected = null) => new()
    {
        Attribute = Attribute(attribute),
        Limits = limits ?? AcceptanceLimits.None,
        Expected = expected,
    };

    public static CriterionAnswer Answer(
        Criterion criterion,
        ReportableValue value,
        CriterionVerdict verdict = CriterionVerdict.Conforms,
        (double Lower, double Upper)? interval = null,
        double? probability = null) => new()
        {
            Criterion = criterion,
            Verdict = verdict,
            Reason = "",
            Value = value,
            Uncertainty = Uncertainty.Unknown,
            Interval = interval,
            ConformanceProbability = probability,
        };

    public static ReportableValue Number(double value) => new() { Value = value };

    public static ReportableValue Typed(string text)
    {
        Assert.True(EnteredResult.TryParseNumeric(text, out var result, out var problem), problem);
        return new ReportableValue { Value = result.Number?.AsDouble, Qualifier = result.Qualifier, Entered = result };
    }

    public static ReportableValue Found(string text)
    {
        Assert.True(EnteredResult.TryParsePresence(text, out var result, out var problem), problem);
        return new ReportableValue { Entered = result };
    }

    /// <summary>A lot with every kind of criterion and of verdict.</summary>
    public static IReadOnlyList<CriterionAnswer> Lot { get; } =
    [
        Answer(Criterion("size.d50", Limits("30", "150")), Number(101.23), CriterionVerdict.Conforms, (97.1, 105.3), 0.99999),
        Answer(Criterion("size.percent_in_range", Limits("80")), Number(81.2), CriterionVerdict.Inconclusive, (79.6, 82.8), 0.922),
        Answer(Criterion("size.d90", Limits(null, "250")), Number(177.8), CriterionVerdict.Conforms, (166.8, 188.8), 0.99999),
        Answer(Criterion("yield.particles_per_ml", Limits("1.00e10")), Number(1.79e10), CriterionVerdict.Conforms, (1.50e10, 2.08e10), 0.99999),
        Answer(Criterion("assay.protein"), Typed("2.08"), CriterionVerdict.Reported, (1.94, 2.22)),
        Answer(Criterion("purity.particles_per_ug_protein", Limits("3e9")), Number(1.1e9), CriterionVerdict.DoesNotConform, (0.9e9, 1.3e9), 0.0001),
        Answer(Criterion("identity.cd9", expected: Presence.Present), Found("detected")),
        Answer(Criterion("identity.calnexin", expected: Presence.Absent), Found("not detected")),
        Answer(Criterion("safety.endotoxin", Limits(null, "0.25", inclusive: false)), Typed("<0.05")),
        Answer(Criterion("safety.sterility", expected: Presence.Absent), ReportableValue.Missing("there is no result"), CriterionVerdict.Missing),
    ];

    public static EvaluationAnswer Evaluation { get; } = new()
    {
        Lot = "EXO-2026-0042",
        Product = "MSC-EV",
        SpecificationVersion = 3,
        Verdict = LotVerdict.DoesNotConform,
        Criteria = Lot,
    };
}
