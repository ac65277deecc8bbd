namespace LabQc.Statistics;

/// <summary>Mean times to absorption of a Markov chain, or of the quadrature of an integral equation of the same form.</summary>
/// <remarks>
/// Solves (I - P) t = 1 by the elimination of Grassmann, Taksar &amp; Heyman 1985, Operations Research 33:1107: diagonal entries are
/// never subtracted but summed from what leaves a state, so nothing cancels, and a mean time of 1e12 is as good to its last
/// digits as one of 10.
/// </remarks>
internal static class AbsorbingChain
{
    /// <summary>The mean number of steps until absorption, from each state.</summary>
    /// <param name="step">Probability (or weight) of going from state i to state j; overwritten.</param>
    /// <param name="end">Probability of absorption from state i in one step; overwritten.</param>
    public static double[] MeanTimes(double[][] step, double[] end)
    {
        var gathered = new double[end.Length];
        Array.Fill(gathered, 1);
        var leaving = new double[end.Length];
        for (var k = end.Length - 1; k >= 0; k--)
        {
            leaving[k] = end[k] + step[k].AsSpan(0, k).ToArray().Sum();
            Eliminate(k, leaving[k], step, end, gathered);
        }
        return BackSubstituted(step, gathered, leaving);
    }

    private static void Eliminate(int k, double leaving, double[][] step, double[] end, double[] gathered)
    {
        for (var i = 0; i < k; i++)
        {
            if (step[i][k] == 0)
                continue;
            var visits = step[i][k] / leaving;
            for (var j = 0; j < k; j++)
                step[i][j] += visits * step[k][j];
            end[i] += visits * end[k];
            gathered[i] += visits * gathered[k];
        }
    }

    private static double[] BackSubstituted(double[][] step, double[] gathered, double[] leaving)
    {
        var times = new double[gathered.Length];
        for (var k = 0; k < times.Length; k++)
        {
            var later = 0.0;
            for (var j = 0; j < k; j++)
                later += step[k][j] * times[j];
            times[k] = (gathered[k] + later) / leaving[k];
        }
        return times;
    }
}
