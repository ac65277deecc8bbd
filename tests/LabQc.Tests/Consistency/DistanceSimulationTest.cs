using LabQc.Consistency;
using LabQc.Tests.Statistics;

namespace LabQc.Tests.Consistency;

/// <summary>
/// Two thousand seeded sets of lots whose distributions differ in median (3 %), width (2 %) and share of large particles, and
/// further lots like them: how often the distance is above its limit although nothing is wrong.
/// </summary>
public sealed class DistanceSimulationTest
{
    private const int Sets = 2000;
    private const int FurtherLots = 5;
    private const int Points = 100;
    private static readonly double[] Shape = [.. TestProfile.Lognormal(1, 1, Points).Select(q => Math.Log(q))];

    [Theory]
    [InlineData(20, 11)]
    [InlineData(22, 12)]
    [InlineData(24, 13)]
    public void False_alarms_of_the_distance_stay_near_one_in_a_hundred(int lots, int seed)
    {
        var draws = new NormalDraws(seed);
        var alarms = 0;
        for (var set = 0; set < Sets; set++)
        {
            double[][] others = [.. Enumerable.Range(0, lots).Select(_ => Lot(draws))];
            var barycentre = QuantileFunctions.Mean(others);
            var limit = DistributionConsistency.Limit(DistributionConsistency.OwnDistances(others, barycentre))!.Value;
            for (var further = 0; further < FurtherLots; further++)
                alarms += QuantileFunctions.Distance(Lot(draws), barycentre) > limit ? 1 : 0;
        }

        Assert.InRange(alarms / (double)(Sets * FurtherLots), 0.005, 0.015);
    }

    private static double[] Lot(NormalDraws draws)
    {
        var median = 95 + 2.85 * draws.Next();
        var sigma = 0.3 * (1 + 0.022 * draws.Next());
        var tail = 1 + 0.1 * draws.Next();
        var quantiles = new double[Points];
        for (var k = 0; k < Points; k++)
            quantiles[k] = median * Math.Exp(sigma * Shape[k]) + (Shape[k] > 2 ? 20 * tail : 0);
        return quantiles;
    }
}
