using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LabQc.People;

/// <summary>
/// Passwords as they are kept: PBKDF2 with HMAC-SHA512 (RFC 8018), 210,000 iterations (OWASP Password Storage Cheat Sheet),
/// 16 bytes of salt, 64 bytes of key, as <c>pbkdf2-sha512$ITERATIONS$SALT$KEY</c> in base 64. A password is compared as it was
/// typed, bit by bit of its UTF-8.
/// </summary>
internal static class PasswordHash
{
    /// <summary>The iterations of new hashes.</summary>
    public const int Iterations = 210_000;

    private const string Algorithm = "pbkdf2-sha512";
    private const int SaltLength = 16;
    private const int KeyLength = 64;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string OfNobody = string.Create(CultureInfo.InvariantCulture,
        $"{Algorithm}${Iterations}${Convert.ToBase64String(new byte[SaltLength])}${Convert.ToBase64String(new byte[KeyLength])}");

    /// <summary>The stored form of a password, with a salt of its own.</summary>
    public static string Of(string password, int iterations = Iterations)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var key = Derive(password, salt, iterations);
        return string.Create(CultureInfo.InvariantCulture, $"{Algorithm}${iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(key)}");
    }

    /// <summary>
    /// Whether a password is the one that was stored. Where nothing is stored it is not, and just as much is computed, so that
    /// time does not tell who exists.
    /// </summary>
    public static bool Fits(string password, string? stored)
    {
        var parts = (stored ?? OfNobody).Split('$');
        var salt = Convert.FromBase64String(parts[2]);
        try
        {
            var same = CryptographicOperations.FixedTimeEquals(Derive(password, salt, IterationsOf(parts)), Convert.FromBase64String(parts[3]));
            return same && stored is not null;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Whether the stored form should be made anew at the next sign-in.</summary>
    public static bool IsOutdated(string stored) => IterationsOf(stored.Split('$')) < Iterations;

    private static int IterationsOf(string[] parts) => int.Parse(parts[1], CultureInfo.InvariantCulture);

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(StrictUtf8.GetBytes(password), salt, iterations, HashAlgorithmName.SHA512, KeyLength);
}
