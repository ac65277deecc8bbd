namespace LabQc.SampleBatches.Numbers;

/// <summary>
/// Exponential and logarithm from additions, multiplications and divisions alone. IEEE 754 fixes those to the last bit,
/// while the mathematics library of each operating system rounds exp and log a little differently: with these the
/// sample files are the same bytes on every machine. Relative error below 1e-15, which is ample for made-up data.
/// </summary>
internal static class ExactMath
{
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Ln10 = 2.302585092994045684;

    /// <summary>e to the power x, for x between -700 and 700.</summary>
    public static double Exp(double x)
    {
        var k = Math.Round(x / (Ln2High + Ln2Low));
        var r = x - k * Ln2High - k * Ln2Low;
        double sum = 1, term = 1;
        for (var i = 1; i <= 18; i++)
        {
            term *= r / i;
            sum += term;
        }
        return Math.ScaleB(sum, (int)k);
    }

    /// <summary>Natural logarithm of a positive number, by the series of the inverse hyperbolic tangent.</summary>
    public static double Log(double x)
    {
        var exponent = Math.ILogB(x);
        var mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        double sum = 0, power = s;
        for (var i = 1; i <= 45; i += 2)
        {
            sum += power / i;
            power *= square;
        }
        return 2 * sum + exponent * Ln2High + exponent * Ln2Low;
    }

    /// <summary>Ten to the power x.</summary>
    public static double PowerOfTen(double x) => Exp(x * Ln10);
}
