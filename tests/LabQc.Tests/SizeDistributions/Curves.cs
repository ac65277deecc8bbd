using LabQc.SizeDistributions;

namespace LabQc.Tests.SizeDistributions;

/// <summary>Distributions for tests.</summary>
internal static class Curves
{
    /// <summary>A lognormal curve in 1-nm bins, whole particles per bin as NanoSight writes them.</summary>
    public static SizeDistribution Lognormal(double median, double gsd, double total = 1e9) =>
        Lognormal(SizeBins.Nanometres1000, median, gsd, total);

    public static SizeDistribution Lognormal(SizeBins bins, double median, double gsd, double total)
    {
        var values = new double[bins.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var z = Math.Log(bins.CentreOf(i) / median) / Math.Log(gsd);
            var width = bins.Edges[i + 1] - bins.Edges[i];
            values[i] = Math.Round(total * width * Math.Exp(-z * z / 2) / (bins.CentreOf(i) * Math.Log(gsd) * Math.Sqrt(2 * Math.PI)));
        }
        return new SizeDistribution(bins, values, Weighting.Number);
    }
}
