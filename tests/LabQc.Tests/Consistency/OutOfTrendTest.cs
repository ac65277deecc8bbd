using LabQc.Consistency;
using LabQc.Methods;

namespace LabQc.Tests.Consistency;

public sealed class OutOfTrendTest
{
    private static readonly ReferenceSet Set = AttributeConsistencyTest.Set(TestProfile.Steady(24), 95, 2.85);
    private static readonly DistributionComparison NoDistance = new() { Verdict = ConsistencyVerdict.InTrend };
    private static readonly HotellingComparison NoTSquared = new() { Attributes = ["size.d50"], Verdict = ConsistencyVerdict.InTrend };

    [Theory]
    [InlineData("N1", "size.d50 completes Nelson's rule 1: beyond 3 sigma")]
    [InlineData("N2", "size.d50 completes Nelson's rule 2: nine in a row on one side of the centre")]
    public void The_first_two_rules_count_on_a_charted_attribute(string rule, string words)
    {
        var attribute = Attribute() with { RuleViolations = [rule] };

        Assert.Equal([words], Reasons(Set, attribute));
        Assert.Empty(Reasons(Set, attribute with { IsCharted = false }));
    }

    [Fact]
    public void Everything_else_is_information_until_a_laboratory_lets_it_count()
    {
        var attribute = Attribute() with { RuleViolations = ["N5"], EwmaSignal = true, CusumSignal = true, OutsidePrediction = true };

        Assert.Empty(Reasons(Set, attribute));
        Assert.Equal(
            [
                "size.d50 completes Nelson's rule 5",
                "size.d50: the EWMA signals",
                "size.d50: a CUSUM signals",
                "size.d50 lies outside the 95 % prediction interval",
            ],
            Reasons(Set with { Counted = Enum.GetValues<CountedFinding>() }, attribute));
    }

    [Fact]
    public void A_far_distribution_and_a_high_t_squared_are_named_with_their_limits()
    {
        var distance = new DistributionComparison { Verdict = ConsistencyVerdict.OutOfTrend, DistanceNm = 12.34, LimitNm = 8.1 };
        var together = NoTSquared with { Verdict = ConsistencyVerdict.OutOfTrend, TSquared = 31.25, Limit = 25 };

        Assert.Equal(
            [
                "the distribution lies 12.3 nm from the set's mean distribution, the limit is 8.1 nm",
                "T² of size.d50 is 31.3, the limit is 25.0",
            ],
            OutOfTrend.Reasons(Set, [], distance, together));
    }

    [Fact]
    public void What_counts_shortens_the_run_until_a_false_alarm()
    {
        var usual = OutOfTrend.AverageRunLength(Set);
        var withEwma = OutOfTrend.AverageRunLength(Set with { Counted = [CountedFinding.Ewma] });
        var withAll = OutOfTrend.AverageRunLength(Set with { Counted = Enum.GetValues<CountedFinding>() });

        // Champ and Woodall 1987, table 1: rules of one beyond 3 sigma and eight in a row 153; nine in a row alarm more seldom.
        Assert.InRange(usual, 153, 370);
        Assert.InRange(1 / withEwma - 1 / usual, 1 / 400.0, 1 / 340.0);
        Assert.True(withAll < 20);
    }

    private static IReadOnlyList<string> Reasons(ReferenceSet set, AttributeComparison attribute) =>
        OutOfTrend.Reasons(set, [attribute], NoDistance, NoTSquared);

    private static AttributeComparison Attribute() =>
        new() { Attribute = "size.d50", Unit = "nm", Scale = AttributeScale.Linear, Value = 95, IsCharted = true };
}
