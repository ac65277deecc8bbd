using System.Globalization;
using LabQc.AuditTrail;
using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Statistics;

namespace LabQc.Consistency;

/// <summary>Sets isolation methods against each other: yield, purity and size, with the variance between lots and within them.</summary>
public sealed class IsolationMethodComparison
{
    private static readonly IReadOnlyList<string> Compared =
        [AttributeCatalogue.ParticlesPerMl, AttributeCatalogue.ParticlesPerUgProtein, AttributeCatalogue.SizeD50];

    private readonly ProfileStore _profiles;
    private readonly ProfileReader _reader;

    /// <summary>Brings the lots' profiles up to date, and commits them.</summary>
    public IsolationMethodComparison(LabWork work)
    {
        _profiles = new ProfileStore(work);
        _profiles.Refresh();
        _reader = new ProfileReader(work, new DefinitionRegister(work).Read());
    }

    /// <summary>Compares the methods over all lots, rejected ones among them.</summary>
    /// <param name="product">Only lots of this product; null takes all.</param>
    public MethodsAnswer Of(string? product)
    {
        var lots = _profiles.Numbers(product);
        var replicates = lots.Where(l => !l.IsHistorical).ToDictionary(l => l.Lot, l => _reader.Replicates(l.Lot));
        var catalogue = new AttributeCatalogue();
        return new MethodsAnswer
        {
            Product = product,
            Attributes = [.. Compared.Select(code => Of(catalogue.Find(code)!, lots, replicates))],
        };
    }

    private static AttributeByMethod Of(LabAttribute attribute, IReadOnlyList<ConsistencyProfile> lots, Dictionary<string, LotReplicates> replicates)
    {
        var groups = lots.Where(l => ScaledValues.Of(attribute, l) is not null)
            .GroupBy(l => l.IsolationMethod)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.OrderBy(l => l.IsolatedOn).ThenBy(l => l.Lot, StringComparer.Ordinal).ToList())
            .ToList();
        return new AttributeByMethod
        {
            Attribute = attribute.Code,
            Unit = attribute.Unit,
            Scale = attribute.Scale,
            Methods = [.. groups.Select(g => Summary(attribute, g, replicates))],
            Test = Test(attribute.Scale, [.. groups.Select(g => (g[0].IsolationMethod, ScaledValues.Of(attribute, g)))]),
        };
    }

    private static MethodSummary Summary(LabAttribute attribute, List<ConsistencyProfile> lots, Dictionary<string, LotReplicates> replicates)
    {
        var scaled = ScaledValues.Of(attribute, lots);
        double[] values = [.. lots.Select(l => l.Values[attribute.Code])];
        var (components, reason) = Components(attribute.Code, [.. lots.Where(l => !l.IsHistorical).Select(l => replicates[l.Lot])]);
        return new MethodSummary
        {
            Method = lots[0].IsolationMethod,
            Products = [.. lots.Select(l => l.Product).Distinct().Order(StringComparer.Ordinal)],
            Values = values,
            Historical = lots.Count(l => l.IsHistorical),
            Median = Descriptive.Median(values),
            Mean = Descriptive.Mean(scaled),
            Sd = scaled.Length > 1 ? Descriptive.StandardDeviation(scaled) : null,
            Components = components,
            ComponentsReason = reason,
        };
    }

    /// <summary>Variance between lots and within them, from the replicates of each lot's measurement.</summary>
    internal static (VarianceComponents? Components, string? Reason) Components(string attribute, IReadOnlyList<LotReplicates> lots)
    {
        if (attribute == AttributeCatalogue.ParticlesPerUgProtein)
            return (null, "the protein of a lot is one value: no replicates to take the variance within lots from");
        var groups = lots.Select(l => attribute == AttributeCatalogue.SizeD50 ? l.SizesNm : l.LogConcentrations).Where(g => g.Count > 0).ToList();
        if (groups.Count < 2)
            return (null, "fewer than two lots with a measurement here");
        if (groups.TrueForAll(g => g.Count == 1))
            return (null, "no lot has two replicates");
        return (VarianceComponents.Estimate(groups), null);
    }

    /// <summary>
    /// All pairs by Tukey and Kramer, or by Games and Howell where Brown and Forsythe's test finds the variances different at 5 %.
    /// </summary>
    internal static MethodsTest Test(AttributeScale scale, IReadOnlyList<(string Method, double[] Values)> methods)
    {
        var tested = methods.Where(m => m.Values.Length >= 2).ToList();
        var left = string.Concat(methods.Where(m => m.Values.Length < 2).Select(m => $"; {m.Method} left out: one lot"));
        if (tested.Count < 2)
            return new MethodsTest { Reason = "not tested: fewer than two methods with two lots or more" + left };
        double[][] groups = [.. tested.Select(m => m.Values)];
        var variances = VarianceTests.BrownForsythe(groups);
        var unequal = variances is null or { P: < 0.05 };
        var pairs = unequal ? PairwiseComparisons.GamesHowell(groups) : PairwiseComparisons.TukeyKramer(groups);
        if (pairs is null)
            return new MethodsTest { Reason = "not tested: the lots of a method do not vary" + left, EqualVariancesP = variances?.P };
        return new MethodsTest
        {
            Name = unequal ? "games-howell" : "tukey-kramer",
            Reason = Why(variances) + left,
            EqualVariancesP = variances?.P,
            Pairs = [.. pairs.Select(p => new MethodPair(
                tested[p.I].Method, tested[p.J].Method, p.Difference, p.Interval, p.P,
                scale == AttributeScale.Log10 ? Math.Pow(10, p.Difference) : null))],
        };
    }

    private static string Why(FTestResult? variances)
    {
        if (variances is null)
            return "Games–Howell, because the equality of variances cannot be tested";
        var p = variances.P.ToString("0.####", CultureInfo.InvariantCulture);
        return variances.P < 0.05
            ? $"Games–Howell, because the variances differ (Brown–Forsythe p = {p})"
            : $"Tukey–Kramer, because nothing speaks against equal variances (Brown–Forsythe p = {p})";
    }
}
