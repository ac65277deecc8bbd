using LabQc.Batches;
using LabQc.Units;

namespace LabQc.Demonstration;

/// <summary>The verdict that a sample lot was made for.</summary>
public sealed record ExpectedVerdict
{
    public required string Lot { get; init; }
    public required string Verdict { get; init; }
    /// <summary>The verdict of each criterion by its attribute.</summary>
    public required IReadOnlyDictionary<string, string> Criteria { get; init; }
    /// <summary>What is special about the lot, in a sentence.</summary>
    public string? Why { get; init; }
}

/// <summary>A folder of the sample batches: one lot with its form, files, results and expected verdict.</summary>
public sealed record SampleLot
{
    public required string Folder { get; init; }
    public required BatchDetails Details { get; init; }
    public required ExpectedVerdict Expected { get; init; }

    /// <summary>The table that says which files belong to which measurement.</summary>
    public string Manifest => Path.Combine(Folder, "manifest.csv");

    /// <summary>The table of assay results.</summary>
    public string Assays => Path.Combine(Folder, "assays.csv");

    /// <summary>The definitions of a folder of sample batches.</summary>
    public static string DefinitionsOf(string samples) => Path.Combine(samples, "definitions.json");

    /// <summary>All lots of a folder of sample batches, in the order of isolation.</summary>
    /// <exception cref="SampleBatchesMissingException">The folder holds none.</exception>
    public static IReadOnlyList<SampleLot> All(string samples)
    {
        if (!File.Exists(DefinitionsOf(samples)))
            throw new SampleBatchesMissingException(samples);
        return [.. Directory.GetDirectories(samples)
            .Where(folder => File.Exists(Path.Combine(folder, "batch.json")))
            .Select(Read)
            .OrderBy(lot => lot.Details.IsolatedOn)
            .ThenBy(lot => lot.Details.Lot, StringComparer.Ordinal)];
    }

    /// <summary>The folder <c>sample-batches</c> beside or above a folder, or null.</summary>
    public static string? FindSamples(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "sample-batches") is var samples && File.Exists(DefinitionsOf(samples)))
                return samples;
        return null;
    }

    private static SampleLot Read(string folder)
    {
        var form = Path.Combine(folder, "batch.json");
        var expected = Path.Combine(folder, "expected-verdict.json");
        return new SampleLot
        {
            Folder = folder,
            Details = BatchForm.Read(File.ReadAllText(form), form),
            Expected = JsonForm.Read<ExpectedVerdict>(File.ReadAllText(expected), expected),
        };
    }
}

/// <summary>The sample batches are not where they should be.</summary>
public sealed class SampleBatchesMissingException(string folder)
    : RefusalException($"{folder} holds no sample batches (a definitions.json and a folder a lot). Name the folder with --samples.");

/// <summary>The registry holds a laboratory's own lots.</summary>
public sealed class NoDemonstrationException(string folder)
    : RefusalException($"{folder} holds a laboratory's registry, and a demonstration is never mixed into it. Name another folder with --data.");
