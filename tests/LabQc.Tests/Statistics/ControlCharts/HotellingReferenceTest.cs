using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class HotellingReferenceTest
{
    private static readonly Gen<double[][]> Lots = Measured.Between(-10, 10).Array[3].Array[8, 30];

    [Fact]
    public void One_attribute_gives_the_square_of_its_t() => Measured.Between(-10, 10).Array[5, 30].Sample(values =>
    {
        var reference = HotellingReference.Of([.. values.Select(v => new[] { v })]);
        var sd = Math.Sqrt(reference.Covariance[0][0]);

        var judgement = reference.Judge([7]);

        Assert.Equal(Math.Pow((7 - reference.Centre[0]) / sd, 2), judgement.TSquared, 1e-8 * judgement.TSquared + 1e-12);
        Assert.Equal(judgement.TSquared, judgement.Contributions[0], 1e-8 * judgement.TSquared + 1e-12);
    });

    /// <summary>For one attribute, phase II is the two-sided prediction interval of one further lot.</summary>
    [Fact]
    public void The_limit_of_one_attribute_is_that_of_a_prediction_interval()
    {
        double[][] rows = [[1], [2], [4], [7], [3]];
        var t = StudentsT.Quantile(0.975, 4);

        Assert.Equal(t * t * (1 + 1.0 / 5), HotellingReference.Of(rows).PhaseTwoLimit(0.95), 1e-9);
    }

    [Fact]
    public void The_squares_of_the_members_add_up_to_m_minus_1_times_p() => Lots.Sample(rows =>
    {
        var reference = HotellingReference.Of(rows);

        Assert.Equal(3.0 * (rows.Length - 1), rows.Sum(reference.TSquared), 1e-6);
    });

    [Fact]
    public void Units_do_not_matter() => Lots.Sample(rows =>
    {
        double[] Rescaled(double[] row) => [1e11 * row[0] + 3e11, 1e-4 * row[1], row[2] - 40];
        var lot = new[] { 1.0, -2, 3 };

        var judgement = HotellingReference.Of(rows).Judge(lot);
        var rescaled = HotellingReference.Of([.. rows.Select(Rescaled)]).Judge(Rescaled(lot));

        Assert.Equal(1, rescaled.TSquared / judgement.TSquared, 1e-6);
        Assert.Equal(judgement.Limit, rescaled.Limit);
    });

    [Fact]
    public void The_contribution_of_an_attribute_is_what_the_square_loses_without_it() => Lots.Sample(rows =>
    {
        var lot = new[] { 1.0, -2, 3 };
        var judgement = HotellingReference.Of(rows).Judge(lot);
        for (var j = 0; j < 3; j++)
        {
            double[] Without(double[] row) => [.. row.Where((_, k) => k != j)];
            var rest = HotellingReference.Of([.. rows.Select(Without)]).TSquared(Without(lot));
            Assert.Equal(judgement.TSquared - rest, judgement.Contributions[j], 1e-6 * (1 + judgement.TSquared));
        }
    });

    /// <summary>Under the null about 5 % of further lots lie beyond a limit of 95 %: 4 sigma of the binomial about it.</summary>
    [Fact]
    public void The_phase_two_limit_has_its_stated_rate_of_false_alarms()
    {
        var random = new Random(20261124);
        double[] Lot() => [.. Enumerable.Range(0, 3).Select(_ => StandardNormal.Quantile(random.NextDouble()))];
        const int Sets = 2000;
        var beyond = Enumerable.Range(0, Sets).Count(_ =>
            HotellingReference.Of([.. Enumerable.Range(0, 20).Select(_ => Lot())]).Judge(Lot(), 0.95).Beyond);

        Assert.InRange(beyond / (double)Sets, 0.05 - 4 * Math.Sqrt(0.05 * 0.95 / Sets), 0.05 + 4 * Math.Sqrt(0.05 * 0.95 / Sets));
    }

    [Fact]
    public void Attributes_that_say_the_same_or_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => HotellingReference.Of([[1, 2], [2, 4], [3, 6], [4, 8]]));
        Assert.Throws<ArgumentException>(() => HotellingReference.Of([[1, 5], [2, 5], [3, 5], [4, 5]]));
        Assert.Throws<ArgumentException>(() => HotellingReference.Of([[1, 5], [2, 6]]));
        Assert.Throws<ArgumentException>(() => HotellingReference.Of([]));
        Assert.Throws<ArgumentException>(() => HotellingReference.Of([[1, 5], [2, 6], [3]]));
    }

    [Fact]
    public void A_missing_attribute_of_the_judged_lot_is_refused()
    {
        var reference = HotellingReference.Of([[1, 5], [2, 7], [3, 4], [5, 5]]);

        Assert.Throws<ArgumentException>(() => reference.Judge([1]));
        Assert.Throws<ArgumentException>(() => reference.Judge([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => reference.Judge([1, 2], confidence: 1));
    }

    [Fact]
    public void A_phase_one_limit_needs_two_lots_more_than_attributes()
    {
        var reference = HotellingReference.Of([[1, 5], [2, 7], [3, 4]]);

        Assert.Throws<ArgumentException>(() => reference.PhaseOneLimit(0.95));
        Assert.True(reference.PhaseTwoLimit(0.95) > 0);
    }
}
