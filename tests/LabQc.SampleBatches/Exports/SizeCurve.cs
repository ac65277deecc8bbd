using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>
/// The number-weighted sizes of a sample: log-normal with a median and a geometric SD, and a small share of large
/// particles (aggregates) spread evenly over the logarithm of size.
/// </summary>
/// <param name="Median">Median diameter, nm.</param>
/// <param name="GeometricSd">Geometric standard deviation.</param>
/// <param name="LargeShare">Share of particles between 250 and 700 nm beside the log-normal.</param>
/// <param name="Bumpiness">Height of the bumps that tracking few particles puts on one video's curve; 0 for none.</param>
internal sealed record SizeCurve(double Median, double GeometricSd, double LargeShare, double Bumpiness)
{
    private const int Bins = 1000;

    /// <summary>Polystyrene beads of 100 nm as a traceable size standard shows them.</summary>
    public static SizeCurve Beads { get; } = new(100, 1.09, 0.002, 0.06);

    /// <summary>The sizes of one video: the sample's, with the small differences between one look and the next.</summary>
    public SizeCurve OfOneVideo(Deviates deviates) => this with
    {
        Median = Median * deviates.Factor(0.006),
        GeometricSd = ExactMath.Exp(ExactMath.Log(GeometricSd) * deviates.Factor(0.015)),
        LargeShare = LargeShare * deviates.Between(0.4, 1.6),
    };

    /// <summary>Shares of 1000 bins of 1 nm that add up to one. Bins below 1/20,000 of the peak are empty, as no track falls there.</summary>
    public double[] Shares(Deviates deviates)
    {
        var bumps = Bumps(deviates);
        var logSd = ExactMath.Log(GeometricSd);
        var shares = new double[Bins];
        for (var i = 0; i < Bins; i++)
        {
            var logSize = ExactMath.Log(i + 0.5);
            var z = (logSize - ExactMath.Log(Median)) / logSd;
            shares[i] = ExactMath.Exp(-0.5 * z * z + bumps.Sum(bump => bump.At(logSize))) / (i + 0.5);
        }
        Cut(shares);
        AddLarge(shares, deviates);
        var total = shares.Sum();
        return [.. shares.Select(share => share / total)];
    }

    /// <summary>The diameter of one particle, for instruments that list tracks by class.</summary>
    public double Particle(Deviates deviates) => deviates.Uniform() < LargeShare
        ? ExactMath.Exp(deviates.Between(ExactMath.Log(250), ExactMath.Log(700)))
        : Median * deviates.Factor(ExactMath.Log(GeometricSd));

    private static void Cut(double[] shares)
    {
        var floor = shares.Max() / 20_000;
        for (var i = 0; i < shares.Length; i++)
            shares[i] = Math.Max(0, shares[i] - floor);
    }

    /// <summary>Each large particle is one narrow peak, because its track alone makes it.</summary>
    private void AddLarge(double[] shares, Deviates deviates)
    {
        var peaks = LargeShare == 0 ? 0 : deviates.Whole(1, 3);
        var perPeak = shares.Sum() * LargeShare / Math.Max(1, peaks);
        for (; peaks > 0; peaks--)
        {
            var size = ExactMath.Exp(deviates.Between(ExactMath.Log(250), ExactMath.Log(700)));
            var width = 0.02 * size;
            for (var i = (int)(size - 4 * width); i < Math.Min(Bins, size + 4 * width); i++)
            {
                var z = (i + 0.5 - size) / width;
                shares[i] += perPeak * 0.3989422804014327 / width * ExactMath.Exp(-0.5 * z * z);
            }
        }
    }

    private Bump[] Bumps(Deviates deviates)
    {
        var logMedian = ExactMath.Log(Median);
        var count = Bumpiness == 0 ? 0 : 6;
        return [.. Enumerable.Range(0, count).Select(k =>
            new Bump(logMedian + 0.24 * (k - 2.5) + deviates.Between(-0.06, 0.06), 0.09, Bumpiness * deviates.Normal()))];
    }

    private sealed record Bump(double Centre, double Width, double Height)
    {
        public double At(double logSize)
        {
            var z = (logSize - Centre) / Width;
            return Height * ExactMath.Exp(-0.5 * z * z);
        }
    }
}
