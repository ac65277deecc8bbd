using System.Text;
using LabQc.AuditTrail;

namespace LabQc.Tests.AuditTrail;

public sealed class CheckpointTest : IDisposable
{
    private readonly TestRegistry _registry = new();
    private readonly SignedCheckpoint _checkpoint;

    public CheckpointTest()
    {
        foreach (var code in new[] { "A", "B", "C" })
            _registry.Define(code);
        _checkpoint = _registry.TakeCheckpoint();
    }

    public void Dispose() => _registry.Dispose();

    [Fact]
    public void It_says_how_far_the_chain_had_come_and_its_signature_holds()
    {
        var head = _registry.Events()[^1];

        Assert.Equal(
            new Checkpoint
            {
                Site = "main",
                Length = 4,
                HeadHash = head.Hash,
                Time = "2026-03-02T09:18:00.0000000Z",
                RegistryId = _registry.Registry.Identity.RegistryId,
                PublicKey = _registry.Registry.Identity.PublicKey,
            },
            _checkpoint.Checkpoint);
        Assert.True(_checkpoint.SignatureHolds());
        Assert.Equal(384, _checkpoint.Signature.Length);
    }

    [Fact]
    public void It_fits_the_registry_then_and_after_it_grew()
    {
        Assert.True(_registry.Verify(_checkpoint).Ok);
        _registry.Define("D");
        Assert.True(_registry.Verify(_checkpoint).Ok);
    }

    [Fact]
    public void An_end_cut_off_with_its_rows_shows_only_by_the_checkpoint()
    {
        for (var length = 3; length >= 1; length--)
        {
            _registry.Tamper($"DELETE FROM audit_event WHERE sequence > {length}");
            _registry.Tamper($"DELETE FROM product WHERE code > '{"@ABC"[length - 1]}'");
            Assert.True(_registry.Verify().Ok);

            var problem = Assert.Single(_registry.Verify(_checkpoint).Problems);

            Assert.Equal(ProblemKinds.HistoryCutOff, problem.Kind);
            Assert.Contains($"saw 4 events, and the last one now is {length}", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_end_cut_off_and_grown_again_by_LabQc_itself_is_a_rewritten_history()
    {
        _registry.Tamper("DELETE FROM audit_event WHERE sequence > 3");
        _registry.Tamper("DELETE FROM product WHERE code = 'C'");
        _registry.Define("X");
        _registry.Define("Y");
        Assert.True(_registry.Verify().Ok);

        Assert.Equal([ProblemKinds.HistoryRewritten], _registry.Verify(_checkpoint).Problems.Select(p => p.Kind));
    }

    [Fact]
    public void A_history_rewritten_by_somebody_who_has_the_HMAC_key_shows_only_by_the_checkpoint()
    {
        var key = _registry.Registry.Keys.HmacKey();
        var previous = AuditChain.Beginning;
        var rewritten = new List<AuditEvent>();
        foreach (var e in _registry.Events())
        {
            var canonical = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(e.Canonical).Replace("T. Echnician", "N. Obody", StringComparison.Ordinal));
            var hash = AuditChain.Hash(e.Site, e.Sequence, previous, canonical);
            rewritten.Add(e with { Actor = "N. Obody", Canonical = canonical, PreviousHash = previous, Hash = hash, Hmac = AuditChain.Hmac(key, hash) });
            previous = hash;
        }
        _registry.ReplaceEvents(rewritten);
        Assert.True(_registry.Verify().Ok);

        Assert.Equal([ProblemKinds.HistoryRewritten], _registry.Verify(_checkpoint).Problems.Select(p => p.Kind));
    }

    [Fact]
    public void Every_byte_of_payload_and_signature_is_held()
    {
        for (var at = 0; at < _checkpoint.Payload.Length; at += 7)
            Assert.False(Holds(Flipped(_checkpoint.Payload, at), _checkpoint.Signature));
        for (var at = 0; at < _checkpoint.Signature.Length; at += 16)
            Assert.False(Holds(_checkpoint.Payload, Flipped(_checkpoint.Signature, at)));
        Assert.False(Holds(_checkpoint.Payload, []));
    }

    [Fact]
    public void A_forged_checkpoint_is_refused()
    {
        var forged = new SignedCheckpoint((_checkpoint.Checkpoint with { Length = 3 }).Payload(), _checkpoint.Signature);

        Assert.Equal([ProblemKinds.CheckpointForged], _registry.Verify(forged).Problems.Select(p => p.Kind));
    }

    [Fact]
    public void Another_registrys_checkpoint_is_refused()
    {
        using var other = TestRegistry.OfAnotherLaboratory();

        Assert.Equal([ProblemKinds.CheckpointForeign], _registry.Verify(other.TakeCheckpoint()).Problems.Select(p => p.Kind));
    }

    [Fact]
    public void A_checkpoint_that_somebody_signed_with_a_key_of_their_own_is_refused()
    {
        using var other = TestRegistry.OfAnotherLaboratory();
        using var key = other.Registry.Keys.SigningKey();
        var payload = (_checkpoint.Checkpoint with { PublicKey = other.Registry.Identity.PublicKey }).Payload();
        var signature = key.SignData(payload, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1);

        var result = _registry.Verify(new SignedCheckpoint(payload, signature));

        Assert.Equal([ProblemKinds.CheckpointForeign], result.Problems.Select(p => p.Kind));
    }

    [Fact]
    public void Against_a_checkpoint_alone_says_the_same()
    {
        using var work = _registry.Begin();
        Assert.Empty(new Verification(work).Against(_checkpoint));

        _registry.Tamper("DELETE FROM audit_event WHERE sequence > 2");

        Assert.Equal([ProblemKinds.HistoryCutOff], new Verification(work).Against(_checkpoint).Select(p => p.Kind));
    }

    [Fact]
    public void A_key_that_is_not_the_registrys_signs_nothing()
    {
        using var other = TestRegistry.OfAnotherLaboratory();
        File.Copy(PrivateKey(other), PrivateKey(_registry), overwrite: true);
        Assert.Throws<CheckpointRefusedException>(_registry.TakeCheckpoint);

        File.WriteAllText(PrivateKey(_registry), "scribble");
        Assert.Throws<KeyUnreadableException>(_registry.TakeCheckpoint);

        File.Delete(PrivateKey(_registry));
        Assert.Throws<KeyMissingException>(_registry.TakeCheckpoint);
    }

    [Fact]
    public void A_damaged_end_is_not_signed()
    {
        _registry.Tamper("UPDATE audit_event SET canonical = CAST(canonical || ' ' AS BLOB) WHERE sequence = 4");

        Assert.Throws<CheckpointRefusedException>(_registry.TakeCheckpoint);
    }

    [Fact]
    public void A_file_reads_back_whatever_its_line_ends_and_is_never_replaced()
    {
        var path = _registry.Scratch("checkpoint");
        CheckpointFile.Write(path, _checkpoint);
        Assert.Equal(_checkpoint.Payload, CheckpointFile.Read(path).Payload);
        Assert.Throws<CheckpointRefusedException>(() => CheckpointFile.Write(path, _checkpoint));

        File.WriteAllText(path, File.ReadAllText(path).ReplaceLineEndings("\r\n") + "\r\n");
        Assert.True(CheckpointFile.Read(path).SignatureHolds());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}\nAAAA\n")]
    [InlineData("no JSON\nAAAA\n")]
    [InlineData("{\"form\":\"labqc-checkpoint/1\",\"length\":\"-1\"}\nAAAA\n")]
    [InlineData("{\"form\":\"labqc-checkpoint/1\",\"site\":\"main\"}\nAAAA\n")]
    [InlineData("{\"form\":\"labqc-checkpoint/2\"}\nAAAA\n")]
    [InlineData("{\"form\":\"labqc-checkpoint/1\"}\nno base64!\n")]
    public void A_file_that_is_no_checkpoint_is_refused(string text)
    {
        var path = _registry.Scratch("checkpoint");
        File.WriteAllText(path, text);

        Assert.Throws<CheckpointUnreadableException>(() => CheckpointFile.Read(path));
        Assert.Throws<CheckpointUnreadableException>(() => CheckpointFile.Read(path + "-that-is-not-there"));
    }

    [Fact]
    public void OpenSSL_agrees_with_the_signature()
    {
        Reference.Require(OtherProgram.IsThere("openssl", "version"), "openssl is not installed.");
        var (file, payload, signature, key) = (_registry.Scratch("checkpoint"), _registry.Scratch("payload"), _registry.Scratch("sig.bin"), _registry.Scratch("pub.pem"));
        CheckpointFile.Write(file, _checkpoint);
        var lines = File.ReadAllLines(file);
        File.WriteAllBytes(payload, Encoding.UTF8.GetBytes(lines[0]));
        File.WriteAllBytes(signature, Convert.FromBase64String(lines[1]));
        File.WriteAllText(key, _checkpoint.Checkpoint.PublicKey);
        string[] arguments = ["dgst", "-sha256", "-verify", key, "-signature", signature, payload];

        var (exitCode, output) = OtherProgram.Run("openssl", arguments);
        Assert.Equal((0, "Verified OK"), (exitCode, output.Trim()));

        File.WriteAllBytes(payload, Flipped(_checkpoint.Payload, 20));
        Assert.NotEqual(0, OtherProgram.Run("openssl", arguments).ExitCode);
    }

    private static string PrivateKey(TestRegistry registry) =>
        Path.Combine(registry.KeysFolder, registry.Registry.Identity.RegistryId + ".pem");

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var flipped = bytes.ToArray();
        flipped[at] ^= 1;
        return flipped;
    }

    private static bool Holds(byte[] payload, byte[] signature)
    {
        try
        {
            return new SignedCheckpoint(payload, signature).SignatureHolds();
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
