using LabQc.Specifications;

namespace LabQc.Tests.Specifications;

public sealed class RefusedDefinitionsTest
{
    [Theory]
    [InlineData("""{"attribute":"size.d50","lowr":"30"}""", "lowr", "no such member")]
    [InlineData("""{"attribute":"size.d55","lower":"30"}""", "attribute", "no attribute size.d55")]
    [InlineData("""{"lower":"30"}""", "attribute", "there is none")]
    [InlineData("""{"attribute":"size.d50","lower":"30","lower":"40"}""", "lower", "twice")]
    [InlineData("""{"attribute":"size.d50","lower":"0,5"}""", "lower", "comma")]
    [InlineData("""{"attribute":"size.d50","lower":true}""", "lower", "a number is expected")]
    [InlineData("""{"attribute":"size.d50","lower":"150","upper":"30"}""", "lower", "no value lies between")]
    [InlineData("""{"attribute":"size.d50","lower":"30","lower_inclusive":"yes"}""", "lower_inclusive", "true or false")]
    [InlineData("""{"attribute":"size.d50","upper":"30","lower_inclusive":true}""", "lower_inclusive", "there is no \"lower\"")]
    [InlineData("""{"attribute":"size.d50","lower":"30.25","decimals":1}""", "decimals", "more decimals")]
    [InlineData("""{"attribute":"size.d50","lower":"30","decimals":11}""", "decimals", "0 to 10")]
    [InlineData("""{"attribute":"size.d50","lower":"30","decimals":"0"}""", "decimals", "whole number")]
    [InlineData("""{"attribute":"size.d50","lower":"0.12345678901"}""", "decimals", "more than 10 decimals")]
    [InlineData("""{"attribute":"size.d50","lower":"30","method":"other"}""", "method", "no method other")]
    [InlineData("""{"attribute":"size.d50","lower":"30","method":"nta-size@2"}""", "method", "no method nta-size@2")]
    [InlineData("""{"attribute":"size.d50","lower":"30","rule":"strict"}""", "rule", "strict")]
    [InlineData("""{"attribute":"size.d50","lower":"30","level":"0.9"}""", "level", "only guarded acceptance")]
    [InlineData("""{"attribute":"size.d50","lower":"30","method":"nta-size","rule":"guarded","level":"0.5"}""", "level", "above 0.5 and below 1")]
    [InlineData("""{"attribute":"size.d50","lower":"30","method":"nta-size","rule":"guarded","level":"1"}""", "level", "above 0.5 and below 1")]
    [InlineData("""{"attribute":"size.d50","lower":"30","rule":"guarded"}""", "rule", "states u_method")]
    [InlineData("""{"attribute":"size.d90","lower":"30","method":"nta-size","rule":"guarded"}""", "rule", "states u_method")]
    [InlineData("""{"attribute":"size.d50","method":"nta-size","rule":"guarded"}""", "rule", "needs a limit")]
    [InlineData("""{"attribute":"size.percent_in_range","lower":"70.0"}""", "range_nm", "needs its range")]
    [InlineData("""{"attribute":"size.percent_in_range","range_nm":["150","30"]}""", "range_nm", "from below")]
    [InlineData("""{"attribute":"size.percent_in_range","range_nm":["30"]}""", "range_nm", "from below")]
    [InlineData("""{"attribute":"size.d50","range_nm":["30","150"]}""", "range_nm", "has no range")]
    [InlineData("""{"attribute":"identity.cd9","lower":"1"}""", "lower", "has no numbers")]
    [InlineData("""{"attribute":"identity.cd9","expected":"maybe"}""", "expected", "neither present nor absent")]
    [InlineData("""{"attribute":"size.d50","expected":"present"}""", "expected", "not a presence")]
    [InlineData("""{"attribute":"size.d50","allowed":["clear"]}""", "allowed", "no categories")]
    [InlineData("""{"attribute":"assay.protein","minimum_replicates":3}""", "minimum_replicates", "not computed from size measurements")]
    [InlineData("""{"attribute":"size.d50","minimum_tracks":-1}""", "minimum_tracks", "whole number")]
    [InlineData("""{"attribute":"size.d50","maximum_cv_percent":"0"}""", "maximum_cv_percent", "not above 0")]
    [InlineData("""{"attribute":"size.d50","mandatory":"false"}""", "mandatory", "true or false")]
    public void A_criterion_that_cannot_be_meant_is_refused_where_it_stands(string criterion, string member, string words)
    {
        var findings = Definitions.Read(WithCriteria(criterion)).Findings;

        var finding = Assert.Single(findings);
        Assert.Equal($"$.specifications[0].criteria[0].{member}", finding.Where);
        Assert.Contains(words, finding.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Advice);
    }

    [Theory]
    [InlineData("""{"products":[{"code":"P","name":"P"}]}""", "$.products[0].version")]
    [InlineData("""{"products":[{"code":"P@1","version":1,"name":"P"}]}""", "$.products[0].code")]
    [InlineData("""{"products":[{"code":"P","version":0,"name":"P"}]}""", "$.products[0].version")]
    [InlineData("""{"products":[{"code":"P","version":1,"name":""}]}""", "$.products[0].name")]
    [InlineData("""{"products":["P"]}""", "$.products[0]")]
    [InlineData("""{"products":{}}""", "$.products")]
    [InlineData("""{"product":[]}""", "$.product")]
    [InlineData("""{"attributes":[{"code":"size.d50","unit":"nm","category":"identity"}]}""", "$.attributes[0].code")]
    [InlineData("""{"attributes":[{"code":"Potency","unit":"%","category":"potency"}]}""", "$.attributes[0].code")]
    [InlineData("""{"attributes":[{"code":"potency.x","unit":"%"}]}""", "$.attributes[0].category")]
    [InlineData("""{"attributes":[{"code":"potency.x","unit":"%","category":"strength"}]}""", "$.attributes[0].category")]
    [InlineData("""{"attributes":[{"code":"potency.x","category":"potency"}]}""", "$.attributes[0].unit")]
    [InlineData("""{"instruments":[{"code":"N","version":1,"model":"M","technique":"nta","working_range_nm":["60","1000"]}]}""", "$.instruments[0].working_range_source")]
    [InlineData("""{"methods":[{"code":"m","version":1,"name":"m","u_method":[{"attribute":"size.d50"}]}]}""", "$.methods[0].u_method[0].absolute")]
    [InlineData("""{"methods":[{"code":"m","version":1,"name":"m","u_method":[{"attribute":"size.d50","absolute":"1","relative":"1"}]}]}""", "$.methods[0].u_method[0].absolute")]
    [InlineData("""{"methods":[{"code":"m","version":1,"name":"m","u_method":[{"attribute":"size.d50","absolute":"-1"}]}]}""", "$.methods[0].u_method[0].absolute")]
    [InlineData("""{"methods":[{"code":"m","version":1,"name":"m","u_method":[{"attribute":"identity.cd9","absolute":"1"}]}]}""", "$.methods[0].u_method[0].attribute")]
    [InlineData("""{"methods":[{"code":"m","version":1,"name":"m","detection_limits":[{"attribute":"safety.endotoxin"}]}]}""", "$.methods[0].detection_limits[0].value")]
    public void Every_section_is_held_to_its_form(string file, string where) =>
        Assert.Equal(where, Assert.Single(Definitions.Read(file).Findings).Where);

    [Theory]
    [InlineData("\"effective_from\":\"1.11.2024\"", "effective_from")]
    [InlineData("\"effective_from\":\"2024-11-01\",\"product\":\"Q\"", "product")]
    [InlineData("\"effective_from\":\"2024-11-01\",\"minimum_visible_fraction\":\"1.5\"", "minimum_visible_fraction")]
    [InlineData("\"effective_from\":\"2024-11-01\",\"dilution_agreement_percent\":\"-5\"", "dilution_agreement_percent")]
    [InlineData("\"effective_from\":\"2024-11-01\",\"measurements\":{\"count\":0}", "measurements.count")]
    [InlineData("\"effective_from\":\"2024-11-01\",\"measurements\":{\"count\":2,\"combine\":\"best\"}", "measurements.combine")]
    public void A_specification_is_held_to_its_form(string members, string member)
    {
        var product = members.Contains("\"product\"", StringComparison.Ordinal) ? "" : "\"product\":\"P\",";
        var file = $$"""{"products":[{"code":"P","version":1,"name":"P"}],"specifications":[{"version":1,{{product}}{{members}}}]}""";

        Assert.Equal($"$.specifications[0].{member}", Assert.Single(Definitions.Read(file).Findings).Where);
    }

    [Fact]
    public void All_problems_of_a_file_are_told_at_once()
    {
        var findings = Definitions.Read(WithCriteria("""{"attribute":"size.d50","lowr":"30","upper":"x"},{"attribute":"size.d51"}""")).Findings;

        Assert.Equal(3, findings.Count);
    }

    [Fact]
    public void The_same_version_twice_in_one_file_is_refused()
    {
        var findings = Definitions.Read("""{"products":[{"code":"P","version":1,"name":"P"},{"code":"P","version":1,"name":"Q"}]}""").Findings;

        Assert.Contains("P@1 is defined twice", Assert.Single(findings).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_criteria_of_one_attribute_are_one_too_many_unless_their_ranges_differ()
    {
        const string twice = """{"attribute":"size.d50","lower":"30"},{"attribute":"size.d50","upper":"150"}""";
        const string ranges = """{"attribute":"size.percent_in_range","range_nm":["30","150"]},{"attribute":"size.percent_in_range","range_nm":["50","400"]}""";

        Assert.Single(Definitions.Read(WithCriteria(twice)).Findings);
        Assert.Empty(Definitions.Read(WithCriteria(ranges)).Findings);
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("", "line 1")]
    [InlineData("{\n\"products\": [,]}", "line 2")]
    [InlineData("[]", "$")]
    public void What_is_no_JSON_object_is_refused_with_its_line(string file, string where) =>
        Assert.StartsWith(where, Assert.Single(Definitions.Read(file).Findings).Where, StringComparison.Ordinal);

    [Fact]
    public void A_number_without_quotation_marks_keeps_its_digits_too()
    {
        var criterion = Definitions.Read(WithCriteria("""{"attribute":"size.d50","lower":70.0}""")).Definitions.Specifications[0].Criteria[0];

        Assert.Equal("70.0", criterion.Limits.Lower!.Number.Text);
    }

    private static string WithCriteria(string criteria) =>
        $$"""
        {"products":[{"code":"P","version":1,"name":"P"}],
         "methods":[{"code":"nta-size","version":1,"name":"Size by NTA","technique":"nta","u_method":[{"attribute":"size.d50","absolute":"3"}]}],
         "specifications":[{"product":"P","version":1,"effective_from":"2024-11-01","criteria":[{{criteria}}]}]}
        """;
}
