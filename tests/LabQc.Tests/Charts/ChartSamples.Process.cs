using LabQc.Charts;

namespace LabQc.Tests.Charts;

public static partial class ChartSamples
{
    /// <summary>Yields with a small shift downwards at two thirds, and the recursions of EWMA and CUSUM over them.</summary>
    public static DriftChartData Drift(int lots = 40, double shift = -0.05)
    {
        const double Centre = 11.64, Sigma = 0.049, Lambda = 0.2, Width = 2.86, K = 0.5, H = 4.77;
        var noise = Normal(Math.Max(lots, 1), 4);
        var points = Enumerable.Range(0, lots)
            .Select(i => new ControlPoint(LotName(i), Centre + Sigma * noise[i] + (i >= lots * 2 / 3 ? shift : 0), i == 5))
            .ToList();
        var (ewma, lower, upper, up, down) = (new double[lots], new double[lots], new double[lots], new double[lots], new double[lots]);
        int? ewmaSignal = null, cusumSignal = null;
        for (var i = 0; i < lots; i++)
        {
            var z = (points[i].Value - Centre) / Sigma;
            ewma[i] = Lambda * points[i].Value + (1 - Lambda) * (i == 0 ? Centre : ewma[i - 1]);
            var half = Width * Sigma * Math.Sqrt(Lambda / (2 - Lambda) * (1 - Math.Pow(1 - Lambda, 2 * (i + 1))));
            (lower[i], upper[i]) = (Centre - half, Centre + half);
            up[i] = Math.Max(0, z - K + (i == 0 ? 0 : up[i - 1]));
            down[i] = Math.Max(0, -z - K + (i == 0 ? 0 : down[i - 1]));
            ewmaSignal ??= Math.Abs(ewma[i] - Centre) > half ? i : null;
            cusumSignal ??= up[i] > H || down[i] > H ? i : null;
        }
        return new DriftChartData
        {
            Attribute = "Yield",
            AxisName = "log₁₀ yield (particles/mL)",
            Decimals = 2,
            Points = points,
            Centre = lots >= 8 ? Centre : double.NaN,
            Sigma = Sigma,
            Basis = "reference set 1, 20 lots",
            Ewma = ewma,
            EwmaLower = lower,
            EwmaUpper = upper,
            CusumUpper = up,
            CusumLower = down,
            EwmaSignal = lots >= 8 ? ewmaSignal : null,
            CusumSignal = lots >= 8 ? cusumSignal : null,
            Onset = lots >= 8 && cusumSignal is { } signal ? Array.FindLastIndex(up[signal] > H ? up : down, signal, v => v == 0) + 1 : null,
        };
    }

    public static CapabilityChartData Capability(int lots = 60)
    {
        var values = Normal(Math.Max(lots, 1), 33).Take(lots).Select(z => 118.8 + 6.9 * z).ToArray();
        var mean = lots == 0 ? double.NaN : values.Average();
        var sd = lots < 2 ? double.NaN : Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (lots - 1));
        var ppk = Math.Min(145 - mean, mean - 95) / (3 * sd);
        return new CapabilityChartData
        {
            Attribute = "Median diameter D50",
            ShortName = "D50",
            Unit = "nm",
            Values = values,
            Population = "all lots",
            LowerSpecification = 95,
            UpperSpecification = 145,
            Mean = mean,
            Sd = sd,
            Ppk = ppk,
            PpkInterval = lots < 3 ? null : new ValueRange(ppk * (1 - 1.6 / Math.Sqrt(lots)), ppk * (1 + 1.6 / Math.Sqrt(lots))),
            Normality = "Anderson–Darling p = 0.46",
            PerMillionOutside = 368,
        };
    }
}
