using LabQc.Consistency;
using LabQc.Methods;

namespace LabQc.Tests.Consistency;

public sealed class ReferenceSetCandidatesTest
{
    private static readonly IReadOnlyList<ReferenceSetCandidate> Five = [.. TestProfile.Steady(5).Select(p => new ReferenceSetCandidate(p, null, []))];

    [Fact]
    public void A_lot_before_the_last_chosen_one_is_taken_in_or_left_out_for_a_cause()
    {
        Assert.Equal(["L002", "L003"], ReferenceSetCandidates.WithoutCause(Five, ["L001", "L004"], []));
        Assert.Equal(["L003"], ReferenceSetCandidates.WithoutCause(Five, ["L001", "L004"], [new LeftOutLot("L002", "pump failure")]));
        Assert.Empty(ReferenceSetCandidates.WithoutCause(Five, ["L001", "L002", "L003"], []));
        Assert.Empty(ReferenceSetCandidates.WithoutCause(Five, [], []));
    }

    [Fact]
    public void Limits_are_told_in_the_unit_of_the_attribute()
    {
        var concentration = ControlLimits.Of(new FrozenLimits { Attribute = AttributeCatalogue.ParticlesPerMl, Scale = AttributeScale.Log10, N = 20, Centre = 11, Sigma = 0.1, Sd = 0.1 });
        var still = ControlLimits.Of(new FrozenLimits { Attribute = AttributeCatalogue.SizeD50, Scale = AttributeScale.Linear, N = 2, Centre = 95, Sigma = null, Sd = 0 });

        Assert.Equal(1e11, concentration.Centre, 1e5);
        Assert.Equal(Math.Pow(10, 10.7), concentration.Lower!.Value, 1e5);
        Assert.Equal(Math.Pow(10, 11.3), concentration.Upper!.Value, 1e5);
        Assert.Equal((95, null, null), (still.Centre, still.Lower, still.Upper));
    }

    [Fact]
    public void What_counts_besides_shortens_the_run_length()
    {
        var usual = ReferenceSets.AverageRunLength([]);
        var more = ReferenceSets.AverageRunLength([CountedFinding.Ewma]);

        Assert.InRange(usual, 150, 370);
        Assert.InRange(more, 50, usual - 1);
        Assert.InRange(ReferenceSets.AverageRunLength([CountedFinding.PredictionInterval]), 10, 20);
    }
}
