using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LabQc.AuditTrail;

/// <summary>How each event is tied to the one before it.</summary>
public static class AuditChain
{
    /// <summary>The previous hash of the first event: 64 zeros.</summary>
    public static string Beginning { get; } = new('0', 64);

    /// <summary>
    /// SHA-256 over <c>labqc-event/1</c> LF site LF sequence in decimal LF previous hash in lower-case hex LF canonical bytes,
    /// in lower-case hex.
    /// </summary>
    public static string Hash(string site, long sequence, string previousHash, ReadOnlySpan<byte> canonical)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"labqc-event/1\n{site}\n{sequence}\n{previousHash}\n")));
        sha.AppendData(canonical);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <summary>HMAC-SHA256 with the registry's key over the 32 bytes of a hash, in lower-case hex.</summary>
    public static string Hmac(byte[] key, string hash) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Convert.FromHexString(hash)));
}
