using System.Security.Cryptography;

namespace LabQc.People;

/// <summary>Secrets that nobody chose, from the operating system's random source.</summary>
public static class RandomSecret
{
    /// <summary>Letters and digits that nobody mistakes for another: no I, L, O, U.</summary>
    private const string Readable = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

    /// <summary>What every token for the command line begins with, so that scanners for leaked secrets can know it.</summary>
    internal const string TokenPrefix = "labqc_";

    /// <summary>A code of 160 bits for setting a password: eight groups of four.</summary>
    public static string OneTimeCode() => Groups(8, 4);

    /// <summary>A password of 100 bits: four groups of five. Only where somebody sees it once, as the demonstration's.</summary>
    public static string Password() => Groups(4, 5);

    /// <summary>A recovery code of 80 bits: four groups of four.</summary>
    internal static string RecoveryCode() => Groups(4, 4);

    /// <summary>A token of 256 bits for a web session.</summary>
    internal static string SessionToken() => Token();

    /// <summary>A token of 256 bits for the command line.</summary>
    internal static string CommandLineToken() => TokenPrefix + Token();

    /// <summary>A code as it was made, whatever blanks, hyphens and case it was typed with, and with O typed for 0, I or L for 1.</summary>
    internal static string Plain(string typed) =>
        string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');

    private static string Groups(int groups, int length) =>
        string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Readable, length)));

    private static string Token() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}
