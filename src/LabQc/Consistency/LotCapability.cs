using System.Globalization;
using LabQc.AuditTrail;
using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Statistics;
using LabQc.Units;

namespace LabQc.Consistency;

/// <summary>No capability can be told of what was asked.</summary>
public sealed class CapabilityRefusedException(string message) : RefusalException(message);

/// <summary>Capability of the lots of each kind against the limits of the specification in force.</summary>
public sealed class LotCapability
{
    private static readonly NanometreRange Exosomes = new(30, 150);

    private readonly Definitions _definitions;
    private readonly ProfileStore _profiles;
    private readonly DateOnly _today;

    /// <summary>Brings the lots' profiles up to date, and commits them.</summary>
    public LotCapability(LabWork work)
    {
        _definitions = new DefinitionRegister(work).Read();
        _profiles = new ProfileStore(work);
        _profiles.Refresh();
        _today = DateOnly.ParseExact(work.Now()[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>One answer for each kind of lot whose product's specification limits the attribute.</summary>
    /// <param name="attribute">The attribute's code.</param>
    /// <param name="product">Only this product; null takes all that have limits.</param>
    /// <exception cref="CapabilityRefusedException">No such numeric attribute, or no limits of it in force.</exception>
    /// <exception cref="SpecificationMissingException">The named product has no specification in force.</exception>
    public IReadOnlyList<CapabilityAnswer> Of(string attribute, string? product)
    {
        var catalogue = new AttributeCatalogue(_definitions.Attributes);
        if (catalogue.Find(attribute) is not { Kind: AttributeKind.Numeric } known)
            throw new CapabilityRefusedException($"\"{attribute}\" is no numeric attribute; known are {string.Join(", ", catalogue.All.Where(a => a.Kind == AttributeKind.Numeric).Select(a => a.Code))}.");
        var limited = Products(product).Select(InForce).OfType<Specification>().Select(s => (Specification: s, Criterion: Limiting(s, attribute))).Where(s => s.Criterion is not null).ToList();
        if (limited.Count == 0)
            throw new CapabilityRefusedException($"No specification in force{(product is null ? "" : $" of {product}")} has limits of {attribute}: without limits there is no capability.");
        var kinds = _profiles.Numbers(product).GroupBy(LotKind.Of).ToList();
        return [.. limited.SelectMany(s => kinds.Where(k => k.Key.Product == s.Specification.Product).Select(k => Of(known, s.Specification, s.Criterion!, k.Key, [.. k])))];
    }

    /// <summary>Capability of values against limits, both in the attribute's unit.</summary>
    internal static CapabilityOfLots Of(LabAttribute attribute, IReadOnlyList<ConsistencyProfile> lots, double? lower, double? upper)
    {
        var with = lots.Where(l => ScaledValues.Of(attribute, l) is not null).ToList();
        var scaled = ScaledValues.Of(attribute, with);
        var limits = Scaled(attribute.Scale, lower, upper);
        var plain = new CapabilityOfLots
        {
            Values = [.. with.Select(l => l.Values[attribute.Code])],
            Scaled = scaled,
            Limits = limits,
            Historical = with.Count(l => l.IsHistorical),
        };
        if (limits is { Lower: null, Upper: null })
            return plain with { Reason = "the limits are the ends of the scale" };
        if (scaled.Length < LotConsistency.LeastForLimits)
            return plain with { Reason = string.Create(CultureInfo.InvariantCulture, $"{scaled.Length} lots, {LotConsistency.LeastForLimits} are needed") };
        var sd = Descriptive.StandardDeviation(scaled);
        return sd > 0 ? Indices(plain, scaled, sd, limits) : plain with { Mean = Descriptive.Mean(scaled), Sd = 0, Reason = "the lots do not vary" };
    }

    private static CapabilityOfLots Indices(CapabilityOfLots plain, double[] scaled, double sd, SpecificationLimits limits)
    {
        var mean = Descriptive.Mean(scaled);
        var within = WithinVariation.OfIndividuals(scaled).Sigma;
        var overall = CapabilityIndices.Of(mean, sd, limits);
        var outside = ExpectedNonconforming.Of(mean, sd, limits);
        return plain with
        {
            Mean = mean,
            Sd = sd,
            WithinSigma = within,
            Overall = overall,
            NearestInterval = CapabilityLimits.OfNearest(overall.Nearest!.Value, scaled.Length, scaled.Length - 1, 0.95),
            Within = within > 0 ? CapabilityIndices.Of(mean, within, limits) : null,
            PerMillionOutside = 1e6 * (outside.Below + outside.Above),
            NormalityP = AndersonDarlingTest.Test(scaled)?.P,
        };
    }

    private static CapabilityAnswer Of(LabAttribute attribute, Specification specification, Criterion criterion, LotKind kind, IReadOnlyList<ConsistencyProfile> lots)
    {
        var (lower, upper) = (criterion.Limits.Lower?.Number.AsDouble, criterion.Limits.Upper?.Number.AsDouble);
        return new CapabilityAnswer
        {
            Kind = kind,
            Attribute = attribute.Code,
            Unit = attribute.Unit,
            Scale = attribute.Scale,
            Specification = specification.Name,
            LowerLimit = lower,
            UpperLimit = upper,
            All = Of(attribute, lots, lower, upper),
            Released = Of(attribute, [.. lots.Where(l => l.Disposition == "released")], lower, upper),
        };
    }

    /// <summary>Limits on a scale. The end of a scale is no limit that a lot could miss.</summary>
    internal static SpecificationLimits Scaled(AttributeScale scale, double? lower, double? upper) => new(Scaled(scale, lower), Scaled(scale, upper));

    private static double? Scaled(AttributeScale scale, double? limit) => limit is not { } value ? null : scale switch
    {
        AttributeScale.Log10 when value <= 0 => null,
        AttributeScale.Logit when value is <= 0 or >= 100 => null,
        _ => AttributeScales.To(scale, value, double.PositiveInfinity),
    };

    private IEnumerable<string> Products(string? product) =>
        product is null ? _definitions.Specifications.Select(s => s.Product).Distinct() : [product];

    private Specification? InForce(string product) =>
        _definitions.Specifications.Any(s => s.Code == product && s.EffectiveFrom <= _today)
            ? DefinitionRegister.EffectiveOn(_definitions, product, _today)
            : null;

    private static Criterion? Limiting(Specification specification, string attribute)
    {
        var criterion = specification.Criteria.FirstOrDefault(c => c.Attribute.Code == attribute && !c.Limits.AreOpen);
        // Lots are compared by their percentage from 30 to 150 nm; limits of another range would judge another quantity.
        return criterion?.PercentRange is { } range && range != Exosomes ? null : criterion;
    }
}
