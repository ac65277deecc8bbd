using LabQc.Specifications;

namespace LabQc.Tests.Specifications;

public sealed class SpecificationFormTest
{
    private static readonly DateOnly Day = new(2026, 12, 1);
    private static readonly Definitions Known = Definitions.Read(
        """
        {"attributes": [{"code": "identity.appearance", "category": "identity", "kind": "categorical"}],
         "products": [{"code": "EV", "version": 1, "name": "EV"}],
         "methods": [{"code": "nta", "version": 2, "name": "NTA", "u_method": [{"attribute": "size.percent_in_range", "absolute": "3"}]}]}
        """).Definitions;

    private static readonly SpecificationForm Form = new()
    {
        Title = " Release ",
        MeasurementCount = "2",
        MinimumVisibleFraction = "0.5",
        Criteria =
        [
            new()
            {
                Attribute = "size.percent_in_range", Method = "nta", RangeFrom = "30", RangeTo = "150", Lower = "70.0", Decimals = "1", Rule = "guarded",
                Level = "0.9", MinimumTracks = "500", MinimumReplicates = "3", MaximumCvPercent = "20",
            },
            new() { Attribute = "safety.endotoxin", Upper = "0.50", UpperInclusive = false, Rule = "simple" },
            new() { Attribute = "identity.cd9", Expected = "present", Rule = "simple" },
            new() { Attribute = "identity.appearance", Allowed = "clear, opalescent", Mandatory = false },
        ],
    };

    [Fact]
    public void What_is_typed_becomes_a_specification()
    {
        var made = Form.Check("EV", market: null, 3, Day, Known).Specification!;

        Assert.Equal(("EV@3", "Release", 2, "0.5", Day), (made.Name, made.Title, made.Plan.Count, made.MinimumVisibleFraction!.Text, made.EffectiveFrom));
        Assert.Equal("size.percent_in_range nta@2 at least 70.0 guarded 0.9", Words(made.Criteria[0]));
        Assert.Equal((500, 3, "20"), (made.Criteria[0].MinimumTracks, made.Criteria[0].MinimumReplicates, made.Criteria[0].MaximumCvPercent!.Text));
        Assert.Equal("safety.endotoxin  below 0.50 simple ", Words(made.Criteria[1]));
        Assert.Equal(["clear", "opalescent"], made.Criteria[3].Allowed);
        Assert.False(made.Criteria[3].IsMandatory);
    }

    [Fact]
    public void A_specification_fills_the_form_and_the_form_gives_it_back()
    {
        var made = Form.Check("EV", market: null, 3, Day, Known).Specification!;

        var again = SpecificationForm.Of(made).Check("EV", market: null, 3, Day, Known).Specification!;

        Assert.Equal(DefinitionText.Of(made), DefinitionText.Of(again));
        Assert.Equal(("nta@2", "30", "150", "1"), SpecificationForm.Of(made).Criteria[0] is var c ? (c.Method, c.RangeFrom, c.RangeTo, c.Decimals) : default);
    }

    [Fact]
    public void Unfinished_fields_are_kept_as_typed()
    {
        var unfinished = new SpecificationForm
        {
            MeasurementCount = "two",
            Criteria = [new() { Attribute = "size.d50", Lower = "3o", MinimumTracks = "many", RangeFrom = "30", LowerInclusive = false }],
        };

        var again = SpecificationForm.Read(unfinished.Write());

        Assert.Equal("two", again.MeasurementCount);
        Assert.Equal(("3o", "many", "30", false), again.Criteria[0] is var c ? (c.Lower, c.MinimumTracks, c.RangeFrom, c.LowerInclusive) : default);
    }

    [Fact]
    public void Every_problem_is_named_with_its_field()
    {
        var reading = new SpecificationForm
        {
            MeasurementCount = "two",
            MinimumVisibleFraction = "7",
            Criteria =
            [
                new() { Attribute = "size.d50", Lower = "150", Upper = "3o", Decimals = "x" },
                new() { Attribute = "size.d51" },
                new() { Attribute = "identity.cd9", Lower = "1", Expected = "maybe" },
                new() { Attribute = "size.percent_in_range", Lower = "70" },
                new() { Attribute = "size.d90", Rule = "guarded", Level = "2", Method = "other" },
            ],
        }.Check("EV", market: null, 1, Day, Known);

        Assert.False(reading.IsComplete);
        Assert.Equal(
            [
                "criteria[0].decimals", "criteria[0].upper", "criteria[1].attribute", "criteria[2].expected", "criteria[2].lower",
                "criteria[3].range_nm", "criteria[4].level", "criteria[4].method", "measurements.count", "minimum_visible_fraction",
            ],
            reading.Problems.Select(p => p.Where).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_specification_without_criteria_is_not_complete() =>
        Assert.Equal("criteria", Assert.Single(new SpecificationForm().Check("EV", market: null, 1, Day, Known).Problems).Where);

    [Fact]
    public void A_market_has_a_specification_of_its_own_beside_the_products()
    {
        Assert.Equal("EV/US@1", Form.Check("EV", "US", 1, Day, Known).Specification!.Name);
        Assert.Equal("market", Form.Check("EV", "U/S", 1, Day, Known).Problems[0].Where);
    }

    private static string Words(Criterion c) => $"{c.Attribute.Code} {c.Method} {c.Limits} {c.Rule.Word} {c.Rule.Level}";
}
