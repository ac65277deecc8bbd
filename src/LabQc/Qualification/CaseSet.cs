using System.Text.Json;

namespace LabQc.Qualification;

/// <summary>The cases of one file, or why they cannot be read.</summary>
public sealed record CaseSet
{
    /// <summary>Where the cases come from: "LabQc" for those in the program, else the file as given.</summary>
    public required string Source { get; init; }
    /// <summary>The name of the file without its ending.</summary>
    public required string Topic { get; init; }
    public IReadOnlyList<ReferenceCase> Cases { get; init; } = [];
    /// <summary>What is wrong with the file; null where it was read.</summary>
    public string? Problem { get; init; }

    /// <summary>Reads a file of cases; one that cannot be read becomes a set without cases that says why.</summary>
    /// <param name="source">Where the file comes from.</param>
    /// <param name="topic">The name of the file without its ending.</param>
    /// <param name="open">Opens the file itself.</param>
    /// <param name="openBeside">Opens a file that a case names, relative to the folder of the case file.</param>
    public static CaseSet Read(string source, string topic, Func<Stream> open, Func<string, Stream> openBeside)
    {
        var empty = new CaseSet { Source = source, Topic = topic };
        try
        {
            using var json = open();
            var cases = ReferenceCase.Read(topic, json, openBeside);
            return cases.FirstOrDefault(c => c.Expected.Count == 0 && c.ExpectedLists.Count == 0) is { } idle
                ? empty with { Problem = $"the case \"{idle.Name}\" expects nothing" }
                : cases.Count == 0 ? empty with { Problem = "it holds no case" } : empty with { Cases = cases };
        }
        // A member of another kind than a case has (a text for a number, a number for an object) shows as InvalidOperationException.
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException)
        {
            return empty with { Problem = broken.Message };
        }
    }
}
