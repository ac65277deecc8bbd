namespace LabQc.Statistics;

/// <summary>The two ends of an interval that covers an unknown quantity with the stated confidence, in its unit.</summary>
public readonly record struct ConfidenceLimits(double Lower, double Upper)
{
    /// <summary>The interval that reaches <paramref name="reach"/> to either side of an estimate.</summary>
    public static ConfidenceLimits Around(double estimate, double reach) => new(estimate - reach, estimate + reach);

    /// <summary>Whether both ends lie within <paramref name="lower"/> and <paramref name="upper"/>.</summary>
    public bool LieWithin(double lower, double upper) => Lower >= lower && Upper <= upper;

    /// <summary>Half of the probability that an interval of this confidence leaves out, for the tail of a quantile.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not strictly between 0 and 1.</exception>
    internal static double TailOf(double confidence) => confidence is > 0 and < 1
        ? (1 - confidence) / 2
        : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");

    /// <summary>The t that a two-sided interval of this confidence reaches.</summary>
    internal static double StudentsTFor(double confidence, double df) => -StudentsT.Quantile(TailOf(confidence), df);
}
