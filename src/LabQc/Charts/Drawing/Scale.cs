namespace LabQc.Charts.Drawing;

/// <summary>What an axis shows: from where to where, linear or logarithmic, with its ticks.</summary>
internal sealed record Scale(double From, double To, bool Logarithmic, IReadOnlyList<Tick> Ticks)
{
    private static readonly double[] Diameters = [1, 2, 3, 5, 10, 20, 30, 40, 60, 80, 100, 150, 200, 300, 400, 600, 800, 1000, 1500, 2000, 3000, 5000, 10000];

    /// <summary>Where a value stands in the coordinates that are drawn: itself, or its decimal logarithm.</summary>
    public double Position(double value) => Logarithmic ? Math.Log10(value) : value;

    /// <summary>The value's place between the two ends: 0 at From, 1 at To.</summary>
    public double Fraction(double value) =>
        (Position(value) - Position(From)) / (Position(To) - Position(From));

    /// <summary>A linear axis with exactly these ends.</summary>
    public static Scale Linear(double from, double to, int atMost = 8, bool minor = false) =>
        new(from, to, false, LinearTicks(from, to, atMost, minor));

    /// <summary>A linear axis that covers the values, its ends widened to ticks; with one value or none it still has a width.</summary>
    public static Scale Around(IEnumerable<double> values, double margin = 0.04, int atMost = 8, bool minor = false)
    {
        var finite = values.Where(double.IsFinite).ToList();
        var (low, high) = finite.Count == 0 ? (0.0, 1.0) : (finite.Min(), finite.Max());
        var width = high - low;
        if (width <= Math.Abs(high) * 1e-9)
            width = high == 0 ? 1 : Math.Abs(high) * 0.1;
        low -= width * margin;
        high = Math.Max(high, low + width) + width * margin;
        var step = Step(high - low, atMost);
        return Linear(Math.Floor(low / step + 1e-9) * step, Math.Ceiling(high / step - 1e-9) * step, atMost, minor);
    }

    /// <summary>From zero to a tick above the largest value.</summary>
    public static Scale FromZero(double largest, int atMost = 8, bool minor = false)
    {
        var top = double.IsFinite(largest) && largest > 0 ? largest : 1;
        var step = Step(top, atMost);
        return Linear(0, Math.Ceiling(top / step - 1e-9) * step, atMost, minor);
    }

    /// <summary>Whole decades around the values, labelled 10ⁿ, minor ticks at 2 to 9.</summary>
    public static Scale Decades(IEnumerable<double> values)
    {
        var positive = values.Where(v => double.IsFinite(v) && v > 0).ToList();
        var low = positive.Count == 0 ? 0 : (int)Math.Floor(Math.Log10(positive.Min()) - 0.1);
        var high = positive.Count == 0 ? 1 : (int)Math.Ceiling(Math.Log10(positive.Max()) + 0.1);
        var every = Math.Max(1, (high - low + 5) / 6);
        var ticks = new List<Tick>();
        for (var exponent = low; exponent <= high; exponent++)
        {
            ticks.Add(new Tick(Math.Pow(10, exponent), (exponent - low) % every == 0 ? NumberText.TenTo(exponent) : "", true));
            if (exponent < high)
                ticks.AddRange(Enumerable.Range(2, 8).Select(n => new Tick(n * Math.Pow(10, exponent), "", false)));
        }
        return new Scale(Math.Pow(10, low), Math.Pow(10, high), true, ticks);
    }

    /// <summary>A logarithmic axis of diameters in nm, with plain labels.</summary>
    public static Scale LogDiameters(double from, double to)
    {
        var labelled = Diameters.Where(d => d >= from * 0.999 && d <= to * 1.001).ToList();
        var ticks = labelled.Select(d => new Tick(d, NumberText.Fixed(d, 0), true)).ToList();
        for (var decade = 1.0; decade <= to; decade *= 10)
        {
            ticks.AddRange(Enumerable.Range(1, 9)
                .Select(n => n * decade)
                .Where(d => d >= from && d <= to && !labelled.Contains(d))
                .Select(d => new Tick(d, "", false)));
        }
        return new Scale(from, to, true, ticks);
    }

    /// <summary>The next labelled diameter at or above a value.</summary>
    public static double DiameterAbove(double nm) => Array.Find(Diameters, d => d >= nm) is > 0 and var found ? found : nm;

    /// <summary>
    /// Lots 1 to n: the first, every tenth and the last named and a small tick for each; of more than 100 every fiftieth.
    /// </summary>
    public static Scale Lots(IReadOnlyList<string> names)
    {
        var every = names.Count > 100 ? 50 : names.Count > 12 ? 10 : 5;
        var ticks = new List<Tick>();
        for (var i = 1; i <= names.Count; i++)
        {
            if (i == 1 || i == names.Count || i % every == 0)
                ticks.Add(new Tick(i, names[i - 1], true));
            else if (names.Count <= 100)
                ticks.Add(new Tick(i, "", false));
        }
        return new Scale(0.5, Math.Max(names.Count, 1) + 0.5, false, ticks);
    }

    /// <summary>1, 2 or 5 times a power of ten, so that at most so many steps fill the width.</summary>
    public static double Step(double width, int atMost)
    {
        var raw = width / atMost;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var mantissa = raw / power;
        return power * (mantissa <= 1 + 1e-9 ? 1 : mantissa <= 2 + 1e-9 ? 2 : mantissa <= 5 + 1e-9 ? 5 : 10);
    }

    private static List<Tick> LinearTicks(double from, double to, int atMost, bool minor)
    {
        var step = Step(to - from, atMost);
        var decimals = Math.Clamp((int)-Math.Floor(Math.Log10(step) + 1e-9), 0, 10);
        var ticks = new List<Tick>();
        for (var n = (long)Math.Ceiling(from / step - 1e-6); n * step <= to + step * 1e-6; n++)
            ticks.Add(new Tick(n * step, NumberText.Fixed(n * step, decimals), true));
        if (minor)
            ticks.AddRange(MinorTicks(from, to, step));
        return ticks;
    }

    private static IEnumerable<Tick> MinorTicks(double from, double to, double step)
    {
        var parts = step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-9)) is > 1.5 and < 3 ? 4 : 5;
        var small = step / parts;
        for (var n = (long)Math.Ceiling(from / small - 1e-6); n * small <= to + small * 1e-6; n++)
        {
            if (n % parts != 0)
                yield return new Tick(n * small, "", false);
        }
    }
}

/// <summary>A tick of an axis; minor ones are shorter and have no label.</summary>
internal sealed record Tick(double Value, string Label, bool Major);
