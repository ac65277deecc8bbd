using LabQc.Consistency;
using LabQc.Methods;

namespace LabQc.Tests.Consistency;

public sealed class LotCapabilityTest
{
    private static readonly AttributeCatalogue Catalogue = new();

    // 1 to 9 times 10: mean 50, SD √750, moving ranges of 10.
    private static readonly IReadOnlyList<ConsistencyProfile> Tens = [.. Enumerable.Range(1, 9).Select(k => TestProfile.Of(k, 10 * k))];

    [Fact]
    public void Overall_and_within_indices_use_their_own_standard_deviations()
    {
        var answer = LotCapability.Of(Catalogue.Find(AttributeCatalogue.SizeD50)!, Tens, 20, 150);

        var sd = Math.Sqrt(750);
        Assert.Equal(130 / (6 * sd), answer.Overall!.Spread!.Value, 1e-12);
        Assert.Equal(30 / (3 * sd), answer.Overall.Nearest!.Value, 1e-12);
        Assert.Equal(30 / (3 * 10 * Math.Sqrt(Math.PI) / 2), answer.Within!.Nearest!.Value, 1e-12);
        Assert.True(answer.NearestInterval!.Value.Lower < answer.Overall.Nearest);
        Assert.Equal(9, answer.Values.Count);
    }

    [Fact]
    public void Concentrations_are_judged_by_their_logarithms()
    {
        ConsistencyProfile[] lots = [.. Enumerable.Range(1, 9).Select(k => TestProfile.Of(k, concentration: Math.Pow(10, 10 + 0.1 * k)))];

        var answer = LotCapability.Of(Catalogue.Find(AttributeCatalogue.ParticlesPerMl)!, lots, 1e10, null);

        Assert.Equal(0.5 / (3 * Math.Sqrt(0.075)), answer.Overall!.Nearest!.Value, 1e-9);
        Assert.Null(answer.Overall.Spread);
    }

    [Fact]
    public void A_few_lots_have_no_capability()
    {
        var answer = LotCapability.Of(Catalogue.Find(AttributeCatalogue.SizeD50)!, [.. Tens.Take(7)], 20, 150);

        Assert.Null(answer.Overall);
        Assert.Equal("7 lots, 8 are needed", answer.Reason);
    }

    [Fact]
    public void Lots_that_do_not_vary_have_no_capability()
    {
        ConsistencyProfile[] lots = [.. Enumerable.Range(1, 9).Select(k => TestProfile.Of(k))];

        Assert.Equal("the lots do not vary", LotCapability.Of(Catalogue.Find(AttributeCatalogue.SizeD50)!, lots, 20, 150).Reason);
    }

    [Fact]
    public void The_end_of_a_scale_is_no_limit() =>
        Assert.Equal("the limits are the ends of the scale", LotCapability.Of(Catalogue.Find(AttributeCatalogue.SizePercentInRange)!, Tens, 0, 100).Reason);
}
