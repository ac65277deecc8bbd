using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Tests.AuditTrail;

namespace LabQc.Tests.People;

public sealed class ProvenPersonTest : IDisposable
{
    private const string Karin = PeopleRegistry.QaManager;
    private readonly PeopleRegistry _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_proof_is_good_for_one_signature()
    {
        var proof = _lab.Prove(Karin, ProofPurpose.Signing);
        proof.UseForSignature();
        Assert.Contains("anew", Assert.Throws<ProofRefusedException>(() => proof.UseForSignature()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proof_is_good_for_two_minutes()
    {
        var (early, late) = (_lab.Pretend(Karin, ProofPurpose.Signing), _lab.Pretend(Karin, ProofPurpose.Signing));
        _lab.Clock.Advance(TimeSpan.FromMinutes(2));
        early.UseForSignature();
        _lab.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Contains("two minutes", Assert.Throws<ProofRefusedException>(() => late.UseForSignature()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProofPurpose.SignIn, false)]
    [InlineData(ProofPurpose.OwnAccount, false)]
    [InlineData(ProofPurpose.Signing, true)]
    [InlineData(ProofPurpose.CommandLine, true)]
    public void Signing_in_is_no_proof_for_a_signature(ProofPurpose purpose, bool signs)
    {
        var refused = Record.Exception(() => _lab.Pretend(Karin, purpose).UseForSignature());
        Assert.Equal(signs, refused is null);
    }

    [Fact]
    public void The_account_is_looked_at_as_it_stands_when_the_signature_is_written()
    {
        var proof = _lab.Pretend(PeopleRegistry.Technician, ProofPurpose.Signing);
        _lab.As(PeopleRegistry.Administrator, a => a.Close(PeopleRegistry.Technician));
        using var work = _lab.Registry.Begin(proof.Actor);
        Assert.Throws<ProofRefusedException>(() => proof.UseForSignature(work));
    }

    [Fact]
    public void Nobody_outside_the_core_can_make_one() =>
        Assert.Empty(typeof(ProvenPerson).GetConstructors());

    [Fact]
    public void Only_a_demonstration_proves_again_without_a_password()
    {
        var proof = _lab.Pretend(Karin, ProofPurpose.Signing);
        Assert.Throws<InvalidOperationException>(() => proof.Again(_lab.Registry));

        using var scratch = new TestRegistry();
        var demonstration = LabRegistry.Create(scratch.Scratch("demonstration"), RegistryKind.Demonstration, scratch.Scratch("keys"), TestRegistry.Technician, scratch.Clock);
        proof.UseForSignature();
        proof.Again(demonstration).UseForSignature();
    }
}
