using System.Globalization;
using System.Text.RegularExpressions;

namespace LabQc.People;

/// <summary>What a person may be called.</summary>
internal static partial class PersonNames
{
    /// <summary>A sign-in name as it is kept: without blanks around it, in lower case.</summary>
    /// <exception cref="NameRefusedException">It is no sign-in name.</exception>
    public static string SignInName(string typed)
    {
        var name = Folded(typed);
        return Name().IsMatch(name)
            ? name
            : throw new NameRefusedException(typed, "a sign-in name has 2 to 40 characters, a to z, 0 to 9, dots, hyphens or underscores, and begins and ends with a letter or digit");
    }

    /// <summary>A printed name as it is kept: single blanks, none around it.</summary>
    /// <exception cref="NameRefusedException">It is no name to print.</exception>
    public static string PrintedName(string typed)
    {
        var name = Blanks().Replace(typed.Trim(), " ");
        return Printed().IsMatch(name)
            ? name
            : throw new NameRefusedException(typed, "a printed name has 2 to 80 characters: it begins with a letter and has letters, digits, blanks, dots, commas, apostrophes and hyphens");
    }

    /// <summary>What was typed at sign-in, as names are compared.</summary>
    public static string Folded(string typed) => typed.Trim().ToLower(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,38}[a-z0-9]$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\p{L}[\p{L}\p{M}\p{Nd} .,'’-]{1,79}$")]
    private static partial Regex Printed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
