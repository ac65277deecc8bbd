using System.Numerics;

namespace LabQc.Statistics;

/// <summary>
/// The Markov chain of a Shewhart chart with run rules. Points fall into eight zones, cut at 0, ±1, ±2 and ±3; each rule keeps a
/// small memory of the zones before; the states are the combinations of memories that can occur.
/// </summary>
/// <remarks>Champ &amp; Woodall 1987, Technometrics 29:393. States that no future can tell apart are merged (Moore 1956).</remarks>
internal sealed class ZoneChain
{
    private const int ZoneCount = 8;
    private const int Signal = -1;

    private readonly int[][] _next;

    private ZoneChain(int[][] next) => _next = next;

    public int StateCount => _next.Length;

    public static ZoneChain Of(IReadOnlyList<RunRule> rules)
    {
        if (rules.Count == 0)
            throw new ArgumentException("A run length needs at least one rule.", nameof(rules));
        return new ZoneChain(Merged(Reachable([.. rules.Distinct().Select(MemoryOf).Distinct()])));
    }

    /// <summary>Mean number of points up to and with the first signal.</summary>
    public double MeanRunLength(double shift)
    {
        var zone = ZoneProbabilities(shift);
        var end = new double[_next.Length];
        var step = new double[_next.Length][];
        for (var state = 0; state < step.Length; state++)
        {
            step[state] = new double[_next.Length];
            for (var z = 0; z < ZoneCount; z++)
                if (_next[state][z] == Signal)
                    end[state] += zone[z];
                else
                    step[state][_next[state][z]] += zone[z];
        }
        return AbsorbingChain.MeanTimes(step, end)[0];
    }

    private static double[] ZoneProbabilities(double shift)
    {
        double[] cuts = [double.NegativeInfinity, -3, -2, -1, 0, 1, 2, 3, double.PositiveInfinity];
        var probabilities = new double[ZoneCount];
        for (var z = 0; z < ZoneCount; z++)
            probabilities[z] = cuts[z] >= shift
                ? StandardNormal.UpperTail(cuts[z] - shift) - StandardNormal.UpperTail(cuts[z + 1] - shift)
                : StandardNormal.Cdf(cuts[z + 1] - shift) - StandardNormal.Cdf(cuts[z] - shift);
        return probabilities;
    }

    /// <summary>Every combination of memories that occurs before a signal, from the empty one on.</summary>
    private static List<int[]> Reachable(ZoneMemory[] memories)
    {
        var number = new Dictionary<BigInteger, int> { [0] = 0 };
        var states = new List<int[]> { new int[memories.Length] };
        var next = new List<int[]>();
        for (var state = 0; state < states.Count; state++)
            next.Add([.. Enumerable.Range(0, ZoneCount).Select(zone => NumberOf(memories, states[state], zone, number, states))]);
        return next;
    }

    private static int NumberOf(
        ZoneMemory[] memories, int[] before, int zone, Dictionary<BigInteger, int> number, List<int[]> states)
    {
        var after = new int[memories.Length];
        var key = BigInteger.Zero;
        for (var r = 0; r < memories.Length; r++)
        {
            after[r] = memories[r].After(before[r], zone);
            if (after[r] == Signal)
                return Signal;
            key = key * ZoneMemory.Size + after[r];
        }
        if (!number.TryGetValue(key, out var known))
        {
            number[key] = known = states.Count;
            states.Add(after);
        }
        return known;
    }

    /// <summary>Splits the states into classes until two of one class always go to the same classes; the start stays first.</summary>
    private static int[][] Merged(List<int[]> next)
    {
        var classOf = new int[next.Count];
        for (var count = 1; ;)
        {
            var numbers = new Dictionary<(int, int, int, int, int, int, int, int), int>();
            var refined = new int[next.Count];
            for (var state = 0; state < refined.Length; state++)
            {
                var key = KeyOf(next[state], classOf);
                if (!numbers.TryGetValue(key, out var number))
                    numbers[key] = number = numbers.Count;
                refined[state] = number;
            }
            if (numbers.Count == count)
                return Quotient(next, refined, count);
            (classOf, count) = (refined, numbers.Count);
        }
    }

    private static (int, int, int, int, int, int, int, int) KeyOf(int[] next, int[] classOf)
    {
        int Class(int zone) => next[zone] == Signal ? Signal : classOf[next[zone]];
        return (Class(0), Class(1), Class(2), Class(3), Class(4), Class(5), Class(6), Class(7));
    }

    private static int[][] Quotient(List<int[]> next, int[] classOf, int count)
    {
        var quotient = new int[count][];
        for (var state = 0; state < next.Count; state++)
            quotient[classOf[state]] ??= Array.ConvertAll(next[state], n => n == Signal ? Signal : classOf[n]);
        return quotient;
    }

    private static ZoneMemory MemoryOf(RunRule rule) => rule switch
    {
        RunRule.N1 or RunRule.W1 => new ZoneMemory(ZonePattern.Beyond, 1, 1, 3),
        RunRule.N2 => new ZoneMemory(ZonePattern.OneSide, 9, 9, 0),
        RunRule.W4 => new ZoneMemory(ZonePattern.OneSide, 8, 8, 0),
        RunRule.N5 or RunRule.W2 => new ZoneMemory(ZonePattern.Beyond, 2, 3, 2),
        RunRule.N6 or RunRule.W3 => new ZoneMemory(ZonePattern.Beyond, 4, 5, 1),
        RunRule.N7 => new ZoneMemory(ZonePattern.Within, 15, 15, 1),
        RunRule.N8 => new ZoneMemory(ZonePattern.Outside, 8, 8, 1),
        _ => throw new ArgumentException($"{rule} looks at the order of points, not at zones: its run length has no finite chain."),
    };
}
