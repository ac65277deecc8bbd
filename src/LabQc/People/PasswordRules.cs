using System.Text;

namespace LabQc.People;

/// <summary>
/// Which passwords are taken: long ones, of any characters, that are not among the first that anybody would try (OWASP ASVS 5.0,
/// V6.2). There is no rule about kinds of characters and no forced change.
/// </summary>
public static class PasswordRules
{
    /// <summary>The least number of characters.</summary>
    public const int Least = 12;

    /// <summary>The greatest number of characters; more would only cost time.</summary>
    public const int Most = 256;

    private const int ShortestNameThatCounts = 4;

    private static readonly HashSet<string> Commonest = new(StringComparer.OrdinalIgnoreCase)
    {
        "123456789012", "1234567890123", "12345678901234", "123456789012345", "1234567890123456", "12345678901234567890",
        "012345678910", "0123456789012", "123412341234", "123123123123", "121212121212", "112233445566", "123456123456",
        "987654321098", "0987654321098", "098765432109", "1234567891011", "123456789abc", "123456789qwe", "1234567890qwe",
        "1234567890ab", "1234567890abc", "abc123456789", "abcd12345678", "abcdefghijkl", "abcdefghijklm", "abcdefg12345",
        "abcdefgh1234", "abcdefgh12345678", "abc123abc123", "abcabcabcabc", "a1b2c3d4e5f6", "a123456789012", "asdfghjkl123",
        "asdfghjkl;'", "asdfasdfasdf", "asdfghjkl1234", "qwertyuiop12", "qwertyuiop123", "qwertyuiop1234", "qwertyuiop[]",
        "qwertyuiop[]\\", "qwertyuiopas", "qwertyuiopasdf", "qwertyuiopasdfghjkl", "qwertyuiopasdfghjklzxcvbnm", "qwerty123456",
        "qwerty1234567", "qwerty12345678", "qwerty123456789", "qwertyqwerty", "qwerty123qwerty", "qwerqwerqwer", "qweasdzxc123",
        "qwe123qwe123", "qweqweqweqwe", "qazwsxedcrfv", "qazwsxedcrfvtgb", "qazwsxedc123", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv",
        "1qazxsw23edc", "zaq12wsxcde3", "zaq1xsw2cde3", "!qaz2wsx3edc", "!qaz@wsx#edc", "1q2w3e4r5t6y", "1q2w3e4r5t6y7u",
        "1q2w3e4r5t6y7u8i", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6", "q1w2e3r4t5y6u7i8", "zxcvbnm12345", "zxcvbnm123456", "zxcvbnmasdfghjkl",
        "password1234", "password12345", "password123456", "password123!", "password1234!", "password!234", "password2023",
        "password2024", "password2025", "password2026", "passwordpassword", "password1password", "passw0rd1234", "p@ssw0rd1234",
        "p@ssword1234", "p@ssw0rd123!", "pa$$word1234", "mypassword123", "mypassword12", "masterpassword", "newpassword1",
        "newpassword123", "changeme1234", "changeme12345", "changemechangeme", "changemenow1", "letmein12345", "letmein123456",
        "letmeinletmein", "welcome12345", "welcome123456", "welcome1234!", "welcometo123", "administrator", "administrator1",
        "administrator123", "admin1234567", "admin12345678", "admin123456789", "adminadminadmin", "adminadmin12", "administration",
        "superadministrator", "rootrootroot", "testtesttest", "test12345678", "test123456789", "testing12345", "iloveyou1234",
        "iloveyou12345", "iloveyouforever", "iloveyousomuch", "iloveyou2024", "trustno1trustno1", "dragon123456", "monkey123456",
        "football1234", "baseball1234", "basketball12", "basketball123", "superman1234", "princess1234", "sunshine1234",
        "unbelievable", "computer1234", "internet1234", "michelle1234", "liverpool123", "liverpoolfc1", "manchesterunited",
        "correcthorsebatterystaple", "correct horse battery staple", "thisismypassword", "thisisapassword", "mysecretpassword",
        "secretpassword", "secret123456", "nothing12345", "whatever1234", "laboratory12", "laboratory123", "laboratory1234",
        "qualitycontrol", "quality12345", "spring202400", "summer202400", "winter202400", "summer2024!!", "winter2024!!",
    };

    /// <summary>Refuses a password that does not do.</summary>
    /// <param name="password">The password as typed.</param>
    /// <param name="names">The person's own names, which must not stand in it.</param>
    /// <exception cref="PasswordRefusedException">Which rule it breaks.</exception>
    public static void Check(string password, params IReadOnlyList<string> names)
    {
        var runes = password.EnumerateRunes().ToList();
        if (runes.Contains(Rune.ReplacementChar))
            throw new PasswordRefusedException("it has a character that is none");
        if (runes.Count < Least)
            throw new PasswordRefusedException($"it has {runes.Count} characters, and at least {Least} are needed; a few words in a row are easy to keep in mind");
        if (runes.Count > Most)
            throw new PasswordRefusedException($"it has {runes.Count} characters, and at most {Most} are taken");
        if (Commonest.Contains(password) || runes.Distinct().Count() <= 2)
            throw new PasswordRefusedException("it is one of the first that anybody would try");
        if (Forbidden(names).FirstOrDefault(word => password.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } found)
            throw new PasswordRefusedException($"\"{found}\" stands in it, which anybody would try");
    }

    private static IEnumerable<string> Forbidden(IReadOnlyList<string> names) =>
        names.Concat(names.Select(n => n.Replace(" ", "", StringComparison.Ordinal)))
            .Where(n => n.Length >= ShortestNameThatCounts)
            .Append("labqc");
}
