using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>The two sets of size classes in a ZetaView text: 1200 of 5 nm, and 200 of equal ratio (64 a decade).</summary>
internal static class ZetaViewClasses
{
    /// <summary>The program takes the centre of a class for its upper edge: its percentiles lie half a class too low.</summary>
    public const double OffsetOfPercentiles = -2.5;

    private const int LinearClasses = 1200;
    private const int LogarithmicClasses = 200;
    private const double FirstLogarithmicCentre = 4.683495;

    private static readonly double LogRatio = ExactMath.Log(10) / 64;

    public static BinStatistics Linear(IReadOnlyList<double> traces)
    {
        var counts = new double[LinearClasses];
        foreach (var diameter in traces)
            counts[Math.Clamp((int)(diameter / 5), 0, LinearClasses - 1)]++;
        return new BinStatistics(counts, 5);
    }

    public static double LinearCentre(int index) => 2.5 + 5 * index;

    public static double LogarithmicCentre(int index) => FirstLogarithmicCentre * ExactMath.Exp(index * LogRatio);

    public static double[] Logarithmic(IReadOnlyList<double> traces)
    {
        var counts = new double[LogarithmicClasses];
        foreach (var diameter in traces)
        {
            var index = (int)Math.Round(ExactMath.Log(diameter / FirstLogarithmicCentre) / LogRatio);
            counts[Math.Clamp(index, 0, LogarithmicClasses - 1)]++;
        }
        return counts;
    }
}
