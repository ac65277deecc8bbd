using LabQc.Review;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>Decisions without a signature end with the first person.</summary>
public sealed class UnsignedDecisionTest : IDisposable
{
    private readonly ReviewedLaboratory _lab = new(withPeople: false);

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Before_the_first_person_a_decision_is_recorded_not_signed()
    {
        _lab.Measured();

        var decided = _lab.Do("Dr Elena Varga", work => new LotDecision(work).Decide(Lot, "released", "All in order.", deviation: null));

        Assert.Equal("recorded, not signed", decided.Standing);
        Assert.Empty(_lab.Signatures());
    }

    [Fact]
    public void From_the_first_person_on_it_is_refused_with_the_word_to_sign()
    {
        _lab.Measured();
        _lab.HirePeople();

        var refused = Assert.Throws<UnsignedDecisionException>(() => _lab.Do(Elena, work => new LotDecision(work).Decide(Lot, "released", "All in order.", deviation: null)));

        Assert.Contains("is signed", refused.Message, StringComparison.Ordinal);
        Assert.Equal("quarantined", _lab.State().Disposition);
    }

    [Fact]
    public void A_lot_released_before_is_recalled_by_signature()
    {
        _lab.Measured();
        _lab.Do("Dr Elena Varga", work => new LotDecision(work).Decide(Lot, "released", "All in order.", deviation: null));
        _lab.HirePeople();

        Assert.Equal("recalled", _lab.Recall().Meaning);
    }
}
