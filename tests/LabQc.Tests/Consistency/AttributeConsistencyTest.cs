using LabQc.Consistency;
using LabQc.Methods;
using LabQc.Statistics;

namespace LabQc.Tests.Consistency;

public sealed class AttributeConsistencyTest
{
    private static readonly LabAttribute D50 = new AttributeCatalogue().Find(AttributeCatalogue.SizeD50)!;
    private static readonly LabAttribute Concentration = new AttributeCatalogue().Find(AttributeCatalogue.ParticlesPerMl)!;

    // 1 to 9 times 10: mean 50, SD √750, t(0.975; 8) = 2.306004135.
    private static readonly IReadOnlyList<ConsistencyProfile> Tens = [.. Enumerable.Range(1, 9).Select(k => TestProfile.Of(k, 10 * k))];

    [Fact]
    public void The_z_value_and_the_prediction_interval_rest_on_the_other_lots()
    {
        var answer = AttributeConsistency.Of(D50, Set(Tens, centre: 50, sigma: 10), Tens, [.. Tens, TestProfile.Of(10, 104.77225575)]);

        var sd = Math.Sqrt(750);
        Assert.Equal(50, answer.Mean!.Value, 1e-12);
        Assert.Equal(sd, answer.Sd!.Value, 1e-12);
        Assert.Equal(2, answer.Z!.Value, 1e-9);
        var reach = 2.306004135204 * sd * Math.Sqrt(10.0 / 9);
        Assert.Equal(50 - reach, answer.PredictionInterval!.Value.Lower, 1e-8);
        Assert.Equal(50 + reach, answer.PredictionInterval!.Value.Upper, 1e-8);
        Assert.False(answer.OutsidePrediction);
    }

    [Fact]
    public void The_interval_of_a_concentration_is_given_in_its_unit()
    {
        IReadOnlyList<ConsistencyProfile> lots = [.. Enumerable.Range(1, 9).Select(k => TestProfile.Of(k, concentration: Math.Pow(10, 10 + 0.1 * k)))];

        var answer = AttributeConsistency.Of(Concentration, Set(lots, 10.5, 0.1, Concentration.Code), lots, [.. lots, TestProfile.Of(10, concentration: 1e12)]);

        Assert.Equal(12, answer.Scaled!.Value, 1e-12);
        Assert.Equal(10.5, answer.Mean!.Value, 1e-12);
        Assert.Equal(Math.Pow(10, 21), answer.PredictionInterval!.Value.Lower * answer.PredictionInterval.Value.Upper, 1e10);
        Assert.True(answer.OutsidePrediction);
    }

    [Fact]
    public void Rules_use_the_frozen_centre_and_sigma_and_end_at_the_judged_lot()
    {
        var beyond = AttributeConsistency.Of(D50, Set(Tens, centre: 50, sigma: 10), Tens, [TestProfile.Of(1, 50), TestProfile.Of(2, 81)]);
        var before = AttributeConsistency.Of(D50, Set(Tens, centre: 50, sigma: 10), Tens, [TestProfile.Of(1, 81), TestProfile.Of(2, 51)]);

        Assert.Equal(["N1"], beyond.RuleViolations);
        Assert.Empty(before.RuleViolations);
    }

    [Fact]
    public void Nine_lots_on_one_side_complete_the_second_rule()
    {
        ConsistencyProfile[] high = [.. Enumerable.Range(1, 9).Select(k => TestProfile.Of(k, k % 2 == 0 ? 55 : 57))];

        Assert.Contains("N2", AttributeConsistency.Of(D50, Set(Tens, 50, 10), Tens, high).RuleViolations);
        Assert.DoesNotContain("N2", AttributeConsistency.Of(D50, Set(Tens, 50, 10), Tens, high[..8]).RuleViolations);
    }

    [Fact]
    public void A_small_lasting_shift_signals_on_the_ewma_and_the_cusum()
    {
        ConsistencyProfile[] shifted = [.. Enumerable.Range(1, 16).Select(k => TestProfile.Of(k, 60))];

        var answer = AttributeConsistency.Of(D50, Set(Tens, 50, 10), Tens, shifted);

        Assert.True(answer.EwmaSignal);
        Assert.True(answer.CusumSignal);
    }

    [Fact]
    public void Fewer_than_eight_other_lots_give_the_value_and_no_limits()
    {
        var answer = AttributeConsistency.Of(D50, Set(Tens, 50, 10), [.. Tens.Take(7)], [TestProfile.Of(10, 500)]);

        Assert.Equal(500, answer.Value);
        Assert.Null(answer.Mean);
        Assert.Null(answer.Z);
        Assert.Null(answer.PredictionInterval);
        Assert.Null(answer.EwmaSignal);
        Assert.Empty(answer.RuleViolations);
    }

    [Fact]
    public void A_lot_without_the_value_is_compared_in_nothing()
    {
        var without = TestProfile.Of(10) with { Values = new Dictionary<string, double>() };

        var answer = AttributeConsistency.Of(D50, Set(Tens, 50, 10), Tens, [.. Tens, without]);

        Assert.Null(answer.Value);
        Assert.Null(answer.Z);
        Assert.Empty(answer.RuleViolations);
    }

    [Fact]
    public void Lots_that_do_not_vary_have_no_z_value()
    {
        IReadOnlyList<ConsistencyProfile> equal = [.. Enumerable.Range(1, 9).Select(k => TestProfile.Of(k, 95))];
        var set = Set(equal, 95, 1) with { Limits = [new FrozenLimits { Attribute = D50.Code, Scale = D50.Scale, N = 9, Centre = 95, Sigma = null, Sd = 0 }] };

        var answer = AttributeConsistency.Of(D50, set, equal, [.. equal, TestProfile.Of(10, 96)]);

        Assert.Equal(0, answer.Sd);
        Assert.Null(answer.Z);
        Assert.Null(answer.EwmaSignal);
    }

    [Fact]
    public void The_scale_of_the_moving_range_is_two_over_root_pi()
    {
        // Moving ranges of 10 throughout: sigma is 10 √π/2.
        var sigma = IndividualsLimits.Of([.. Tens.Select(l => l.Values[D50.Code])]).Sigma;

        Assert.Equal(10 * Math.Sqrt(Math.PI) / 2, sigma, 1e-12);
    }

    internal static ReferenceSet Set(IReadOnlyList<ConsistencyProfile> lots, double centre, double sigma, string attribute = AttributeCatalogue.SizeD50) => new()
    {
        Name = "set",
        Version = 1,
        Kind = LotKind.Of(lots[0]),
        Lots = [.. lots.Select(l => l.Lot)],
        Charted = ReferenceSets.UsuallyCharted,
        Limits = [new FrozenLimits { Attribute = attribute, Scale = AttributeScale.Linear, N = lots.Count, Centre = centre, Sigma = sigma, Sd = sigma }],
    };
}
