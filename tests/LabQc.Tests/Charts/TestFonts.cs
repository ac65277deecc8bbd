using LabQc.Charts;

namespace LabQc.Tests.Charts;

/// <summary>The fonts of this machine that charts can be drawn with.</summary>
internal static class TestFonts
{
    private static readonly string[] Folders = ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "C:\\Windows\\Fonts"];

    private static readonly Lazy<IReadOnlyList<ChartFonts>> Found = new(Find);

    /// <summary>Liberation Sans and DejaVu Sans, as far as they are installed; skips the test when neither is.</summary>
    public static IReadOnlyList<ChartFonts> All
    {
        get
        {
            Reference.Require(Found.Value.Count > 0, "no font: install fonts-liberation or fonts-dejavu-core");
            return Found.Value;
        }
    }

    public static ChartFonts Any => All[0];

    private static List<ChartFonts> Find()
    {
        var paths = Folders
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf", SearchOption.AllDirectories))
            .ToList();
        var fonts = new List<ChartFonts>();
        foreach (var family in new[] { "Liberation", "DejaVu" })
        {
            try
            {
                var files = ChartFonts.Choose(paths.Where(path => Path.GetFileName(path).StartsWith(family, StringComparison.Ordinal)));
                fonts.Add(ChartFonts.Open(File.ReadAllBytes(files.Regular), File.ReadAllBytes(files.Bold)));
            }
            catch (NoUsableFontException)
            {
                // The other family may be there.
            }
        }
        return fonts;
    }
}
