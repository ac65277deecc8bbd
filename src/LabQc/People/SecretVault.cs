using System.Security.Cryptography;
using System.Text;
using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>
/// Seals and digests secrets with keys that are derived (HKDF, RFC 5869) from the registry's HMAC key, which lies outside the
/// data folder: whoever reads the database alone can neither open nor guess them.
/// </summary>
internal sealed class SecretVault(byte[] registryKey)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>The vault of a unit of work.</summary>
    /// <exception cref="KeyMissingException">The registry's HMAC key is not where it should be.</exception>
    public static SecretVault Of(LabWork work) =>
        new(work.FindHmacKey() ?? throw new KeyMissingException(work.HmacPath, "no secret can be opened"));

    /// <summary>SHA-256 of a secret's stored form, in lower-case hex: what audit events may hold.</summary>
    public static string Fingerprint(string stored) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stored)));

    /// <summary>The stored form of a random code: HMAC-SHA256, so that the code can be found by it and not read from it.</summary>
    public string Digest(string code) =>
        "hmac-sha256$" + Convert.ToHexStringLower(HMACSHA256.HashData(Key("labqc people digest 1"), Encoding.UTF8.GetBytes(code)));

    /// <summary>Encrypts (AES-256-GCM, a random nonce) and binds to a context without which it does not open.</summary>
    public string Seal(ReadOnlySpan<byte> plain, string context)
    {
        var sealedBytes = new byte[NonceLength + plain.Length + TagLength];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Key("labqc people seal 1"), TagLength);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceLength, plain.Length), sealedBytes.AsSpan(NonceLength + plain.Length), Encoding.UTF8.GetBytes(context));
        return "aes-256-gcm$" + Convert.ToBase64String(sealedBytes);
    }

    /// <summary>What was sealed, or null where it was not sealed here, in this context, or was changed since.</summary>
    public byte[]? Open(string stored, string context)
    {
        var parts = stored.Split('$');
        var bytes = new byte[stored.Length];
        if (parts is not ["aes-256-gcm", var text] || !Convert.TryFromBase64String(text, bytes, out var length) || length < NonceLength + TagLength)
            return null;
        var plain = new byte[length - NonceLength - TagLength];
        using var aes = new AesGcm(Key("labqc people seal 1"), TagLength);
        try
        {
            aes.Decrypt(bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength, plain.Length), bytes.AsSpan(NonceLength + plain.Length, TagLength), plain, Encoding.UTF8.GetBytes(context));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private byte[] Key(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, registryKey, 32, info: Encoding.UTF8.GetBytes(use));
}
