using System.Text.Json;
using LabQc.Evaluation;
using LabQc.Measurements;

namespace LabQc.Tests.Measurements;

public sealed class ReplicateExclusionTest : IDisposable
{
    private const string Lot = "MSC-UC-2601A";
    private const string Mira = UploadingLaboratory.Mira;
    private const string Jonas = UploadingLaboratory.Jonas;
    private readonly UploadingLaboratory _laboratory = new();

    public ReplicateExclusionTest()
    {
        _laboratory.Lot(Lot);
        _laboratory.Upload(Lot, Lot);
        _laboratory.Take();
    }

    public void Dispose() => _laboratory.Dispose();

    [Fact]
    public void Before_a_verdict_was_shown_an_exclusion_takes_effect_at_once()
    {
        var outcome = Exclude(Mira);

        Assert.True(outcome.TakesEffect);
        Assert.False(First().Included);
        Assert.False(First().Decision!.AfterVerdict);
    }

    [Fact]
    public void After_a_verdict_it_has_no_effect_until_another_person_confirms_it()
    {
        _laboratory.Evaluate(Lot);

        var outcome = Exclude(Mira);

        Assert.Equal((1L, "Mira Okafor", "vibration of the bench"), (outcome.Proposal!.Number, outcome.Proposal.ProposedBy, outcome.Proposal.Reason));
        Assert.True(First().Included);
        Assert.Equal(1, _laboratory.Evaluate(Lot).Ordinal);

        Confirm(Jonas);

        Assert.False(First().Included);
        Assert.Equal(("Mira Okafor", "vibration of the bench", true), (First().Decision!.RecordedBy, First().Decision!.Reason, First().Decision!.AfterVerdict));
        var answered = Assert.Single(Proposals());
        Assert.Equal(("confirmed", "Jonas Lind", "seen in the log"), (answered.Answer, answered.AnsweredBy, answered.AnswerReason));
        Assert.True(_laboratory.Registry.Verify().Ok);
    }

    [Fact]
    public void The_verdict_with_and_without_it_is_shown_afterwards()
    {
        _laboratory.Evaluate(Lot);
        Exclude(Mira);
        Confirm(Jonas);

        using var answer = JsonDocument.Parse(_laboratory.Evaluate(Lot).Answer);

        Assert.Equal(JsonValueKind.Object, answer.RootElement.GetProperty("without_exclusions").ValueKind);
    }

    [Fact]
    public void Nobody_answers_an_own_proposal()
    {
        _laboratory.Evaluate(Lot);
        Exclude(Mira);

        Assert.Throws<SecondPersonException>(() => Confirm(Mira));
        Assert.Throws<SecondPersonException>(() => Decline(Mira));
        Assert.True(Assert.Single(Proposals()).IsPending);
        Assert.True(First().Included);
    }

    [Fact]
    public void A_declined_proposal_never_takes_effect_and_stays_on_record()
    {
        _laboratory.Evaluate(Lot);
        Exclude(Mira);
        Decline(Jonas);

        Assert.True(First().Included);
        Assert.Equal("declined", Assert.Single(Proposals()).Answer);
        Assert.Throws<ExclusionAnsweredException>(() => Confirm(Jonas));
        Assert.Equal(2, Exclude(Mira).Proposal!.Number);
    }

    [Fact]
    public void Proposals_that_wait_are_listed_for_a_lot_and_for_all_lots()
    {
        _laboratory.Evaluate(Lot);
        Exclude(Mira);

        var pending = Assert.Single(_laboratory.Do(Jonas, work => new ExclusionProposalStore(work).Pending()));

        Assert.Equal((Lot, First().Name, false), (pending.LotNumber, pending.Replicate, pending.Included));
        Assert.Single(_laboratory.Do(Jonas, work => new ExclusionProposalStore(work).Pending(Lot)));
        Assert.Empty(_laboratory.Do(Jonas, work => new ExclusionProposalStore(work).Pending("MSC-UC-2602A")));
        Confirm(Jonas);
        Assert.Empty(_laboratory.Do(Jonas, work => new ExclusionProposalStore(work).Pending()));
    }

    [Fact]
    public void While_a_proposal_waits_no_other_about_the_same_replicate_is_made()
    {
        _laboratory.Evaluate(Lot);
        Exclude(Mira);

        Assert.Throws<ExclusionPendingException>(() => Exclude(Jonas));
    }

    [Fact]
    public void Taking_a_replicate_back_in_needs_a_second_person_too()
    {
        Exclude(Mira);
        _laboratory.Evaluate(Lot);

        var outcome = _laboratory.Do(Mira, work => new ReplicateExclusion(work).Decide(Lot, First(), included: true, "the log shows nothing"));

        Assert.True(outcome.Proposal!.Included);
        Assert.False(First().Included);
        Confirm(Jonas);
        Assert.True(First().Included);
    }

    [Fact]
    public void What_stands_so_already_is_refused()
    {
        Exclude(Mira);

        Assert.Throws<NothingToExcludeException>(() => Exclude(Mira));
        Assert.Throws<ExclusionProposalMissingException>(() => Confirm(Jonas));
    }

    [Fact]
    public void Without_people_there_is_no_second_person_and_it_takes_effect_at_once()
    {
        using var alone = new UploadingLaboratory(withPeople: false);
        alone.Lot(Lot);
        alone.Upload(Lot, Lot);
        alone.Take();
        alone.Evaluate(Lot);

        var outcome = alone.Do(Mira, work => new ReplicateExclusion(work).Decide(Lot, alone.Measurements(Lot)[0].Runs[0].Replicates[0], included: false, "vibration"));

        Assert.Equal(new ExclusionOutcome(null, AfterVerdict: true), outcome);
        Assert.False(alone.Measurements(Lot)[0].Runs[0].Replicates[0].Included);
    }

    [Fact]
    public void Both_verdicts_can_be_seen_before_anything_is_decided()
    {
        _laboratory.Evaluate(Lot);

        var effect = _laboratory.Do(Jonas, work => ExclusionEffect.Of(work, Lot, First(), "vibration"));

        var all = _laboratory.Measurements(Lot)[0].Runs[0].Replicates.Where(r => r.Included).Select(r => r.D50Nm!.Value).ToList();
        Assert.Equal(all.Average(), effect.AsItStands.Criteria.First(c => c.Attribute == "size.d50").Value.Value!.Value, 1e-9);
        Assert.Equal(all.Skip(1).Average(), effect.Proposed.Criteria.First(c => c.Attribute == "size.d50").Value.Value!.Value, 1e-9);
        Assert.True(First().Included);
        Assert.Equal(1, _laboratory.Evaluate(Lot).Ordinal);

        Exclude(Mira);
        Confirm(Jonas);
        var back = _laboratory.Do(Jonas, work => ExclusionEffect.Of(work, Lot, First(), "back in"));
        Assert.Equal(effect.AsItStands.Verdict, back.Proposed.Verdict);
        Assert.Equal(effect.Proposed.Verdict, back.AsItStands.Verdict);
    }

    private Replicate First() => _laboratory.Measurements(Lot)[0].Runs[0].Replicates[0];

    private ExclusionOutcome Exclude(string by) => _laboratory.Do(by, work => new ReplicateExclusion(work).Decide(Lot, First(), included: false, "vibration of the bench"));

    private void Confirm(string by) => _laboratory.Do(by, work =>
    {
        new ReplicateExclusion(work).Confirm(Lot, 1, "seen in the log");
        return true;
    });

    private void Decline(string by) => _laboratory.Do(by, work =>
    {
        new ReplicateExclusion(work).Decline(Lot, 1, "nothing in the log");
        return true;
    });

    private IReadOnlyList<ExclusionProposal> Proposals() => _laboratory.Do(Jonas, work => new ExclusionProposalStore(work).OfLot(Lot));
}
