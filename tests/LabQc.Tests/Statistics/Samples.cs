using CsCheck;

namespace LabQc.Tests.Statistics;

/// <summary>Samples of readings with three decimals, of which at least two differ.</summary>
internal static class Samples
{
    public static Gen<double[]> Of(int fewest, int most) =>
        Gen.Int[-5000, 5000].Select(v => v / 1000.0).Array[fewest, most].Where(sample => sample.Distinct().Count() > 1);
}
