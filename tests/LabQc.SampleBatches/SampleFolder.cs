using System.Text;

namespace LabQc.SampleBatches;

/// <summary>
/// The folder of sample batches. Writing is idempotent: files are written where their bytes differ, and what an earlier run
/// wrote and this one does not is deleted at the end. A folder that is not one of sample batches is left alone.
/// </summary>
internal sealed class SampleFolder
{
    /// <summary>The file by which a folder of sample batches is known.</summary>
    public const string Mark = "definitions.json";

    private readonly string _root;
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The folder holds other things.</exception>
    public SampleFolder(string root)
    {
        _root = Path.GetFullPath(root);
        Directory.CreateDirectory(_root);
        var isForeign = Directory.EnumerateFileSystemEntries(_root).Any() && !File.Exists(Path.Combine(_root, Mark));
        if (isForeign)
            throw new ArgumentException($"{_root} is neither empty nor a folder of sample batches ({Mark} is missing).", nameof(root));
    }

    /// <summary>Writes text as UTF-8 without a byte order mark.</summary>
    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes the bytes under the path, which is relative and has '/' between its parts.</summary>
    /// <exception cref="InvalidOperationException">The path was written before.</exception>
    public void Write(string path, byte[] content)
    {
        var full = Path.Combine([_root, .. path.Split('/')]);
        if (!_written.Add(full))
            throw new InvalidOperationException($"{path} was written twice.");
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        if (!File.Exists(full) || !File.ReadAllBytes(full).AsSpan().SequenceEqual(content))
            File.WriteAllBytes(full, content);
    }

    /// <summary>Deletes what was not written this time, and folders that are empty then.</summary>
    public void DeleteTheRest()
    {
        foreach (var file in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Where(file => !_written.Contains(file)).ToArray())
            File.Delete(file);
        foreach (var folder in Directory.EnumerateDirectories(_root).Where(folder => !Directory.EnumerateFileSystemEntries(folder).Any()).ToArray())
            Directory.Delete(folder);
    }
}
