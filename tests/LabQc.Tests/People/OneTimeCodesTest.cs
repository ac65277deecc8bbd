using LabQc.People;
using OtpNet;

namespace LabQc.Tests.People;

public sealed class OneTimeCodesTest : IDisposable
{
    private const string Mira = PeopleRegistry.Technician;
    private readonly PeopleRegistry _lab = new();
    private byte[] _seed = [];

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_RFC_6238_appendix_B_cut_to_six_digits(long seconds, string code) =>
        Assert.Equal(code, OneTimeCodes.Code("12345678901234567890"u8.ToArray(), DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Fact]
    public void A_seed_is_shown_as_text_and_as_an_address_for_apps()
    {
        var setup = _lab.As(Mira, a => a.BeginOneTimeCodes());

        Assert.Equal(20, Base32Encoding.ToBytes(setup.Secret).Length);
        Assert.StartsWith("otpauth://totp/LabQc:mira.okafor?secret=" + setup.Secret, setup.Uri, StringComparison.Ordinal);
        Assert.Contains("issuer=LabQc", setup.Uri, StringComparison.Ordinal);
        Assert.False(_lab.SignIn.NeedsCode(Mira));
    }

    [Fact]
    public void They_are_switched_on_by_a_right_code_and_asked_for_from_then_on()
    {
        var setup = _lab.As(Mira, a => a.BeginOneTimeCodes());
        Assert.Throws<CodeRefusedException>(() => _lab.As(Mira, a => a.EnableOneTimeCodes(setup.Sealed, "000000")));
        Assert.Throws<CodeRefusedException>(() => _lab.As(PeopleRegistry.Auditor, a => a.EnableOneTimeCodes(setup.Sealed, "000000")));

        Assert.Equal(10, Enable().Distinct().Count());

        Assert.True(_lab.SignIn.NeedsCode(Mira));
        Assert.Throws<OneTimeCodeNeededException>(() => _lab.Prove(Mira));
        _lab.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("password and one-time code", _lab.Prove(Mira, ProofPurpose.Signing, Code()).Authentication);
    }

    [Fact]
    public void A_code_of_the_step_before_or_after_is_taken_and_no_older_one()
    {
        Enable();
        _lab.Clock.Advance(TimeSpan.FromMinutes(10));
        var old = OneTimeCodes.Code(_seed, _lab.Clock.GetUtcNow().AddSeconds(-60));
        Assert.Equal(4, Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira, code: old)).AttemptsLeft);
        _lab.Prove(Mira, code: OneTimeCodes.Code(_seed, _lab.Clock.GetUtcNow().AddSeconds(-30)));
        _lab.Prove(Mira, code: OneTimeCodes.Code(_seed, _lab.Clock.GetUtcNow().AddSeconds(30)));
    }

    [Fact]
    public void Each_time_step_counts_once()
    {
        Enable();
        Assert.Contains("used already", Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira, code: Code())).Message, StringComparison.Ordinal);
        _lab.Clock.Advance(TimeSpan.FromSeconds(30));
        _lab.Prove(Mira, code: Code());
        Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira, code: Code()));
    }

    [Fact]
    public void Wrong_codes_lock_as_wrong_passwords_do()
    {
        Enable();
        _lab.Clock.Advance(TimeSpan.FromMinutes(10));
        var wrong = Code() == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++)
            Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira, code: wrong));
        Assert.NotNull(Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira, code: Code())).LockedUntil);
    }

    [Fact]
    public void A_recovery_code_lets_in_once_and_does_not_sign()
    {
        var codes = Enable();
        Assert.Contains("does not sign", Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira, ProofPurpose.Signing, codes[0])).Message, StringComparison.Ordinal);

        var proven = _lab.Prove(Mira, ProofPurpose.CommandLine, codes[0].ToLowerInvariant());

        Assert.Equal("password and recovery code", proven.Authentication);
        Assert.Throws<ProofRefusedException>(() => proven.UseForSignature());
        Assert.Equal(9, _lab.As(Mira, a => a.RecoveryCodesLeft(Mira)));
        Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira, ProofPurpose.SignIn, codes[0]));
        Assert.DoesNotContain(codes[1], _lab.As(Mira, a => a.RenewRecoveryCodes(_lab.Pretend(Mira))));
        Assert.Throws<SignInRefusedException>(() => _lab.Prove(Mira, ProofPurpose.SignIn, codes[1]));
    }

    [Fact]
    public void Switching_them_off_takes_the_password()
    {
        Enable();
        Assert.Throws<ProofRefusedException>(() => _lab.As(Mira, a => a.RemoveOneTimeCodes(_lab.Pretend(Mira, authentication: Proofs.Token))));
        _lab.Clock.Advance(TimeSpan.FromSeconds(30));
        _lab.As(Mira, a => a.RemoveOneTimeCodes(_lab.Prove(Mira, code: Code())));

        Assert.Equal("password", _lab.Prove(Mira).Authentication);
        Assert.Equal(0, _lab.As(Mira, a => a.RecoveryCodesLeft(Mira)));
    }

    [Fact]
    public void A_reset_leaves_them_unless_it_says_so()
    {
        Enable();
        var first = _lab.As(PeopleRegistry.Administrator, a => a.ResetCredentials(Mira));
        Assert.Null(_lab.SignIn.Activate(first.Code, PeopleRegistry.Password, acceptsStatement: true));
        Assert.Throws<OneTimeCodeNeededException>(() => _lab.Prove(Mira));

        var second = _lab.As(PeopleRegistry.Administrator, a => a.ResetCredentials(Mira, removeOneTimeCodes: true));
        Assert.NotNull(_lab.SignIn.Activate(second.Code, PeopleRegistry.Password, acceptsStatement: true));
        Assert.False(_lab.SignIn.NeedsCode(Mira));
    }

    [Fact]
    public void A_seed_is_kept_encrypted_and_opens_for_its_person_only()
    {
        Enable();
        var stored = Assert.Single(_lab.Read<string>("SELECT secret FROM credential_secret WHERE kind = 'totp'"));
        using var work = _lab.Registry.Begin(LabQc.AuditTrail.Actor.OfAccount());
        var vault = SecretVault.Of(work);

        Assert.StartsWith("aes-256-gcm$", stored, StringComparison.Ordinal);
        Assert.Equal(_seed, vault.Open(stored, OneTimeCodes.Context(Mira)));
        Assert.Null(vault.Open(stored, OneTimeCodes.Context(PeopleRegistry.Auditor)));
        Assert.Null(vault.Open(stored[..^4] + "AAA=", OneTimeCodes.Context(Mira)));
        Assert.Null(vault.Open("nonsense", OneTimeCodes.Context(Mira)));
        Assert.Null(new SecretVault(new byte[32]).Open(stored, OneTimeCodes.Context(Mira)));
    }

    private IReadOnlyList<string> Enable()
    {
        var setup = _lab.As(Mira, a => a.BeginOneTimeCodes());
        _seed = Base32Encoding.ToBytes(setup.Secret);
        return _lab.As(Mira, a => a.EnableOneTimeCodes(setup.Sealed, Code()));
    }

    private string Code() => OneTimeCodes.Code(_seed, _lab.Clock.GetUtcNow());
}
