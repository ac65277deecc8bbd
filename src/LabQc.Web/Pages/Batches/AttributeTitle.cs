using LabQc.Methods;
using LabQc.Review;
using LabQc.Units;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Batches;

/// <summary>What an attribute is called on a page.</summary>
internal static class AttributeTitle
{
    /// <summary>Its name, such as "D50" or "In 30 to 150 nm".</summary>
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
        _ => CriterionNames.Of(attribute),
    };

    /// <summary>Name and unit for a table's head or a choice.</summary>
    public static string WithUnit(LabAttribute attribute) =>
        NumberView.Unit(attribute.Unit) is { Length: > 0 } unit ? unit[0] == '/' ? Of(attribute.Code) + unit : $"{Of(attribute.Code)}, {unit}" : Of(attribute.Code);

    /// <summary>The group of criteria that it stands in.</summary>
    public static string Group(LabAttribute? attribute, string code) =>
        AttributeCatalogue.IsSize(code) ? "Size" : attribute?.Category switch
        {
            AttributeCategory.Quantity or AttributeCategory.Purity => "Quantity and purity",
            AttributeCategory.Safety or AttributeCategory.Potency => "Safety and potency",
            _ => "Identity",
        };
}
