using LabQc.Methods;

namespace LabQc.Tests.Methods;

public sealed class AttributeCatalogueTest
{
    [Fact]
    public void Every_laboratory_has_the_same_23_attributes_to_begin_with() =>
        Assert.Equal(23, AttributeCatalogue.BuiltIn.Select(a => a.Code).Distinct().Count());

    [Fact]
    public void A_laboratory_adds_its_own()
    {
        var potency = new LabAttribute { Code = "potency.nfkb_inhibition", Unit = "%", Category = AttributeCategory.Potency, Decimals = 1 };

        Assert.Same(potency, new AttributeCatalogue([potency]).Find("potency.nfkb_inhibition"));
        Assert.Null(new AttributeCatalogue().Find("potency.nfkb_inhibition"));
    }

    [Fact]
    public void An_attribute_of_a_known_family_that_the_laboratory_defined_is_an_assay()
    {
        Assert.True(AttributeCatalogue.IsMeasured("size.d50"));
        Assert.False(AttributeCatalogue.IsMeasured("size.tem_diameter"));
        Assert.True(AttributeCatalogue.IsMeasured("purity.particles_per_ug_protein"));
        Assert.False(AttributeCatalogue.IsMeasured("assay.protein"));
    }

    [Theory]
    [InlineData("size.d50", 95.25, "95.3")]
    [InlineData("size.percent_in_range", 69.95, "70.0")]
    [InlineData("yield.particles_per_ml", 1.79e10, "1.79 × 10¹⁰")]
    public void Values_are_shown_in_the_attributes_own_way(string code, double value, string text) =>
        Assert.Equal(text, new AttributeCatalogue().Find(code)!.Display(value));
}
