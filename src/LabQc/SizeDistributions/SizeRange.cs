using System.Globalization;

namespace LabQc.SizeDistributions;

/// <summary>A range of diameters in nm, both ends belonging to it.</summary>
public readonly record struct SizeRange
{
    /// <exception cref="ArgumentException">An end is negative or not finite, or the range is empty or a single size.</exception>
    public SizeRange(double from, double to)
    {
        if (!(from >= 0) || !double.IsFinite(to) || !(from < to))
            throw new ArgumentException(FormattableString.Invariant($"{from} to {to} nm is no range of sizes."), nameof(from));
        From = from;
        To = to;
    }

    /// <summary>30 to 150 nm: the range in which exosomes are expected.</summary>
    public static SizeRange Exosomes { get; } = new(30, 150);

    /// <summary>Lower end in nm.</summary>
    public double From { get; }

    /// <summary>Upper end in nm.</summary>
    public double To { get; }

    /// <summary>Reads <c>30-150</c>, with decimal points; null for anything else.</summary>
    public static SizeRange? Parse(string text)
    {
        var ends = text.Split('-', '–');
        if (ends.Length != 2 || !TryEnd(ends[0], out var from) || !TryEnd(ends[1], out var to) || !(from < to))
            return null;
        return new SizeRange(from, to);
    }

    /// <summary>The range as people write it: <c>30–150 nm</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{From:0.###}–{To:0.###} nm");

    private static bool TryEnd(string text, out double end) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out end)
        && double.IsFinite(end);
}
