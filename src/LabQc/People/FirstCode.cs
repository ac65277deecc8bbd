using System.Security.Cryptography;
using System.Text;

namespace LabQc.People;

/// <summary>
/// The code by which the first administrator shows that they run the server: it is printed on the console, kept in memory only,
/// and is worth nothing once somebody exists.
/// </summary>
public sealed class FirstCode
{
    private FirstCode(string text) => Text = text;

    /// <summary>The code as it is printed.</summary>
    public string Text { get; }

    /// <summary>Makes a new one.</summary>
    public static FirstCode Make() => new(RandomSecret.OneTimeCode());

    /// <summary>Whether somebody typed this code; blanks, hyphens and case do not matter, and time does not tell how much fits.</summary>
    public bool Fits(string typed) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(RandomSecret.Plain(typed)), Encoding.UTF8.GetBytes(RandomSecret.Plain(Text)));
}
