using CsCheck;
using LabQc.SizeDistributions;
using LabQc.Statistics;

namespace LabQc.Tests.SizeDistributions;

public sealed class DistributionCodecTest
{
    private static readonly Gen<double> Value = Gen.OneOf(
        Gen.Const(0.0), Gen.Double[0, 1e12], Gen.Int[0, int.MaxValue].Select(i => (double)i), Gen.Const(9007199254740992.0));

    private static readonly Gen<SizeDistribution> Distribution = Gen.Select(
        Value.Array[1, 60], Gen.Double[0.001, 10], Gen.Bool, Gen.Enum<Weighting>(), (values, width, logarithmic, weighting) =>
        {
            var edges = Enumerable.Range(0, values.Length + 1).Select(i => logarithmic ? width * Math.Pow(1.1, i) : i * width).ToArray();
            return new SizeDistribution(
                SizeBins.OfEdges(edges, logarithmic ? BinCentre.Geometric : BinCentre.Arithmetic), values, weighting);
        });

    [Fact]
    public void A_distribution_comes_back_to_the_last_bit() => Distribution.Sample(d =>
    {
        var back = DistributionCodec.Decode(DistributionCodec.Encode(d));
        return back.Bins.Equals(d.Bins) && back.Weighting == d.Weighting && back.Values.SequenceEqual(d.Values);
    });

    [Fact]
    public void Cut_off_bytes_are_refused_wherever_the_cut_is() => Gen.Select(Distribution, Gen.Double[0, 1]).Sample((d, where) =>
    {
        var packed = DistributionCodec.Encode(d);
        Assert.Throws<FormatException>(() => DistributionCodec.Decode(packed.AsSpan(0, (int)(where * (packed.Length - 1)))));
    });

    [Fact]
    public void Random_bytes_are_refused_or_a_distribution_but_break_nothing() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        if (bytes.Length > 0)
            bytes[0] = 1;
        try
        {
            Assert.True(DistributionCodec.Decode(bytes).Total >= 0);
        }
        catch (FormatException refused)
        {
            Assert.NotEmpty(refused.Message);
        }
    });

    [Fact]
    public void A_full_NanoSight_curve_fits_eight_kilobytes_averaged_or_not()
    {
        var curve = Curves.Lognormal(150, 2.5, 1e13);
        var averaged = new SizeDistribution(curve.Bins, curve.Values.ToArray().Select(v => v / 3).ToArray(), Weighting.Number);

        Assert.InRange(DistributionCodec.Encode(curve).Length, 1000, 6000);
        Assert.InRange(DistributionCodec.Encode(averaged).Length, 1000, 8192);
    }

    [Fact]
    public void A_dilution_of_whole_particles_costs_no_bytes()
    {
        var curve = Curves.Lognormal(95, 1.36, 1e8);

        Assert.Equal(DistributionCodec.Encode(curve).Length, DistributionCodec.Encode(curve.Times(1000)).Length);
    }

    [Fact]
    public void NanoSight_bins_come_back_as_the_shared_ones() =>
        Assert.Same(SizeBins.Nanometres1000, DistributionCodec.Decode(DistributionCodec.Encode(Curves.Lognormal(95, 1.36))).Bins);

    [Fact]
    public void Metrics_from_the_packed_form_equal_those_of_the_distribution()
    {
        var buffer = new DistributionBuffer();
        foreach (var curve in new[] { Curves.Lognormal(95, 1.36), Curves.Lognormal(SizeBins.OfCentres([10, 20, 40, 80, 160], BinCentre.Geometric), 60, 1.5, 1e6) })
            Assert.Equal(curve.Metrics(SizeRange.Exosomes), DistributionCodec.Metrics(DistributionCodec.Encode(curve), SizeRange.Exosomes, buffer));
    }

    [Fact]
    public void Metrics_from_the_packed_form_allocate_nothing()
    {
        var packed = DistributionCodec.Encode(Curves.Lognormal(95, 1.36));
        var buffer = new DistributionBuffer();
        DistributionCodec.Metrics(packed, SizeRange.Exosomes, buffer);

        var before = GC.GetAllocatedBytesForCurrentThread();
        DistributionCodec.Metrics(packed, SizeRange.Exosomes, buffer);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_newer_version_is_refused_by_its_number()
    {
        var packed = DistributionCodec.Encode(Curves.Lognormal(95, 1.36));
        packed[0] = 2;

        Assert.Contains("version 2", Assert.Throws<FormatException>(() => DistributionCodec.Decode(packed)).Message, StringComparison.Ordinal);
    }
}
