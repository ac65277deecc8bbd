namespace LabQc.Statistics;

/// <summary>
/// A number of about 32 digits, held as the unevaluated sum of two doubles. Least squares runs in it: the condition of a
/// polynomial of degree ten costs 15 digits, and 17 are left.
/// </summary>
/// <remarks>Dekker 1971, Numerische Mathematik 18, 224-242, with a fused multiply-add for the exact product.</remarks>
internal readonly record struct DoubleDouble(double High, double Low)
{
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static explicit operator double(DoubleDouble value) => value.High + value.Low;

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var high = a.High + b.High;
        var shadow = high - a.High;
        var error = (a.High - (high - shadow)) + (b.High - shadow);
        return Renormalised(high, error + (a.Low + b.Low));
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var high = a.High * b.High;
        var error = Math.FusedMultiplyAdd(a.High, b.High, -high);
        return Renormalised(high, error + (a.High * b.Low + a.Low * b.High));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble first = a.High / b.High;
        var rest = a - first * b;
        DoubleDouble second = rest.High / b.High;
        rest -= second * b;
        return first + second + rest.High / b.High;
    }

    /// <summary>Square root of a number that is not negative: one Newton step from the double's root doubles the digits.</summary>
    public static DoubleDouble Sqrt(DoubleDouble a)
    {
        if (a.High <= 0)
            return 0;
        DoubleDouble root = Math.Sqrt(a.High);
        return root + (a - root * root).High / (2 * root.High);
    }

    /// <summary>Sum of the products of two columns of equal length.</summary>
    public static DoubleDouble Dot(ReadOnlySpan<DoubleDouble> a, ReadOnlySpan<DoubleDouble> b)
    {
        DoubleDouble sum = 0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static DoubleDouble Renormalised(double high, double low)
    {
        var sum = high + low;
        return new(sum, low - (sum - high));
    }
}
