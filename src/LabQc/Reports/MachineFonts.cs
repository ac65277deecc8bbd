using LabQc.Charts;

namespace LabQc.Reports;

/// <summary>Finds the fonts of this machine that charts can be drawn with.</summary>
public static class MachineFonts
{
    private static readonly string[] Folders =
    [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        "/System/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts"),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/share/fonts"),
    ];

    /// <summary>Opens the best family that is installed. LABQC_FONTS names another folder to look in, and only that one.</summary>
    /// <exception cref="NoUsableFontException">None of the families is there; the message names the package to install.</exception>
    public static ChartFonts Open()
    {
        var files = ChartFonts.Choose(Files());
        return ChartFonts.Open(File.ReadAllBytes(files.Regular), File.ReadAllBytes(files.Bold));
    }

    private static IEnumerable<string> Files()
    {
        var folders = Environment.GetEnvironmentVariable("LABQC_FONTS") is { Length: > 0 } named ? [named] : Folders;
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return folders.Where(f => f.Length > 0 && Directory.Exists(f)).SelectMany(f => Directory.EnumerateFiles(f, "*.ttf", options));
    }
}
