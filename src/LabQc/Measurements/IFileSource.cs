namespace LabQc.Measurements;

/// <summary>A file as it came.</summary>
/// <param name="Name">Its name without a folder.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SourceFile(string Name, byte[] Content);

/// <summary>Where files come from that are imported: a folder, or what somebody has uploaded.</summary>
public interface IFileSource
{
    /// <summary>Whether its files are apart from the registry, so that one can be read while something is written there.</summary>
    bool IsApart { get; }

    /// <summary>A file by the name that the source knows it by.</summary>
    /// <exception cref="IOException">It cannot be read, or is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    SourceFile Read(string file);

    /// <summary>The text of a file, or null where the source has none of that name.</summary>
    string? FindText(string file);
}

/// <summary>Files of a folder, named relative to it.</summary>
public sealed class FolderFiles(string folder) : IFileSource
{
    /// <inheritdoc/>
    public bool IsApart => true;

    /// <inheritdoc/>
    public SourceFile Read(string file) => new(Path.GetFileName(file), File.ReadAllBytes(Path.Combine(folder, file)));

    /// <inheritdoc/>
    public string? FindText(string file) => Path.Combine(folder, file) is var path && File.Exists(path) ? File.ReadAllText(path) : null;
}
