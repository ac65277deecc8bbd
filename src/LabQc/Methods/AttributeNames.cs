using System.Globalization;
using LabQc.Units;

namespace LabQc.Methods;

/// <summary>What attributes are called where people read: <c>safety.sterility</c> is Sterility, <c>identity.cd9</c> is CD9.</summary>
public static class AttributeNames
{
    /// <summary>The name, such as "D50" or, with the range that it is judged for, "In 30 to 150 nm".</summary>
    public static string Of(string attribute, NanometreRange? range = null) => attribute switch
    {
        AttributeCatalogue.SizePercentInRange when range is { } r => $"In {NumberText.General(r.From)} to {NumberText.General(r.To)} nm",
        AttributeCatalogue.SizePercentInRange => "In 30 to 150 nm",
        AttributeCatalogue.SizeMean => "Mean diameter",
        AttributeCatalogue.SizeMode => "Modal diameter",
        AttributeCatalogue.SizeSd => "SD of diameters",
        AttributeCatalogue.ParticlesPerMl => "Particles",
        AttributeCatalogue.Particles => "Particles in all",
        AttributeCatalogue.ParticlesPerMlStart => "Particles per mL of start",
        AttributeCatalogue.ParticlesPerMillionCells => "Particles per 10⁶ cells",
        AttributeCatalogue.ParticlesPerUgProtein => "Particles per protein",
        _ => InWords(attribute),
    };

    private static string InWords(string attribute)
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
