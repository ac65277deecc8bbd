using System.Globalization;

namespace LabQc.Review;

/// <summary>An attribute's code as people say it: <c>safety.sterility</c> is Sterility, <c>identity.cd9</c> is CD9.</summary>
public static class CriterionNames
{
    /// <summary>The name.</summary>
    public static string Of(string attribute)
    {
        var name = attribute[(attribute.LastIndexOf('.') + 1)..];
        if (name.Length is > 0 and <= 8 && !name.Contains('_', StringComparison.Ordinal) && name.Any(char.IsAsciiDigit))
            return name.ToUpperInvariant();
        var words = name.Split('_').Select(w => w switch
        {
            "ug" => "µg",
            "ml" => "mL",
            "nm" => "nm",
            _ => w,
        });
        var text = string.Join(' ', words);
        return text.Length == 0 ? attribute : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
    }
}
