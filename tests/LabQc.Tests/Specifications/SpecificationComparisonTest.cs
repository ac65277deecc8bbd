using LabQc.Specifications;

namespace LabQc.Tests.Specifications;

public sealed class SpecificationComparisonTest
{
    private static readonly Specification Before = Of(
        new() { Attribute = "size.d50", Lower = "30", Upper = "150" },
        new() { Attribute = "safety.endotoxin", Upper = "0.5", UpperInclusive = false },
        new() { Attribute = "identity.cd9", Expected = "present" },
        new() { Attribute = "size.percent_in_range", RangeFrom = "30", RangeTo = "150", Lower = "70.0", MinimumTracks = "500" });

    [Fact]
    public void The_same_specification_has_no_differences()
    {
        var same = SpecificationComparison.Of(Before, Before);

        Assert.True(same.AreAlike);
        Assert.Equal(4, same.Criteria.Count);
    }

    [Fact]
    public void Added_removed_and_changed_criteria_are_told_with_old_and_new()
    {
        var after = Of(
            new() { Attribute = "size.d50", Lower = "30", Upper = "150" },
            new() { Attribute = "safety.endotoxin", Upper = "0.25", UpperInclusive = true, Mandatory = false },
            new() { Attribute = "size.percent_in_range", RangeFrom = "40", RangeTo = "150", Lower = "70.0", MinimumTracks = "800" },
            new() { Attribute = "safety.sterility", Expected = "absent" });

        var changes = SpecificationComparison.Of(Before, after).Criteria;

        Assert.Equal(
            ["size.d50 Same", "safety.endotoxin Changed", "size.percent_in_range Changed", "safety.sterility Added", "identity.cd9 Removed"],
            changes.Select(c => $"{c.Attribute} {c.Kind}"));
        Assert.Equal(
            [new("Limits", "below 0.5", "at most 0.25"), new("Mandatory", "yes", "no")],
            changes[1].Fields);
        Assert.Equal(["Range", "Minimum tracks"], changes[2].Fields.Select(f => f.Field));
        Assert.Equal(("500", "800"), (changes[2].Fields[1].Before, changes[2].Fields[1].After));
        Assert.Equal([new("Expected", "", "absent"), new("Mandatory", "", "yes")], changes[3].Fields);
        Assert.Equal([new("Expected", "present", ""), new("Mandatory", "yes", "")], changes[4].Fields);
    }

    [Fact]
    public void What_a_specification_demands_as_a_whole_is_compared_too()
    {
        var after = Before with { Title = "Release, tightened", EffectiveFrom = new DateOnly(2027, 1, 1), Plan = new MeasurementPlan(2, Combination.Mean) };

        Assert.Equal(
            [new("Title", "", "Release, tightened"), new("Effective from", "2026-01-01", "2027-01-01"), new("Measurements", "1", "2")],
            SpecificationComparison.Of(Before, after).Fields);
    }

    [Fact]
    public void Of_a_first_version_everything_is_new() =>
        Assert.All(SpecificationComparison.Of(null, Before).Criteria, c => Assert.Equal(CriterionChangeKind.Added, c.Kind));

    private static Specification Of(params IReadOnlyList<CriterionForm> criteria) =>
        new SpecificationForm { Criteria = criteria }.Check("EV", market: null, 1, new DateOnly(2026, 1, 1),
            Definitions.Read("""{"products": [{"code": "EV", "version": 1, "name": "EV"}]}""").Definitions).Specification!;
}
