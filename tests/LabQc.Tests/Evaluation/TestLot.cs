using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Tests.Evaluation;

/// <summary>Lots, criteria and methods with sensible values, so that a test states only what matters to it.</summary>
internal static class TestLot
{
    public static readonly NanometreRange Range = new(30, 150);

    public static readonly AttributeCatalogue Attributes = new(
    [
        new LabAttribute { Code = "identity.appearance", Unit = "", Category = AttributeCategory.Identity, Kind = AttributeKind.Categorical },
    ]);

    public static readonly MethodVersion Nta = new()
    {
        Code = "nta-size",
        Version = 1,
        Name = "Size by NTA",
        Technique = "nta",
        Uncertainties =
        [
            new MethodUncertainty("size.d50", EnteredNumber.Parse("0"), false),
            new MethodUncertainty("size.d90", EnteredNumber.Parse("4"), false),
            new MethodUncertainty("size.percent_in_range", EnteredNumber.Parse("3"), false),
            new MethodUncertainty("yield.particles_per_ml", EnteredNumber.Parse("0.10"), true),
        ],
    };

    public static readonly MethodVersion Lal = new()
    {
        Code = "lal",
        Version = 1,
        Name = "LAL",
        DetectionLimits = [new DetectionLimit("safety.endotoxin", EnteredNumber.Parse("0.05"))],
    };

    public static readonly IReadOnlyList<MethodVersion> Methods = [Nta, Lal];

    public static ReplicateEvidence Replicate(
        double d50 = 95, double percent = 93, int? tracks = 1000, double? concentration = 1e8, string name = "r") => new()
        {
            Name = name,
            Tracks = tracks,
            ConcentrationPerMl = concentration,
            Metrics = new Dictionary<string, double>
            {
                ["size.d10"] = d50 - 30,
                ["size.d50"] = d50,
                ["size.d90"] = d50 + 60,
                ["size.mean"] = d50 + 5,
                ["size.mode"] = d50 - 5,
                ["size.sd"] = 35,
                ["size.span"] = 90 / d50,
            },
            PercentInRange = new Dictionary<NanometreRange, double> { [Range] = percent },
            PercentBelowWorkingRange = 2,
        };

    public static RunEvidence Run(double? dilution, params ReplicateEvidence[] replicates) => new()
    {
        File = $"d{dilution ?? 0}.csv",
        DilutionFactor = dilution,
        Replicates = [.. replicates.Select((r, i) => r.Name == "r" ? r with { Name = $"r{i + 1}" } : r)],
    };

    public static MeasurementEvidence Measurement(string name, params RunEvidence[] runs) => new()
    {
        Name = name,
        Order = int.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture),
        Technique = "nta",
        WorkingRange = new NanometreRange(20, 1000),
        Runs = runs,
    };

    /// <summary>A lot with one measurement of these replicates, diluted 100 times.</summary>
    public static LotEvidence Of(params ReplicateEvidence[] replicates) => With(Measurement("m1", Run(100, replicates)));

    public static LotEvidence With(params MeasurementEvidence[] measurements) => new()
    {
        Lot = "L-1",
        Measurements = measurements,
        StartVolumeMl = 500,
        FinalVolumeMl = 2,
        CellsAtHarvest = 4e8,
    };

    /// <summary>A lot with one assay result, read as its attribute's kind is read.</summary>
    public static LotEvidence Assayed(string attribute, string text, MethodReference? method = null) =>
        With() with { Assays = [Assay(attribute, text, method)] };

    public static AssayEvidence Assay(string attribute, string text, MethodReference? method = null) => new()
    {
        Attribute = attribute,
        Result = Result(Attributes.Find(attribute)!.Kind, text),
        Unit = Attributes.Find(attribute)!.Unit,
        Method = method,
    };

    public static Criterion Criterion(string attribute, string? lower = null, string? upper = null) => new()
    {
        Attribute = Attributes.Find(attribute)!,
        Method = AttributeCatalogue.IsMeasured(attribute) ? Nta.Reference : null,
        Limits = new AcceptanceLimits(
            lower is null ? null : new Limit(EnteredNumber.Parse(lower)),
            upper is null ? null : new Limit(EnteredNumber.Parse(upper))),
        PercentRange = attribute == "size.percent_in_range" ? Range : null,
    };

    public static Criterion Guarded(string attribute, string? lower = null, string? upper = null, string level = "0.95") =>
        Criterion(attribute, lower, upper) with { Rule = DecisionRule.Guarded(EnteredNumber.Parse(level)) };

    public static Specification Specification(params Criterion[] criteria) => new()
    {
        Product = "MSC-EV",
        Version = 1,
        EffectiveFrom = new DateOnly(2024, 11, 1),
        Criteria = criteria,
    };

    /// <summary>The answer on one criterion.</summary>
    public static CriterionAnswer Judge(LotEvidence evidence, Criterion criterion) => Judge(evidence, Specification(criterion));

    /// <summary>The answer on a specification's first criterion.</summary>
    public static CriterionAnswer Judge(LotEvidence evidence, Specification specification) =>
        Evaluate.Lot(evidence, specification, Methods).Criteria[0];

    private static EnteredResult Result(AttributeKind kind, string text)
    {
        var read = kind switch
        {
            AttributeKind.Presence => EnteredResult.TryParsePresence(text, out var presence, out _) ? presence : null,
            AttributeKind.Categorical => EnteredResult.TryParseCategory(text, out var category, out _) ? category : null,
            _ => EnteredResult.TryParseNumeric(text, out var number, out _) ? number : null,
        };
        return read ?? throw new ArgumentException($"\"{text}\" is no {kind} result.");
    }
}
