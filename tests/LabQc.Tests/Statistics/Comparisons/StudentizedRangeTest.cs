using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class StudentizedRangeTest
{
    [Fact]
    public void The_quantile_undoes_the_distribution() =>
        Gen.Select(Gen.Double[0.001, 0.999], Gen.Int[2, 12], Gen.Double[1, 200]).Sample((p, k, df) =>
            Assert.Equal(p, StudentizedRange.Cdf(StudentizedRange.Quantile(p, k, df), k, df), 1e-10), iter: 25);

    [Fact]
    public void Quantiles_rise_with_the_fraction_and_the_number_of_means() =>
        Gen.Select(Gen.Double[0.01, 0.98], Gen.Int[2, 10], Gen.Double[1, 100]).Sample((p, k, df) =>
        {
            var quantile = StudentizedRange.Quantile(p, k, df);
            Assert.True(quantile < StudentizedRange.Quantile(p + 0.01, k, df));
            Assert.True(quantile < StudentizedRange.Quantile(p, k + 1, df));
        }, iter: 15);

    [Fact]
    public void Both_tails_add_up_to_one() =>
        Gen.Select(Gen.Double[0.1, 8], Gen.Int[2, 30], Gen.Double[0.7, 300]).Sample((q, k, df) =>
            Assert.Equal(1, StudentizedRange.Cdf(q, k, df) + StudentizedRange.UpperTail(q, k, df), 1e-12), iter: 50);

    /// <summary>To first order k q^(k - 1) ∫φ^k, which is √3 q²/(2π) for three means.</summary>
    [Fact]
    public void A_small_range_of_three_has_a_probability_in_proportion_to_its_square() =>
        Assert.Equal(1, StudentizedRange.Cdf(1e-4, 3, double.PositiveInfinity) / (Math.Sqrt(3) * 1e-8 / (2 * Math.PI)), 1e-6);

    [Fact]
    public void Many_degrees_of_freedom_come_to_the_known_standard_deviation() =>
        Assert.Equal(StudentizedRange.UpperTail(4, 5, double.PositiveInfinity), StudentizedRange.UpperTail(4, 5, 1e9), 1e-8);

    [Fact]
    public void The_far_tail_keeps_its_digits()
    {
        // Bonferroni's bound is sharp there: three pairs, each Student's t at q/√2.
        var bound = 3 * StudentsT.TwoSided(60 / Math.Sqrt(2), 40);
        Assert.InRange(StudentizedRange.UpperTail(60, 3, 40) / bound, 0.9, 1);
        Assert.InRange(StudentizedRange.UpperTail(12, 3, double.PositiveInfinity) / (3 * 2 * StandardNormal.UpperTail(12 / Math.Sqrt(2))), 0.999, 1);
    }

    [Fact]
    public void The_ends_are_certain()
    {
        Assert.Equal(0, StudentizedRange.Cdf(0, 3, 5));
        Assert.Equal(1, StudentizedRange.UpperTail(-1, 3, 5));
        Assert.Equal(1, StudentizedRange.Cdf(double.PositiveInfinity, 3, 5));
        Assert.Equal(0, StudentizedRange.Quantile(0, 3, 5));
    }

    [Theory]
    [InlineData(double.NaN, 3, 5)]
    [InlineData(1, 1, 5)]
    [InlineData(1, 3, 0)]
    public void What_is_no_studentized_range_is_refused(double q, int k, double df) =>
        Assert.ThrowsAny<ArgumentException>(() => StudentizedRange.Cdf(q, k, df));
}
