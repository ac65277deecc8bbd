using LabQc.Charts;

namespace LabQc.Tests.Charts;

public static partial class ChartSamples
{
    internal static string LotName(int index) => $"EX-26-{index + 1:000}";

    /// <summary>Lots of two processes with a change between them, one lot beyond 3σ in the first and a drift at the end.</summary>
    public static ControlChartData Control(int lots = 40, bool withSpecification = true)
    {
        var noise = Normal(Math.Max(lots, 1), 5);
        var change = lots >= 30 ? lots * 6 / 10 : lots;
        var points = Enumerable.Range(0, lots)
            .Select(i => new ControlPoint(
                LotName(i),
                i < change ? 120 + 4.6 * noise[i] + (i == change / 2 ? 17 : 0) : 112 + 3.2 * noise[i] + Math.Max(0, i - lots + 10) * 1.1,
                i == 3))
            .ToList();
        var phases = new List<ControlPhase>();
        if (lots > 0)
            phases.Add(new ControlPhase(0, change - 1, $"Phase 1 · limits from {Math.Min(change, 24)} lots", Math.Min(change, 24), 120, 5.1, 5.8, 18.9));
        if (change < lots)
            phases.Add(new ControlPhase(change, lots - 1, "Phase 2 · limits from 10 lots", 10, 112.3, 3.33, 3.7, 12.2));
        return new ControlChartData
        {
            Attribute = "Median diameter D50",
            ShortName = "D50",
            Unit = "nm",
            Points = points,
            Phases = phases,
            LowerSpecification = withSpecification ? 95 : null,
            UpperSpecification = withSpecification ? 145 : null,
            Violations = Broken(points, phases),
            Comments = change < lots ? [new ControlComment(change, "a", "new resin lot R-118, limits re-set under change CC-26-009")] : [],
        };
    }

    /// <summary>Rules 1 and 2 and the range, found by plain counting.</summary>
    private static List<ControlViolation> Broken(List<ControlPoint> points, List<ControlPhase> phases)
    {
        var found = new List<ControlViolation>();
        foreach (var phase in phases.Where(p => p.BaseLots >= 8))
        {
            var side = 0;
            for (var i = phase.First; i <= phase.Last; i++)
            {
                var z = (points[i].Value - phase.Centre) / phase.Sigma;
                side = Math.Sign(z) == Math.Sign(side) ? side + Math.Sign(z) : Math.Sign(z);
                if (Math.Abs(z) > 3)
                    found.Add(new ControlViolation(i, "N1"));
                if (Math.Abs(side) >= 9)
                    found.Add(new ControlViolation(i, "N2"));
                if (i > phase.First + 1 && Math.Abs(z) > 2 && Math.Abs(points[i - 1].Value - phase.Centre) > 2 * phase.Sigma)
                    found.Add(new ControlViolation(i, "N5"));
                if (i > phase.First && Math.Abs(points[i].Value - points[i - 1].Value) > phase.UpperRange)
                    found.Add(new ControlViolation(i, "MR"));
            }
        }
        return found;
    }
}
