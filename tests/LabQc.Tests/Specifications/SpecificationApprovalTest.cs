using System.Text;
using LabQc.Evaluation;
using LabQc.Signatures;
using LabQc.Specifications;
using LabQc.Tests.Review;
using LabQc.Units;

namespace LabQc.Tests.Specifications;

public sealed class SpecificationApprovalTest : IDisposable
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private readonly ReviewedLaboratory _laboratory = new();

    public void Dispose() => _laboratory.Dispose();

    [Fact]
    public void An_approved_draft_becomes_the_next_version_and_judges_lots_from_its_day_on()
    {
        Draft("0.04");

        var approval = Approve(Today.AddDays(1));

        Assert.Equal(("EV", 2, Today.AddDays(1), "Dr Elena Varga"), (approval.Code, approval.Version, approval.EffectiveFrom, approval.ApprovedBy));
        var known = _laboratory.Read(work => new DefinitionRegister(work).Read());
        Assert.Equal(1, DefinitionRegister.EffectiveOn(known, "EV", Today).Version);
        Assert.Equal("0.04", DefinitionRegister.EffectiveOn(known, "EV", Today.AddDays(1)).Criteria[2].Limits.Upper!.Number.Text);
        Assert.Null(_laboratory.Read(work => new SpecificationDraftStore(work).Open("EV")));
        Assert.True(_laboratory.Registry.Verify().Ok);
    }

    [Fact]
    public void What_is_shown_before_signing_is_what_is_signed()
    {
        Draft("0.04");

        var shown = _laboratory.Read(work => new SpecificationApprovals(work).DossierSha256("EV", Today.AddDays(1)));
        var other = _laboratory.Read(work => new SpecificationApprovals(work).DossierSha256("EV", Today.AddDays(2)));

        Assert.NotEqual(shown, other);
        Assert.Equal(shown, Approve(Today.AddDays(1)).DossierSha256);
    }

    [Fact]
    public void The_signature_is_over_the_whole_text_of_the_version()
    {
        Draft("0.04");
        var approval = Approve(Today);

        var signature = Assert.Single(_laboratory.Read(work => new SignatureStore(work).Of(SignedSubject.Specification("EV", 2))));
        var dossier = Encoding.UTF8.GetString(_laboratory.Read(work => new SignatureStore(work).Dossier(approval.DossierSha256)!));

        Assert.Equal((approval.SignatureOrdinal, approval.DossierSha256, SpecificationApprovals.Statement), (signature.Ordinal, signature.DossierSha256, signature.Statement));
        Assert.Contains(@"\""upper\"":\""0.04\""", dossier, StringComparison.Ordinal);
        Assert.Contains(_laboratory.Registry.Events(), e => e is { Action: "specification.approved", Actor: "Dr Elena Varga", Reason: "Monograph revised." });
    }

    [Fact]
    public void A_version_that_was_defined_before_people_existed_says_that_nobody_signed_it()
    {
        Draft("0.04");
        Approve(Today);

        var standings = _laboratory.Read(work => new SpecificationApprovals(work).OfProduct(new DefinitionRegister(work).Read(), "EV"));

        Assert.Equal(["EV@2", "EV@1"], standings.Select(s => s.Specification.Name));
        Assert.StartsWith("approved by Dr Elena Varga at 2026-03-02T", standings[0].Words, StringComparison.Ordinal);
        Assert.Equal("defined, not signed", standings[1].Words);
    }

    [Fact]
    public void Days_that_are_over_are_not_judged_anew()
    {
        Draft("0.04");

        var refused = Assert.Throws<EffectiveDateRefusedException>(() => Approve(Today.AddDays(-1)));

        Assert.Equal(Today, refused.Earliest);
        Assert.Empty(_laboratory.Read(work => new SpecificationApprovalStore(work).All()));
    }

    [Fact]
    public void A_draft_with_problems_is_not_approved_and_names_them()
    {
        Draft("O.5");

        var refused = Assert.Throws<FormException>(() => Approve(Today));

        Assert.Equal("criteria[2].upper", Assert.Single(refused.Problems).Where);
        Assert.Null(_laboratory.Read(work => new SpecificationApprovals(work).Compare("EV", Today)));
        Assert.Single(_laboratory.Read(work => new DefinitionRegister(work).Read()).Specifications);
    }

    [Theory]
    [InlineData(ReviewedLaboratory.Mira)]
    [InlineData(ReviewedLaboratory.Auditor)]
    [InlineData(ReviewedLaboratory.Administrator)]
    public void Only_a_QA_manager_approves(string person)
    {
        Draft("0.04");

        Assert.Throws<SigningRefusedException>(() => Approve(Today, person));
        Assert.Single(_laboratory.Read(work => new DefinitionRegister(work).Read()).Specifications);
        Assert.NotNull(_laboratory.Read(work => new SpecificationDraftStore(work).Open("EV")));
    }

    [Fact]
    public void What_changed_since_it_was_read_is_not_approved()
    {
        Draft("0.04");
        _laboratory.Do(ReviewedLaboratory.Tomas, work => new SpecificationDraftStore(work).Save("EV", Edited("0.03"), "tighter", 2));

        var refused = Assert.Throws<SpecificationDraftChangedException>(() => Approve(Today, readVersion: 2));

        Assert.Equal(("Tomas Silva", 3L), (refused.Standing.SavedBy, refused.Standing.Version));
        Assert.Throws<SpecificationDraftChangedException>(() =>
            _laboratory.Do(ReviewedLaboratory.Elena, work => new SpecificationDraftStore(work).Save("EV", Edited("0.02"), "", 2)));
    }

    [Fact]
    public void A_specification_has_one_open_draft_and_a_discarded_one_makes_room()
    {
        Draft("0.04");

        Assert.Throws<SpecificationDraftExistsException>(() => Begin("EV", market: null));
        _laboratory.Do(ReviewedLaboratory.Elena, work => { new SpecificationDraftStore(work).Discard("EV", "Not needed.", 2); return true; });
        Assert.Empty(_laboratory.Read(work => new SpecificationDraftStore(work).Open()));
        Assert.Equal((2L, 1L, 1), Begin("EV", market: null) is var d ? (d.Draft, d.Version, d.BasedOn) : default);
        Assert.Equal(4, _laboratory.Read(work => new SpecificationDraftStore(work).Versions("EV")).Count);
    }

    [Fact]
    public void A_draft_is_compared_with_the_version_in_force()
    {
        Draft("0.04");

        var comparison = _laboratory.Read(work => new SpecificationApprovals(work).Compare("EV", Today))!;

        var changed = Assert.Single(comparison.Criteria, c => c.Kind != CriterionChangeKind.Same);
        Assert.Equal(new SpecificationFieldChange("Limits", "below 0.5", "below 0.04"), changed.Fields[0]);
    }

    [Fact]
    public void A_lot_is_judged_by_the_specifications_of_several_markets()
    {
        _laboratory.Measured(endotoxin: "0.2");
        Begin("EV", "US");
        _laboratory.Do(ReviewedLaboratory.Elena, work => new SpecificationDraftStore(work).Save("EV/US", Edited("0.1"), "US", 1));
        _laboratory.Do(ReviewedLaboratory.Elena, work => new SpecificationApprovals(work).Approve(_laboratory.Prove(ReviewedLaboratory.Elena), "EV/US", 2, Today, "US market."));

        var own = _laboratory.Do(ReviewedLaboratory.Elena, work => new LotEvaluator(work).Evaluate("EV-1", specification: null));
        var market = _laboratory.Do(ReviewedLaboratory.Elena, work => new LotEvaluator(work).Evaluate("EV-1", "EV/US@1"));

        Assert.Equal(("EV", "conforms"), (own.SpecificationProduct, own.Verdict));
        Assert.Equal(("EV/US", "does-not-conform"), (market.SpecificationProduct, market.Verdict));
        Assert.Equal("conforms", _laboratory.Read(work => new EvaluationStore(work).Newest("EV-1", "EV"))!.Verdict);
        Assert.Equal(["EV@1", "EV/US@1"], _laboratory.Read(work => DefinitionRegister.OfProduct(new DefinitionRegister(work).Read(), "EV")).Select(s => s.Name));
        Assert.True(_laboratory.Registry.Verify().Ok);
    }

    [Fact]
    public void A_draft_of_what_is_not_defined_is_refused() =>
        Assert.Equal(["product", "market"], Assert.Throws<FormException>(() => Begin("OTHER", "a b", empty: true)).Problems.Select(p => p.Where));

    [Fact]
    public void Once_specifications_are_signed_a_file_brings_no_new_one()
    {
        const string File = """{"specifications": [{"product": "EV", "version": 2, "effective_from": "2026-04-01", "criteria": [{"attribute": "assay.protein"}]}]}""";

        var refused = Assert.Throws<FormException>(() => _laboratory.Do(ReviewedLaboratory.Elena, work => new DefinitionRegister(work).Define(File, "new.json", specificationsAreSigned: true)));

        Assert.Equal("EV@2", Assert.Single(refused.Problems).Where);
    }

    private SpecificationDraft Begin(string product, string? market, bool empty = false) => _laboratory.Do(ReviewedLaboratory.Elena, work =>
        new SpecificationDraftStore(work).Begin(product, market, empty ? null : DefinitionRegister.Named(new DefinitionRegister(work).Read(), "EV@1"), "Endotoxin tightened"));

    /// <summary>A draft at its second saving, with another limit of endotoxin.</summary>
    private void Draft(string endotoxin)
    {
        Begin("EV", market: null);
        _laboratory.Do(ReviewedLaboratory.Elena, work => new SpecificationDraftStore(work).Save("EV", Edited(endotoxin), "Endotoxin tightened", 1));
    }

    private SpecificationForm Edited(string endotoxin)
    {
        var form = SpecificationForm.Of(_laboratory.Read(work => DefinitionRegister.Named(new DefinitionRegister(work).Read(), "EV@1")));
        return form with { Criteria = [.. form.Criteria.Select(c => c.Attribute == "safety.endotoxin" ? c with { Upper = endotoxin } : c)] };
    }

    private SpecificationApproval Approve(DateOnly from, string by = ReviewedLaboratory.Elena, long readVersion = 2) =>
        _laboratory.Do(by, work => new SpecificationApprovals(work).Approve(_laboratory.Prove(by), "EV", readVersion, from, "Monograph revised."));
}
