namespace LabQc.Tests;

/// <summary>Finds files of the project itself from where the tests run.</summary>
internal static class ProjectFile
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the project, by its path from the root with forward slashes.</summary>
    public static string Of(string path) => Path.Combine([Root, .. path.Split('/')]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LabQc.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the project: no LabQc.sln above them.");
    }
}
