using LabQc.Methods;

namespace LabQc.Reports;

/// <summary>How charts call an attribute: a name in words, a short one for axes, and the unit on its scale.</summary>
internal sealed record AttributeWords(string Name, string Short, string Unit, int Decimals)
{
    /// <summary>The words of an attribute; a log10 or a logit has no unit of its own.</summary>
    public static AttributeWords Of(LabAttribute attribute)
    {
        var (name, brief) = Names(attribute.Code);
        return attribute.Scale switch
        {
            AttributeScale.Log10 => new($"log₁₀ {Lower(name)}", $"log₁₀ {Lower(brief)}", "", 2),
            AttributeScale.Logit => new($"Logit of {Lower(name)}", $"logit {Lower(brief)}", "", 2),
            _ => new(name, brief, attribute.Unit == "1" ? "" : attribute.Unit, attribute.Decimals),
        };
    }

    private static (string Name, string Brief) Names(string code) => code switch
    {
        AttributeCatalogue.SizeD10 => ("Diameter D10", "D10"),
        AttributeCatalogue.SizeD50 => ("Median diameter D50", "D50"),
        AttributeCatalogue.SizeD90 => ("Diameter D90", "D90"),
        AttributeCatalogue.SizeMean => ("Mean diameter", "Mean"),
        AttributeCatalogue.SizeMode => ("Modal diameter", "Mode"),
        AttributeCatalogue.SizeSd => ("SD of the diameters", "SD"),
        AttributeCatalogue.SizeSpan => ("Span", "Span"),
        AttributeCatalogue.SizePercentInRange => ("Percent from 30 to 150 nm", "Percent in range"),
        AttributeCatalogue.ParticlesPerMl => ("Concentration", "Concentration"),
        AttributeCatalogue.ParticlesPerUgProtein => ("Particles per µg protein", "Particles/µg"),
        AttributeCatalogue.Protein => ("Protein", "Protein"),
        _ => (AttributeNames.Of(code), AttributeNames.Of(code)),
    };

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
