using LabQc.Methods;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Batches;

/// <summary>What an attribute is called on a page.</summary>
internal static class AttributeTitle
{
    /// <summary>Name and unit for a table's head or a choice.</summary>
    public static string WithUnit(LabAttribute attribute) => WithUnit(attribute.Code, attribute.Unit);

    /// <summary>The same of a result in a unit of its own.</summary>
    public static string WithUnit(string code, string unit) => (AttributeNames.Of(code), NumberView.Unit(unit)) switch
    {
        (var name, "") => name,
        (var name, ['/', ..] per) => name + per,
        var (name, shown) => $"{name}, {shown}",
    };

    /// <summary>The group of criteria that it stands in.</summary>
    public static string Group(LabAttribute? attribute, string code) =>
        AttributeCatalogue.IsSize(code) ? "Size" : attribute?.Category switch
        {
            AttributeCategory.Quantity or AttributeCategory.Purity => "Quantity and purity",
            AttributeCategory.Safety or AttributeCategory.Potency => "Safety and potency",
            _ => "Identity",
        };
}
