namespace LabQc.Statistics;

/// <summary>Ranks from 1, equal values sharing their mean rank, in the order of the values.</summary>
/// <param name="Values">The ranks.</param>
/// <param name="TieSum">Σ(t³ - t) over the groups of t equal values; 0 exactly where no two are equal.</param>
internal sealed record Ranks(double[] Values, double TieSum)
{
    public bool HasTies => TieSum > 0;

    public static Ranks Of(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Length];
        double ties = 0;
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]])
                end++;
            for (var i = start; i < end; i++)
                ranks[order[i]] = (start + 1 + end) / 2.0;
            ties += TieTerm(end - start);
            start = end;
        }
        return new Ranks(ranks, ties);
    }

    private static double TieTerm(double t) => t * (t - 1) * (t + 1);
}
