using LabQc.Units;

namespace LabQc.Tests.Units;

public sealed class UnitNameTest
{
    [Fact]
    public void The_two_characters_for_micro_are_one() => Assert.True(UnitName.Same("\u00B5g/mL", "\u03BCg/mL"));

    [Fact]
    public void Case_and_prefix_make_another_unit()
    {
        Assert.False(UnitName.Same("mg/mL", "Mg/mL"));
        Assert.False(UnitName.Same("mg/mL", "µg/mL"));
        Assert.False(UnitName.Same(null, "µg/mL"));
    }
}
