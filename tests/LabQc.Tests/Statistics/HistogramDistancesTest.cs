using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class HistogramDistancesTest
{
    private const double Close = 1e-8;
    private static readonly Gen<RandomHistogram> Any = RandomHistogram.Any;

    [Fact]
    public void A_distribution_is_at_no_distance_from_itself() => Gen.Select(Any, Gen.Double[0.01, 1e6]).Sample((h, factor) =>
    {
        var same = HistogramDistances.Compare(h.Edges, h.Values, h.Edges, h.Times(factor).Values);
        return W1(h, h.Times(factor)) < Close && same.KolmogorovSmirnov < Close && same.Hellinger < 1e-7 && Math.Abs(1 - same.Overlap) < Close;
    });

    [Fact]
    public void Distances_are_the_same_both_ways() => Gen.Select(Any, Any).Sample((a, b) =>
    {
        var (ab, ba) = (Compare(a, b), Compare(b, a));
        return Near(ab.Wasserstein1, ba.Wasserstein1) && Near(ab.KolmogorovSmirnov, ba.KolmogorovSmirnov)
            && Near(ab.Overlap, ba.Overlap) && Near(ab.Hellinger, ba.Hellinger);
    });

    [Fact]
    public void No_detour_is_shorter() => Gen.Select(Any, Any, Any).Sample((a, b, c) =>
    {
        var (ab, bc, ac) = (Compare(a, b), Compare(b, c), Compare(a, c));
        return ac.Wasserstein1 <= ab.Wasserstein1 + bc.Wasserstein1 + Close
            && ac.KolmogorovSmirnov <= ab.KolmogorovSmirnov + bc.KolmogorovSmirnov + Close
            && ac.Hellinger <= ab.Hellinger + bc.Hellinger + Close;
    });

    [Fact]
    public void Different_distributions_are_at_a_distance() => Gen.Select(Any, Gen.Double[0.1, 100]).Sample((h, by) =>
        W1(h, h.Shifted(by)) > 0 && Compare(h, h.Shifted(by)).KolmogorovSmirnov > 0);

    [Fact]
    public void A_shift_is_as_far_as_it_is() => Gen.Select(Any, Gen.Double[0, 1000]).Sample((h, by) =>
        Math.Abs(W1(h, h.Shifted(by)) - by) < 1e-7 * (1 + by));

    [Fact]
    public void A_scale_stretches_the_distance() => Gen.Select(Any, Any, Gen.Double[0.01, 100]).Sample((a, b, by) =>
        Math.Abs(W1(a.Scaled(by), b.Scaled(by)) - by * W1(a, b)) < Close * (1 + by * 1000));

    [Fact]
    public void The_distance_alone_is_the_one_of_the_comparison() => Gen.Select(Any, Any.Array[2]).Sample((a, others) =>
    {
        var shared = a with { Values = [.. Enumerable.Range(0, a.Values.Length).Select(i => 1.0 + i % 3)] };
        return Near(W1(a, others[0]), Compare(a, others[0]).Wasserstein1) && Near(W1(a, shared), Compare(a, shared).Wasserstein1);
    });

    [Fact]
    public void The_distance_is_the_mean_gap_between_the_quantile_functions() => Gen.Select(Any, Any).Sample((a, b) =>
    {
        const int points = 20_000;
        var (q1, q2) = (new double[points], new double[points]);
        HistogramQuantiles.QuantileFunction(a.Edges, a.Values, q1);
        HistogramQuantiles.QuantileFunction(b.Edges, b.Values, q2);
        return Math.Abs(q1.Zip(q2, (x, y) => Math.Abs(x - y)).Average() - W1(a, b)) < 0.05;
    }, iter: 50);

    [Fact]
    public void All_lie_within_their_bounds() => Gen.Select(Any, Any).Sample((a, b) =>
    {
        var d = Compare(a, b);
        return d.KolmogorovSmirnov is >= 0 and <= 1 && d.Overlap is >= 0 and <= 1 && d.Hellinger is >= 0 and <= 1 && d.Wasserstein1 >= 0
            && 1 - d.Overlap >= d.KolmogorovSmirnov - Close;
    });

    [Fact]
    public void Without_particles_there_is_no_distance() =>
        Assert.Throws<ArgumentException>(() => HistogramDistances.Wasserstein1([0, 1], [1], [0, 1], [0]));

    private static double W1(RandomHistogram a, RandomHistogram b) => HistogramDistances.Wasserstein1(a.Edges, a.Values, b.Edges, b.Values);

    private static HistogramDifference Compare(RandomHistogram a, RandomHistogram b) => HistogramDistances.Compare(a.Edges, a.Values, b.Edges, b.Values);

    private static bool Near(double a, double b) => Math.Abs(a - b) < Close * (1 + Math.Abs(a));
}
