using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LabQc.Database;

namespace LabQc.Reports;

/// <summary>A file of the program.</summary>
/// <param name="Name">Its path below the program's folder.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">In lower-case hex.</param>
public sealed record InstalledFile(string Name, long Size, string Sha256);

/// <summary>What is installed where: the facts of an installation qualification.</summary>
public sealed record Installation
{
    private static readonly string[] Endings = [".dll", ".exe", ".so", ".dylib"];

    public required string LabQcVersion { get; init; }
    public required string Machine { get; init; }
    public required string OperatingSystem { get; init; }
    public required string Processor { get; init; }
    public required string Runtime { get; init; }
    public required string Account { get; init; }
    public required string Folder { get; init; }
    /// <summary>The program's assemblies and native libraries, by name.</summary>
    public required IReadOnlyList<InstalledFile> Files { get; init; }
    /// <summary>The steps of the registry's schema that the program carries, in order.</summary>
    public required IReadOnlyList<Migration> SchemaSteps { get; init; }

    /// <summary>The version of the schema: the number of its last step.</summary>
    public int SchemaVersion => SchemaSteps.Count == 0 ? 0 : SchemaSteps[^1].Number;

    /// <summary>This program on this machine.</summary>
    public static Installation OfThisProgram() => new()
    {
        LabQcVersion = Version(),
        Machine = Environment.MachineName,
        OperatingSystem = $"{RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})",
        Processor = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} logical processors, process {RuntimeInformation.ProcessArchitecture}"),
        Runtime = $"{RuntimeInformation.FrameworkDescription} ({RuntimeInformation.RuntimeIdentifier})",
        Account = Environment.UserName,
        Folder = AppContext.BaseDirectory,
        Files = FilesBelow(AppContext.BaseDirectory),
        SchemaSteps = Migrations.Known,
    };

    private static string Version()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "unknown";
    }

    private static IReadOnlyList<InstalledFile> FilesBelow(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase) || f == Environment.ProcessPath)
            .Select(f => Hashed(f, Path.GetRelativePath(folder, f).Replace('\\', '/')))
            .OrderBy(f => f.Name, StringComparer.Ordinal)];

    private static InstalledFile Hashed(string path, string name)
    {
        using var stream = File.OpenRead(path);
        return new InstalledFile(name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
