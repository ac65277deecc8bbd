using LabQc.Charts;

namespace LabQc.Tests.Charts;

public static partial class ChartSamples
{
    /// <summary>A dilution series; the last dilution may lie apart.</summary>
    public static DilutionChartData Dilution(int dilutions = 4, double last = 1)
    {
        var noise = Normal(6 * Math.Max(dilutions, 1), 9);
        var points = Enumerable.Range(0, dilutions)
            .Select(i => (Factor: 500 * Math.Pow(2, i), Value: 8.6e11 * (1 + 0.05 * noise[i]) * (i == dilutions - 1 ? last : 1)))
            .Select((p, i) => new DilutionPoint(p.Factor, p.Value, [.. Enumerable.Range(0, 5).Select(k => p.Value * (1 + 0.06 * noise[dilutions + 5 * i + k]))]))
            .ToList();
        var sorted = points.Select(p => p.PerMl).Order().ToList();
        var median = sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        return new DilutionChartData
        {
            Lot = "EX-2026-033",
            Dilutions = points,
            MedianPerMl = median,
            Agrees = dilutions < 3 ? null : Math.Abs(last - 1) < 0.2,
            Origin = "NanoSight NTA 3.4, scatter · 5 captures a dilution",
        };
    }

    public static BeadCheckChartData BeadChecks(int checks = 30)
    {
        var noise = Normal(Math.Max(checks, 1), 14);
        var points = Enumerable.Range(0, checks)
            .Select(i => new ControlPoint($"26-{1 + i / 28 % 12:00}-{1 + i % 28:00}", 101.8 + 0.9 * noise[i] + (i == 17 ? 3.6 : 0) + (i > checks - 8 && checks > 8 ? 1.5 : 0)))
            .ToList();
        var broken = new List<ControlViolation>();
        for (var i = 0; i < checks && checks >= 8; i++)
        {
            var z = (points[i].Value - 101.8) / 0.9;
            if (Math.Abs(z) > 3)
                broken.Add(new ControlViolation(i, "1-3s"));
            else if (Math.Abs(z) > 2)
                broken.Add(new ControlViolation(i, "1-2s"));
            if (i > 2 && points.Skip(i - 3).Take(4).All(p => p.Value > 102.7))
                broken.Add(new ControlViolation(i, "4-1s"));
        }
        return new BeadCheckChartData
        {
            Instrument = "NS300-1",
            Bead = "100 nm polystyrene, mean diameter",
            ShortName = "Mean diameter",
            Checks = points,
            Mean = checks >= 8 ? 101.8 : double.NaN,
            Sd = checks >= 8 ? 0.9 : double.NaN,
            Basis = "20 checks of 2026-01",
            Certified = 100,
            Violations = broken,
        };
    }
}
