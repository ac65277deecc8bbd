namespace LabQc.SampleBatches.Numbers;

/// <summary>
/// Random numbers of a fixed algorithm: SplitMix64 (Steele, Lea and Flood 2014) for bits, Marsaglia's polar method (1964)
/// for normal deviates. Each stream has a name, so that one more lot changes no number of another.
/// </summary>
internal sealed class Deviates(ulong seed, string stream)
{
    private ulong _state = Mix(seed ^ Hash(stream));
    private double? _spare;

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + (high - low) * Uniform();

    /// <summary>A whole number from low to high, both included.</summary>
    public int Whole(int low, int high) => low + (int)(Uniform() * (high - low + 1));

    /// <summary>A standard normal deviate.</summary>
    public double Normal()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }
        while (true)
        {
            double u = 2 * Uniform() - 1, v = 2 * Uniform() - 1;
            var s = u * u + v * v;
            if (s is 0 or >= 1)
                continue;
            var factor = Math.Sqrt(-2 * ExactMath.Log(s) / s);
            _spare = v * factor;
            return u * factor;
        }
    }

    /// <summary>A factor around 1 whose logarithm is normal with the given SD.</summary>
    public double Factor(double sdOfLogarithm) => ExactMath.Exp(sdOfLogarithm * Normal());

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            return Mix(_state);
        }
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>FNV-1a over the characters of the name.</summary>
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * 1099511628211UL);
        return hash;
    }
}
