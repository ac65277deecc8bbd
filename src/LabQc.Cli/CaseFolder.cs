using LabQc.Qualification;

namespace LabQc.Cli;

/// <summary>The case files of a folder.</summary>
internal static class CaseFolder
{
    /// <summary>One set a file, by name; a folder without any says so.</summary>
    public static IReadOnlyList<CaseSet> Read(DirectoryInfo folder)
    {
        var files = folder.GetFiles("*.json").OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        return files.Count == 0
            ? [new CaseSet { Source = folder.ToString(), Topic = folder.Name, Problem = "the folder holds no case file (*.json)" }]
            : [.. files.Select(f => CaseSet.Read(
                Path.Combine(folder.ToString(), f.Name), Path.GetFileNameWithoutExtension(f.Name), f.OpenRead,
                name => File.OpenRead(Path.Combine(folder.FullName, name))))];
    }
}
