using SkiaSharp;

namespace LabQc.Charts;

/// <summary>
/// The sans-serif family that charts are measured and drawn with, regular and bold. Charts read no files:
/// a door lists the fonts of its machine, asks <see cref="Choose"/> which two files to read, and hands their bytes to <see cref="Open"/>.
/// </summary>
/// <remarks>Open once, before the first chart, and share: measuring and drawing only read it, from any thread.</remarks>
public sealed class ChartFonts : IDisposable
{
    /// <summary>
    /// Liberation Sans first: it has Arial's widths, so a browser shows the SVG as it was measured. DejaVu Sans is 12 % wider.
    /// </summary>
    private static readonly FontFiles[] Choices =
    [
        new("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
        new("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
        new("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ];

    private const string Printed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;%/()+-<>=°·×–−±µσλ²’";

    private ChartFonts(SKTypeface regular, SKTypeface bold)
    {
        Regular = regular;
        Bold = bold;
    }

    /// <summary>Name of the family, as the font files say it.</summary>
    public string Family => Regular.FamilyName;

    internal SKTypeface Regular { get; }

    internal SKTypeface Bold { get; }

    /// <summary>The best pair among the font files of a machine.</summary>
    /// <param name="paths">Paths of font files, in any order; only their last parts are looked at.</param>
    /// <exception cref="NoUsableFontException">None of the known families is there with both weights.</exception>
    public static FontFiles Choose(IEnumerable<string> paths)
    {
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths.Order(StringComparer.Ordinal))
            byName.TryAdd(path[(path.LastIndexOfAny(['/', '\\']) + 1)..], path);

        foreach (var choice in Choices)
        {
            if (byName.TryGetValue(choice.Regular, out var regular) && byName.TryGetValue(choice.Bold, out var bold))
                return new FontFiles(regular, bold);
        }
        throw new NoUsableFontException("Neither Liberation Sans nor DejaVu Sans nor Noto Sans was found.");
    }

    /// <summary>Opens the two weights of one family from the content of their files.</summary>
    /// <exception cref="NoUsableFontException">The bytes are no font, or it lacks a character that charts print: it would be an empty box.</exception>
    public static ChartFonts Open(byte[] regular, byte[] bold) => new(Typeface(regular, "regular"), Typeface(bold, "bold"));

    public void Dispose()
    {
        Regular.Dispose();
        Bold.Dispose();
    }

    /// <summary>Width in pixels of a piece of text without superscripts.</summary>
    internal double Width(string text, double size, bool bold)
    {
        using var font = Font(size, bold);
        return font.MeasureText(text);
    }

    internal SKFont Font(double size, bool bold) => new(bold ? Bold : Regular, (float)size)
    {
        Subpixel = true,
        LinearMetrics = true,
        Hinting = SKFontHinting.None,
        Edging = SKFontEdging.Antialias,
    };

    private static SKTypeface Typeface(byte[] content, string weight)
    {
        using var data = SKData.CreateCopy(content);
        var typeface = SKTypeface.FromData(data)
            ?? throw new NoUsableFontException($"The {weight} font file holds no font.");
        var missing = Printed.FirstOrDefault(c => !typeface.ContainsGlyph(c));
        if (missing == default)
            return typeface;
        var family = typeface.FamilyName;
        typeface.Dispose();
        throw new NoUsableFontException($"{family} lacks the character '{missing}'.");
    }
}
