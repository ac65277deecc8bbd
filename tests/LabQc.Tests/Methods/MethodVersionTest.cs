using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Tests.Methods;

public sealed class MethodVersionTest
{
    private static readonly MethodVersion Method = new()
    {
        Code = "nta-size",
        Version = 2,
        Name = "Size by NTA",
        Uncertainties =
        [
            new MethodUncertainty("size.d50", EnteredNumber.Parse("3"), IsRelative: false),
            new MethodUncertainty("yield.particles_per_ml", EnteredNumber.Parse("0.10"), IsRelative: true),
        ],
        DetectionLimits = [new DetectionLimit("safety.endotoxin", EnteredNumber.Parse("0.05"))],
        GeneralDetectionLimit = EnteredNumber.Parse("1"),
    };

    [Fact]
    public void An_absolute_uncertainty_is_the_same_at_every_value()
    {
        Assert.Equal(3, Method.UncertaintyOf("size.d50")!.At(95));
        Assert.Equal(3, Method.UncertaintyOf("size.d50")!.At(300));
    }

    [Fact]
    public void A_relative_uncertainty_grows_with_the_value()
    {
        Assert.Equal(1e9, Method.UncertaintyOf("yield.particles_per_ml")!.At(1e10));
        Assert.Equal(1e9, Method.UncertaintyOf("yield.particles_per_ml")!.At(-1e10));
    }

    [Fact]
    public void An_attribute_that_the_method_does_not_name_has_no_uncertainty() => Assert.Null(Method.UncertaintyOf("size.d90"));

    [Fact]
    public void An_attributes_own_detection_limit_comes_before_the_general_one()
    {
        Assert.Equal("0.05", Method.DetectionLimitOf("safety.endotoxin")!.Text);
        Assert.Equal("1", Method.DetectionLimitOf("assay.protein")!.Text);
    }

    [Fact]
    public void A_method_is_named_with_its_version() => Assert.Equal("nta-size@2", Method.Reference.ToString());
}
