using System.Text;
using OtpNet;

namespace LabQc.People;

/// <summary>
/// One-time codes from an app: TOTP (RFC 6238) with HMAC-SHA1, six digits and steps of 30 seconds, which is what apps expect.
/// The clock of the server counts; one step before and after it is taken too.
/// </summary>
internal static class OneTimeCodes
{
    private const int SeedLength = 20;
    private const string Issuer = "LabQc";

    public static byte[] NewSeed() => KeyGeneration.GenerateRandomKey(SeedLength);

    /// <summary>The seed as a person can type it into an app.</summary>
    public static string Text(byte[] seed) => Base32Encoding.ToString(seed).TrimEnd('=');

    /// <summary>The address that apps read from a picture: <c>otpauth://totp/…</c>.</summary>
    public static string Uri(byte[] seed, string name) => new OtpUri(OtpType.Totp, seed, name, Issuer).ToString();

    /// <summary>The code of a moment.</summary>
    public static string Code(byte[] seed, DateTimeOffset at) => new Totp(seed).ComputeTotp(at.UtcDateTime);

    /// <summary>The time step that a code belongs to, or null where it fits none of those that are taken now.</summary>
    public static long? Step(byte[] seed, string code, DateTimeOffset now) =>
        new Totp(seed).VerifyTotp(now.UtcDateTime, Digits(code), out var step, new VerificationWindow(previous: 1, future: 1)) ? step : null;

    /// <summary>Whether a text looks like such a code, and not like a recovery code.</summary>
    public static bool LooksLikeOne(string typed) => Digits(typed) is { Length: <= 8 } digits && digits.All(char.IsAsciiDigit);

    /// <summary>What a sealed seed is bound to.</summary>
    public static string Context(string name) => "totp of " + name;

    private static string Digits(string typed) => typed.Where(c => !char.IsWhiteSpace(c)).Aggregate(new StringBuilder(), (text, c) => text.Append(c)).ToString();
}

/// <summary>A seed that a person takes into an app before the codes are switched on. Nothing of it is stored.</summary>
public sealed record OneTimeCodeSetup
{
    /// <summary>The seed in base 32, to be typed in.</summary>
    public required string Secret { get; init; }

    /// <summary>The same as an address for apps: <c>otpauth://totp/…</c>.</summary>
    public required string Uri { get; init; }

    /// <summary>The seed encrypted for this person: goes out with the page, and comes back with the first code.</summary>
    public required string Sealed { get; init; }
}
