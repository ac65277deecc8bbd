using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Tests.Specifications;

public sealed class TypedResultTest
{
    private static readonly Criterion Endotoxin = Numeric(null, new Limit(EnteredNumber.Parse("0.5"), Inclusive: false));
    private static readonly Criterion Percent = Numeric(new Limit(EnteredNumber.Parse("70.0")), null);

    [Theory]
    [InlineData("0.44", false)]
    [InlineData("0.49", true)]
    [InlineData("0.5", true)]
    [InlineData("<0.05", false)]
    [InlineData("<0.9", false)]
    [InlineData(">0.9", true)]
    [InlineData("not detected", false)]
    [InlineData("nothing", false)]
    public void Against_an_upper_limit(string text, bool isOutside) => Assert.Equal(isOutside, TypedResult.Outside(Endotoxin, text) is not null);

    [Theory]
    [InlineData("69.94", true)]
    [InlineData("69.95", false)]
    [InlineData("<70.0", true)]
    [InlineData(">60", false)]
    public void Against_a_lower_limit_a_value_is_rounded_as_the_limit_is_stated(string text, bool isOutside) =>
        Assert.Equal(isOutside, TypedResult.Outside(Percent, text) is not null);

    [Fact]
    public void A_presence_is_held_against_what_is_expected()
    {
        var criterion = new Criterion { Attribute = Attribute(AttributeKind.Presence), Expected = Presence.Absent };

        Assert.Equal("the specification expects it to be absent", TypedResult.Outside(criterion, "growth"));
        Assert.Null(TypedResult.Outside(criterion, "no growth"));
    }

    [Fact]
    public void A_category_is_held_against_what_is_allowed()
    {
        var criterion = new Criterion { Attribute = Attribute(AttributeKind.Categorical), Allowed = ["clear", "opalescent"] };

        Assert.Equal("the specification allows clear, opalescent", TypedResult.Outside(criterion, "turbid"));
        Assert.Null(TypedResult.Outside(criterion, " clear "));
    }

    [Fact]
    public void What_is_only_reported_is_never_outside() => Assert.Null(TypedResult.Outside(Numeric(null, null), "1e9"));

    [Theory]
    [InlineData("<", "0.05", "<0.05")]
    [InlineData("<", "<0.05", "<0.05")]
    [InlineData("=", " 412 ", "412")]
    [InlineData(null, ">3", ">3")]
    [InlineData("n.d.", "", "not detected")]
    [InlineData("<", "", "")]
    public void A_text_is_made_of_its_qualifier_and_its_value(string? qualifier, string value, string text) => Assert.Equal(text, TypedResult.Text(qualifier, value));

    [Theory]
    [InlineData("n.d.", "0.1", true)]
    [InlineData("n.d.", "", false)]
    [InlineData("<", ">3", true)]
    [InlineData("=", "<3", false)]
    public void A_qualifier_and_a_value_may_contradict_each_other(string qualifier, string value, bool contradicts) =>
        Assert.Equal(contradicts, TypedResult.Contradicts(qualifier, value));

    private static Criterion Numeric(Limit? lower, Limit? upper) => new() { Attribute = Attribute(AttributeKind.Numeric), Limits = new AcceptanceLimits(lower, upper) };

    private static LabAttribute Attribute(AttributeKind kind) => new() { Code = "safety.some", Unit = kind == AttributeKind.Numeric ? "EU/mL" : "", Category = AttributeCategory.Safety, Kind = kind };
}
