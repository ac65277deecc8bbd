using LabQc.AuditTrail;
using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Methods;
using LabQc.Statistics;

namespace LabQc.Reports;

/// <summary>Yield and purity of all lots by isolation method, one lot marked.</summary>
public sealed class IsolationMethodsChart(LabWork work)
{
    /// <summary>The chart over the lots of all products.</summary>
    /// <param name="lot">The lot that is marked.</param>
    /// <param name="purityLimit">The lower limit of particles per µg protein, or null.</param>
    public MethodsChart Of(string lot, double? purityLimit) => Of(new IsolationMethodComparison(work).Of(product: null), lot, purityLimit);

    /// <summary>The chart of a comparison that was made already, over the lots of all products.</summary>
    public MethodsChart Of(MethodsAnswer answer, string lot, double? purityLimit)
    {
        var lots = new ProfileStore(work).Numbers();
        var methods = lots.GroupBy(p => p.IsolationMethod).OrderBy(g => g.Key, StringComparer.Ordinal);
        return new MethodsChart(new MethodsChartData
        {
            Methods = [.. methods.Select(Lots)],
            PurityLimit = purityLimit,
            ThisLot = lot,
            Test = string.Join(" · ", answer.Attributes.Take(2).Select(a => $"{(a.Attribute == AttributeCatalogue.ParticlesPerMl ? "yield" : "purity")}: {Verdict(a.Test)}")) + HistoricalNote.Of(lots),
        });
    }

    private static string Verdict(MethodsTest test) => test.Name is null ? test.Reason
        : $"{test.Pairs.Count(p => p.P < 0.05)} of {test.Pairs.Count} pairs differ ({(test.Name == "games-howell" ? "Games–Howell" : "Tukey–Kramer")}, 5\u2009%)";

    private static MethodLots Lots(IGrouping<string, ConsistencyProfile> method)
    {
        MethodLot[] lots = [.. method.Select(l => new MethodLot(l.Lot, Value(l, AttributeCatalogue.ParticlesPerMl), Value(l, AttributeCatalogue.ParticlesPerUgProtein)))];
        return new MethodLots(Words(method.Key), lots, Of([.. lots.Select(l => l.Yield)]), Of([.. lots.Select(l => l.Purity)]));
    }

    private static double Value(ConsistencyProfile lot, string attribute) => lot.Values.TryGetValue(attribute, out var value) ? value : double.NaN;

    private static Percentiles Of(double[] values)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        double At(double p) => known.Length == 0 ? double.NaN : Descriptive.Quantile(known, p);
        return new Percentiles(At(0.05), At(0.25), At(0.5), At(0.75), At(0.95));
    }

    private static string Words(string method) => char.ToUpperInvariant(method[0]) + method[1..].Replace('-', ' ');
}
