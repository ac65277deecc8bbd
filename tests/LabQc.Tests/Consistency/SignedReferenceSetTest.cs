using LabQc.AuditTrail;
using LabQc.Consistency;
using LabQc.Methods;
using LabQc.Signatures;
using LabQc.Tests.Review;

namespace LabQc.Tests.Consistency;

public sealed class SignedReferenceSetTest
{
    private static readonly ReferenceSet Proposed = new()
    {
        Name = "EV by precipitation",
        Version = 0,
        Kind = new LotKind("EV", "precipitation", "NanoSight · NTA 3.4"),
        Lots = ["EV-1", "EV-2"],
        Charted = ["size.d50"],
        Limits = [new FrozenLimits { Attribute = "size.d50", Scale = AttributeScale.Linear, N = 2, Centre = 100.25, Sigma = 1.5, Sd = 2 }],
    };

    [Fact]
    public void A_set_is_frozen_by_the_signature_of_a_QA_manager_over_its_lots_and_numbers()
    {
        using var laboratory = new ReviewedLaboratory();

        var frozen = laboratory.Do(ReviewedLaboratory.Elena, work => Freeze(work, laboratory.Prove(ReviewedLaboratory.Elena)));

        var signature = Assert.Single(laboratory.Read(work => new SignatureStore(work).Of(SignedSubject.ReferenceSet(frozen.Name, 1))));
        Assert.Equal(("Dr Elena Varga", "approved", "Two good lots."), (signature.PrintedName, signature.Meaning, signature.Reason));
        var standing = laboratory.Read(work => Assert.Single(new ReferenceSetStore(work).Versions(frozen.Name)));
        Assert.Equal(ReferenceSetDossier.Of(standing), laboratory.Read(work => new SignatureStore(work).Dossier(signature.DossierSha256)));
        Assert.NotEqual(ReferenceSetDossier.Of(standing), ReferenceSetDossier.Of(standing with { Limits = [standing.Limits[0] with { Centre = 100.26 }] }));
        Assert.True(laboratory.Registry.Verify().Ok);
    }

    [Fact]
    public void Once_people_exist_nobody_freezes_without_signing_or_without_being_QA_manager()
    {
        using var laboratory = new ReviewedLaboratory();

        Assert.Throws<ReferenceSetRefusedException>(() => laboratory.Do(ReviewedLaboratory.Elena, work => Freeze(work, signer: null)));
        Assert.Throws<SigningRefusedException>(() => laboratory.Do(ReviewedLaboratory.Mira, work => Freeze(work, laboratory.Prove(ReviewedLaboratory.Mira))));
        Assert.Empty(laboratory.Read(work => new ReferenceSetStore(work).All()));
    }

    [Fact]
    public void Before_people_exist_a_set_is_frozen_without_a_signature()
    {
        using var laboratory = new ReviewedLaboratory(withPeople: false);

        Assert.Equal(1, laboratory.Do("T. Echnician", work => Freeze(work, signer: null)).Version);
    }

    private static ReferenceSet Freeze(LabWork work, LabQc.People.ProvenPerson? signer) =>
        new ReferenceSets(work, new AttributeCatalogue()).Freeze(Proposed, "Two good lots.", [], [], signer);
}
