using LabQc.Charts;

namespace LabQc.Tests.Charts;

public static partial class ChartSamples
{
    /// <summary>Three methods of different yield and purity.</summary>
    public static MethodsChartData Methods(params (string Name, int Lots, double Yield, double Purity)[] methods)
    {
        var noise = Normal(2 * methods.Sum(m => m.Lots) + 2, 12);
        var at = 0;
        var rows = methods.Select(m =>
        {
            var lots = Enumerable.Range(0, m.Lots)
                .Select(i => new MethodLot(LotName(at + i), m.Yield * Math.Pow(10, 0.18 * noise[at + i]), m.Purity * Math.Pow(10, 0.3 * noise[^(at + i + 1)])))
                .ToList();
            at += m.Lots;
            return new MethodLots(m.Name, lots, Box([.. lots.Select(l => l.Yield)]), Box([.. lots.Select(l => l.Purity)]));
        }).ToList();
        return new MethodsChartData { Methods = rows, PurityLimit = 2e9, ThisLot = LotName(6) };
    }

    public static MethodsChartData ThreeMethods() => Methods(
        ("Size-exclusion chromatography", 18, 1.2e11, 1.4e10), ("Ultracentrifugation", 14, 4.5e10, 3.8e9), ("Precipitation", 11, 1.2e12, 7e8));

    public static HotellingChartData Hotelling(int lots = 30, bool isOut = true)
    {
        var noise = Normal(Math.Max(lots, 1), 17);
        var points = Enumerable.Range(0, lots)
            .Select(i => new ControlPoint(LotName(i), i == lots - 1 && isOut ? 24.5 : 4 + Math.Abs(noise[i]) * 4))
            .ToList();
        return new HotellingChartData
        {
            Points = points,
            Limit = lots >= 20 ? 21.8 : null,
            Basis = $"reference set 1, {Math.Max(lots - 1, 0)} lots",
            Chosen = Math.Max(0, lots - 1),
            Contributions =
            [
                new("log₁₀ concentration", 3.1, true), new("D50", 11.4, true), new("span", 7.9, false), new("log₁₀ particles/µg", 0.6, false),
            ],
            Verdict = lots < 20 ? TrendVerdict.NotJudged : isOut ? TrendVerdict.OutOfTrend : TrendVerdict.InTrend,
            NotComputed = lots < 20 ? "fewer than 20 other lots" : "",
        };
    }

    public static MiniSizeData MiniSize(double shift = 0)
    {
        var edges = Edges(0, 2, 300);
        return new MiniSizeData
        {
            EdgesNm = edges,
            Values = Humps(edges, (108 + shift, 1.25, 0.8), (170 + shift, 1.15, 0.2)),
            Reference = Humps(edges, (106, 1.24, 0.8), (168, 1.2, 0.2)),
            D50Nm = 118 + shift,
            IsOutOfTrend = Math.Abs(shift) > 15,
        };
    }

    public static MiniControlData MiniControl(int lots, string lastBreaks = "") => new()
    {
        Attribute = "D50",
        Sigmas = [.. Normal(Math.Max(lots, 1), 41).Take(lots).Select((z, i) => i == lots - 1 && lastBreaks.Length > 0 ? -4.2 : z)],
        LowerSpecification = -9,
        UpperSpecification = 5,
        LastBreaks = lastBreaks,
    };

    private static Percentiles Box(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
            return new Percentiles(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        var sorted = values.Order().ToList();
        double At(double p) => sorted[(int)Math.Round(p * (sorted.Count - 1))];
        return new Percentiles(At(0.05), At(0.25), At(0.5), At(0.75), At(0.95));
    }
}
