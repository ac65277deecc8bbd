using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class StabilityStudyTest
{
    private static readonly double[] Months = [0, 3, 6, 9, 12, 18, 24];
    private static readonly double[] Noise = [0.3, -0.2, 0.1, -0.4, 0.2, 0.1, -0.1];

    [Fact]
    public void One_batch_is_one_line_and_has_no_test_to_fail()
    {
        var study = new StabilityStudy([Batch("A", 100, -0.5, 1)]);

        Assert.Null(study.SlopesTest.P);
        Assert.Equal(StabilityModel.OneLine, study.Model());
    }

    [Fact]
    public void An_exact_line_lives_until_it_meets_the_limit()
    {
        var study = new StabilityStudy([Batch("A", 100, -0.5, 0), Batch("B", 100, -0.5, 0)]);
        var life = new ShelfLife(study, 90, AcceptanceSide.Lower);

        Assert.Equal(StabilityModel.OneLine, study.Model());
        Assert.Equal(20, life.OneLine!.Value, 1e-9);
        Assert.Equal(36, life.ExtrapolationCap);
    }

    [Fact]
    public void Exact_lines_of_different_slopes_are_kept_apart()
    {
        var study = new StabilityStudy([Batch("A", 100, -0.5, 0), Batch("B", 100, -1, 0)]);

        Assert.Equal(StabilityModel.Separate, study.Model());
        Assert.Equal(10, new ShelfLife(study, 90, AcceptanceSide.Lower).Of(StabilityModel.Separate)!.Value, 1e-9);
    }

    [Fact]
    public void A_limit_crossed_from_the_start_leaves_no_life_and_one_never_crossed_has_none()
    {
        var study = new StabilityStudy([Batch("A", 100, -0.5, 1)]);

        Assert.Equal(0, new ShelfLife(study, 101, AcceptanceSide.Lower).OneLine);
        Assert.Null(new ShelfLife(study, 200, AcceptanceSide.Upper).OneLine);
    }

    [Fact]
    public void Two_sided_limits_and_a_mirrored_attribute_behave_as_they_should()
    {
        var falling = new StabilityStudy([Batch("A", 100, -0.5, 1), Batch("B", 99, -0.45, 1)]);
        var rising = new StabilityStudy([Batch("A", -100, 0.5, -1), Batch("B", -99, 0.45, -1)]);

        Assert.True(new ShelfLife(falling, 85, AcceptanceSide.Lower, twoSided: true).OneLine
            < new ShelfLife(falling, 85, AcceptanceSide.Lower).OneLine);
        Assert.Equal(new ShelfLife(falling, 85, AcceptanceSide.Lower).OneLine!.Value,
            new ShelfLife(rising, -85, AcceptanceSide.Upper).OneLine!.Value, 1e-9);
    }

    [Fact]
    public void The_models_contain_one_another_and_the_order_of_batches_does_not_matter()
    {
        StabilityBatch[] batches = [Batch("A", 100, -0.5, 1), Batch("B", 101, -0.3, -1), Batch("C", 99, -0.4, 0.5)];
        var study = new StabilityStudy(batches);
        var turned = new StabilityStudy([.. batches.Reverse()]);

        Assert.True(study.FullResiduals <= study.CommonSlopeResiduals && study.CommonSlopeResiduals <= study.OneLineResiduals);
        Assert.Equal(study.SlopesTest.P!.Value, turned.SlopesTest.P!.Value, 1e-12);
        Assert.Equal(study.OneLineSlope, turned.OneLineSlope, 1e-12);
    }

    [Fact]
    public void A_batch_seen_at_one_time_only_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new StabilityStudy([new("A", [3, 3], [1, 2])]));
        Assert.Throws<ArgumentException>(() => new StabilityStudy([]));
        Assert.Throws<ArgumentException>(() => new StabilityStudy([Batch("A", 1, 1, 1), Batch("A", 1, 1, 1)]));
    }

    private static StabilityBatch Batch(string name, double intercept, double slope, double noise) =>
        new(name, Months, [.. Months.Zip(Noise, (t, e) => intercept + slope * t + noise * e)]);
}
