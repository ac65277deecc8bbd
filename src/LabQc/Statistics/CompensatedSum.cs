namespace LabQc.Statistics;

/// <summary>
/// A sum that carries its rounding errors along, good to about 1e-32 of the sum of the magnitudes: Knuth's two-sum in the
/// arrangement of Ogita, Rump &amp; Oishi 2005, SIAM J. Sci. Comput. 26, algorithm 4.4.
/// </summary>
internal struct CompensatedSum
{
    private double _high;
    private double _low;

    /// <summary>The sum so far, rounded once.</summary>
    public readonly double Value => _high + _low;

    public void Add(double term)
    {
        var sum = _high + term;
        var shadow = sum - _high;
        _low += (_high - (sum - shadow)) + (term - shadow);
        _high = sum;
    }

    /// <summary>The sum over <paramref name="count"/>; n equal terms over n give the term itself.</summary>
    public readonly double DividedBy(int count)
    {
        var quotient = _high / count;
        var remainder = Math.FusedMultiplyAdd(-quotient, count, _high) + _low;
        return quotient + remainder / count;
    }
}
