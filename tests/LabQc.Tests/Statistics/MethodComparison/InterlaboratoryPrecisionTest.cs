using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class InterlaboratoryPrecisionTest
{
    [Fact]
    public void Reproducibility_is_never_better_than_repeatability() => Measured.Between(0, 100).Array[3].Array[3, 10].Sample(labs =>
    {
        var found = InterlaboratoryPrecision.Of(labs);

        Assert.True(found.ReproducibilitySd >= found.RepeatabilitySd);
        Assert.InRange(found.Laboratories.Sum(l => l.MandelK!.Value * l.MandelK.Value), labs.Length - 1e-9, labs.Length + 1e-9);
        Assert.Equal(0, found.Laboratories.Sum(l => l.MandelH!.Value), 1e-9);
    });

    [Fact]
    public void Shift_and_scale_behave() => Measured.Between(0, 100).Array[2].Array[3, 8].Sample(labs =>
    {
        var found = InterlaboratoryPrecision.Of(labs);
        var moved = InterlaboratoryPrecision.Of([.. labs.Select(l => Array.ConvertAll(l, v => 50 + 3 * v))]);

        Assert.Equal(3 * found.RepeatabilitySd, moved.RepeatabilitySd, 1e-8);
        Assert.Equal(3 * found.BetweenLaboratorySd, moved.BetweenLaboratorySd, 1e-5);
        Assert.Equal(found.Cochran!.Statistic, moved.Cochran!.Statistic, 1e-8);
        Assert.Equal(found.Grubbs!.Laboratory, moved.Grubbs!.Laboratory);
    });

    /// <summary>ISO 5725-2, tables of Cochran's and Grubbs's critical values for 10 laboratories of 2 results.</summary>
    [Fact]
    public void Critical_values_are_those_of_the_tables()
    {
        var found = InterlaboratoryPrecision.Of([.. Enumerable.Range(0, 10).Select(i => new double[] { i, i + 1 + i % 3 })]);

        Assert.Equal(0.602, found.Cochran!.Critical05!.Value, 1e-3);
        Assert.Equal(0.718, found.Cochran.Critical01!.Value, 1e-3);
        Assert.Equal(2.290, found.Grubbs!.Critical05!.Value, 1e-3);
        Assert.Equal(2.482, found.Grubbs.Critical01!.Value, 1e-3);
    }

    [Fact]
    public void Unequal_replicates_have_no_critical_value_of_Cochran()
    {
        var found = InterlaboratoryPrecision.Of([[1, 2], [2, 3, 4], [5]]);

        Assert.Null(found.Cochran!.Critical05);
        Assert.Null(found.Laboratories[2].Sd);
        Assert.Null(found.Laboratories[2].MandelK);
        Assert.Equal(2.83333333333333, found.GrandMean, 1e-12);
    }

    [Fact]
    public void Equal_results_everywhere_have_no_outlier()
    {
        var found = InterlaboratoryPrecision.Of([[0.1, 0.1], [0.1, 0.1], [0.1, 0.1]]);

        Assert.Equal(0, found.ReproducibilitySd);
        Assert.Null(found.Cochran);
        Assert.Null(found.Grubbs);
        Assert.Null(found.Laboratories[0].MandelH);
    }

    [Fact]
    public void One_laboratory_or_no_replicates_are_refused()
    {
        Assert.Throws<ArgumentException>(() => InterlaboratoryPrecision.Of([[1, 2]]));
        Assert.Throws<ArgumentException>(() => InterlaboratoryPrecision.Of([[1], [2]]));
        Assert.Throws<ArgumentException>(() => InterlaboratoryPrecision.Of([[1, 2], []]));
        Assert.Throws<ArgumentException>(() => InterlaboratoryPrecision.Of([[1, 2], [double.NaN, 2]]));
    }
}
