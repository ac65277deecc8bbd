using System.Security.Cryptography;
using LabQc.Units;

namespace LabQc.AuditTrail;

/// <summary>A checkpoint with the bytes that were signed and their signature (RSA-3072, PKCS#1 v1.5, SHA-256).</summary>
public sealed class SignedCheckpoint
{
    /// <summary>A checkpoint as it was received.</summary>
    /// <exception cref="FormatException">The payload is no checkpoint's.</exception>
    public SignedCheckpoint(byte[] payload, byte[] signature)
    {
        Checkpoint = Checkpoint.FromPayload(payload);
        Payload = payload;
        Signature = signature;
    }

    public Checkpoint Checkpoint { get; }

    /// <summary>The bytes that were signed.</summary>
    public byte[] Payload { get; }

    public byte[] Signature { get; }

    /// <summary>Takes and signs a checkpoint of the site's chain as it stands. Nothing is recorded.</summary>
    /// <exception cref="KeyMissingException">The signing key is not where it should be.</exception>
    /// <exception cref="CheckpointRefusedException">There are no events, the last one is damaged, or the key is not this registry's.</exception>
    public static SignedCheckpoint Take(LabWork work)
    {
        var last = new AuditEventStore(work.Session).Last(work.Site) ?? throw new CheckpointRefusedException("there are no events");
        if (last.Hash != AuditChain.Hash(last.Site, last.Sequence, last.PreviousHash, last.Canonical))
            throw new CheckpointRefusedException("the last event is not what its hash says. Run `labqc verify`");
        var payload = new Checkpoint
        {
            Site = work.Site,
            Length = last.Sequence,
            HeadHash = last.Hash,
            Time = work.Now(),
            RegistryId = work.Registry.RegistryId,
            PublicKey = work.Registry.PublicKey,
        }.Payload();
        using var key = work.SigningKey();
        var signed = new SignedCheckpoint(payload, key.SignData(payload, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return signed.SignatureHolds() ? signed : throw new CheckpointRefusedException("the signing key does not belong to this registry");
    }

    /// <summary>Whether the signature was made over the payload with the key whose public half the payload names.</summary>
    public bool SignatureHolds()
    {
        using var key = RSA.Create();
        try
        {
            key.ImportFromPem(Checkpoint.PublicKey);
            return key.VerifyData(Payload, Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (Exception unusable) when (unusable is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>No checkpoint can be signed as things stand.</summary>
public sealed class CheckpointRefusedException(string why) : RefusalException($"No checkpoint was made: {why}.");
