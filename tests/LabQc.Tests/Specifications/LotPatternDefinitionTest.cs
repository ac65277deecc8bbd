using LabQc.Specifications;
using LabQc.Tests.AuditTrail;

namespace LabQc.Tests.Specifications;

public sealed class LotPatternDefinitionTest
{
    private const string Old = """{"code":"EV","version":1,"name":"EV","label_name":"sEV"}""";

    [Fact]
    public void A_product_may_say_how_its_lot_numbers_are_made()
    {
        var product = Assert.Single(Read(
            """
            {"code": "EV", "version": 1, "name": "EV", "lot_pattern": "EV-{yy}{MM}{A}",
             "lot_patterns": [{"isolation_method": "size-exclusion", "pattern": "EV-SEC-{nnn}"}]}
            """).Definitions.Products);

        Assert.Equal("EV-{yy}{MM}{A}", product.PatternFor("precipitation")!.Text);
        Assert.Equal("EV-SEC-{nnn}", product.PatternFor("size-exclusion")!.Text);
        Assert.Equal(product.PatternFor("size-exclusion")!.Text, Assert.Single(Read(DefinitionText.Of(product)).Definitions.Products).PatternFor("size-exclusion")!.Text);
    }

    [Fact]
    public void A_product_without_a_pattern_keeps_the_text_that_it_was_recorded_with()
    {
        var product = Assert.Single(Read(Old).Definitions.Products);

        Assert.Null(product.PatternFor("size-exclusion"));
        Assert.Equal(Old, DefinitionText.Of(product));
    }

    [Theory]
    [InlineData("""{"code":"EV","version":1,"name":"EV","lot_pattern":"EV"}""", "$.products[0].lot_pattern")]
    [InlineData("""{"code":"EV","version":1,"name":"EV","lot_patterns":[{"isolation_method":"a","pattern":"{x}"}]}""", "$.products[0].lot_patterns[0].pattern")]
    [InlineData("""{"code":"EV","version":1,"name":"EV","lot_patterns":[{"isolation_method":"a"}]}""", "$.products[0].lot_patterns[0].pattern")]
    [InlineData("""{"code":"EV","version":1,"name":"EV","lot_patterns":[{"pattern":"{nn}"}]}""", "$.products[0].lot_patterns[0].isolation_method")]
    [InlineData("""{"code":"EV","version":1,"name":"EV","lot_patterns":[{"isolation_method":"a","pattern":"{nn}"},{"isolation_method":"a","pattern":"{A}"}]}""", "$.products[0].lot_patterns")]
    public void A_malformed_pattern_is_refused_where_it_stands(string product, string where) =>
        Assert.Equal(where, Assert.Single(Read(product).Findings).Where);

    [Fact]
    public void Patterns_are_read_back_from_the_registry()
    {
        using var registry = new TestRegistry();
        using var work = registry.Begin();
        new DefinitionRegister(work).Define("""{"products":[{"code":"EV","version":1,"name":"EV","lot_pattern":"EV-{nn}"},{"code":"OLD","version":1,"name":"O"}]}""", "a.json");

        Assert.Equal(["EV-{nn}", null], new DefinitionRegister(work).Read().Products.Select(p => p.LotPattern?.Text));
    }

    private static DefinitionsReading Read(string product) => Definitions.Read($$"""{"products":[{{product}}]}""");
}
