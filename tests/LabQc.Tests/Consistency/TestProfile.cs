using LabQc.Consistency;
using LabQc.Methods;
using LabQc.Statistics;
using LabQc.Tests.Statistics;

namespace LabQc.Tests.Consistency;

/// <summary>Made-up profiles of lots of one kind.</summary>
internal static class TestProfile
{
    public const string Method = "ultracentrifugation";
    public const string SetUp = "NTA · 3 · 488 · number";

    /// <summary>The lot at a place in the order of isolation, with a median diameter and what goes with it.</summary>
    public static ConsistencyProfile Of(int place, double d50 = 95, double span = 1.1, double concentration = 1.6e11, double purity = 1.1e10) => new()
    {
        Lot = Name(place),
        Product = "MSC-EV",
        IsolationMethod = Method,
        SetUp = SetUp,
        IsolatedOn = new DateOnly(2025, 1, 1).AddDays(place),
        Tracks = 2000,
        Values = new Dictionary<string, double>
        {
            [AttributeCatalogue.SizeD50] = d50,
            [AttributeCatalogue.SizeSpan] = span,
            [AttributeCatalogue.ParticlesPerMl] = concentration,
            [AttributeCatalogue.ParticlesPerUgProtein] = purity,
        },
        Quantiles = Lognormal(d50, 0.3),
        Disposition = "quarantined",
    };

    public static string Name(int place) => $"L{place:000}";

    /// <summary>Steady lots, the same ones for the same seed: 3 % between medians.</summary>
    public static IReadOnlyList<ConsistencyProfile> Steady(int count, int seed = 7)
    {
        var draws = new NormalDraws(seed);
        return [.. Enumerable.Range(1, count).Select(place => Of(
            place, 95 + 2.85 * draws.Next(), 1.1 + 0.02 * draws.Next(), 1.6e11 * Math.Pow(10, 0.08 * draws.Next()), 1.1e10 * Math.Pow(10, 0.07 * draws.Next())))];
    }

    /// <summary>The quantile function of a lognormal distribution.</summary>
    public static double[] Lognormal(double median, double sigma, int points = 200) =>
        [.. Enumerable.Range(1, points).Select(k => median * Math.Exp(sigma * StandardNormal.Quantile((k - 0.5) / points)))];
}
