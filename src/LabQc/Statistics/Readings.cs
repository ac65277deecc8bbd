namespace LabQc.Statistics;

/// <summary>The two demands that nearly every routine makes on its numbers: enough of them, and each finite.</summary>
internal static class Readings
{
    /// <summary>Refuses fewer than <paramref name="atLeast"/> values, and any that is NaN or infinite.</summary>
    public static void Require(ReadOnlySpan<double> values, int atLeast, string name)
    {
        if (values.Length < atLeast)
            throw new ArgumentException($"At least {atLeast} values are needed; got {values.Length}.", name);
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i]))
                throw new ArgumentException($"Every value must be a finite number; the one at index {i} is not.", name);
    }

    /// <summary>As <see cref="Require"/> for two series of equal length, pair by pair.</summary>
    public static void RequirePairs(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int atLeast)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"Pairs need as many x as y; got {x.Length} and {y.Length}.", nameof(y));
        Require(x, atLeast, nameof(x));
        Require(y, atLeast, nameof(y));
    }

    /// <summary>Refuses a number that is not finite and above zero, such as a standard deviation to divide by.</summary>
    public static void RequirePositive(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0)
            throw new ArgumentOutOfRangeException(name, value, "A finite number above zero is needed.");
    }

    /// <summary>Refuses a NaN or an infinity.</summary>
    public static void RequireFinite(double value, string name)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, "A finite number is needed.");
    }
}
