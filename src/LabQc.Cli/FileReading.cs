using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LabQc.Instruments;

namespace LabQc.Cli;

/// <summary>What was read of a file: one entry per sample in it.</summary>
/// <param name="Path">As given.</param>
/// <param name="Sha256">Of its bytes; null if they could not be read.</param>
/// <param name="File">What the reader says.</param>
internal sealed record ReadEntry(string Path, string? Sha256, InstrumentFile File);

/// <summary>Brings files from the disk to the readers. One broken file stops none of the others.</summary>
internal static partial class FileReading
{
    public static IReadOnlyList<ReadEntry> Read(string[] paths, FileInfo[] positionTables, ReadOptions options)
    {
        var read = paths.Select(p => Read(p, options)).ToList();
        var pairs = Pair([.. read.Where(r => r[0].File.Format == InstrumentFormats.ZetaViewSize).Select(r => r[0].Path).Distinct()], positionTables);
        return [.. read.SelectMany(r => WithPositions(r, pairs, options))];
    }

    private static IReadOnlyList<ReadEntry> Read(string path, ReadOptions options)
    {
        try
        {
            if (Directory.Exists(path))
                return [Unreachable(path, "file.is-folder", "A file was expected, this is a folder: name its files, such as FOLDER/*.csv.")];
            var length = new FileInfo(path).Length;
            if (length > options.Limits.Bytes)
                return [Unreachable(path, "file.too-large", $"At most {options.Limits.Bytes >> 20} MB were expected, the file has {length >> 20} MB.")];
            var bytes = File.ReadAllBytes(path);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return [.. InstrumentReader.Read(bytes, Path.GetFileName(path), options).Select(f => new ReadEntry(path, sha256, f))];
        }
#pragma warning disable CA1031 // Whatever one file does to a reader, the others are still read.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            var missing = failed is FileNotFoundException or DirectoryNotFoundException;
            return [missing ? Unreachable(path, "file.not-found", "There is no such file.") : Unreachable(path, "file.unreadable", failed.Message)];
        }
    }

    private static ReadEntry Unreachable(string path, string rule, string message) =>
        new(path, null, InstrumentReader.Unreachable(path, rule, message));

    /// <summary>Tables go to the file of their name; those of other names to the remaining files, in order.</summary>
    private static Dictionary<string, FileInfo> Pair(List<string> sizeFiles, FileInfo[] tables)
    {
        var pairs = new Dictionary<string, FileInfo>(StringComparer.Ordinal);
        var unnamed = new List<FileInfo>();
        foreach (var table in tables)
        {
            if (sizeFiles.Find(f => !pairs.ContainsKey(f) && StemOfPair(table.Name) == Path.GetFileNameWithoutExtension(f)) is { } own)
                pairs.Add(own, table);
            else
                unnamed.Add(table);
        }
        foreach (var (file, table) in sizeFiles.Where(f => !pairs.ContainsKey(f)).ToList().Zip(unnamed))
            pairs.Add(file, table);
        foreach (var left in unnamed.Where(t => !pairs.ContainsValue(t)))
            Answer.Tell($"{left}: there is no ZetaView size file for this position table.");
        return pairs;
    }

    private static IEnumerable<ReadEntry> WithPositions(IReadOnlyList<ReadEntry> read, Dictionary<string, FileInfo> pairs, ReadOptions options)
    {
        var path = read[0].Path;
        if (read[0].File.Format != InstrumentFormats.ZetaViewSize || read[0].File.Status == FileStatus.Refused)
            return read;
        if (pairs.TryGetValue(path, out var table))
            return Read(path, options with { PositionTable = new NamedBytes(table.Name, File.ReadAllBytes(table.FullName)) });
        return Beside(path) is { } proposed ? read.Select(r => Proposing(r, proposed)) : read;
    }

    private static ReadEntry Proposing(ReadEntry entry, string table) => entry with
    {
        File = entry.File with
        {
            Findings = [.. entry.File.Findings, new Finding(FindingSeverity.Info, "zetaview.position-table-proposed", $"{Path.GetFileName(table)} lies beside the file: pair it with --position-table \"{table}\".", null)],
        },
    };

    /// <summary>A position table that bears the file's name.</summary>
    private static string? Beside(string path)
    {
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        var stem = Path.GetFileNameWithoutExtension(path);
        return Directory.EnumerateFiles(folder, "*pos.txt").Order(StringComparer.Ordinal).FirstOrDefault(f => StemOfPair(Path.GetFileName(f)) == stem);
    }

    private static string? StemOfPair(string table) => PositionTableName().Match(table) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^(.+)_\d+pos\.txt$", RegexOptions.IgnoreCase)]
    private static partial Regex PositionTableName();
}
