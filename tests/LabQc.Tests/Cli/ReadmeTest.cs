using System.Text.RegularExpressions;

namespace LabQc.Tests.Cli;

/// <summary>Every command of the README is run here, in its order, as a newcomer would.</summary>
public sealed partial class ReadmeTest : IDisposable
{
    private readonly Labqc _labqc = new();

    public void Dispose() => _labqc.Dispose();

    [Fact]
    public void Every_labqc_command_of_the_README_ends_well()
    {
        var commands = Commands().Where(c => c.StartsWith("labqc ", StringComparison.Ordinal)).ToList();

        Assert.True(commands.Count >= 10);
        foreach (var command in commands)
            _labqc.Done(Arguments(command["labqc ".Length..]));
    }

    [Fact]
    public void The_README_names_one_command_for_the_main_job_and_one_for_the_tests()
    {
        var others = Commands().Where(c => !c.StartsWith("labqc ", StringComparison.Ordinal)).ToList();

        // The first is run by the web tests' start as a process, the second is what runs this test, the third by the demonstration's test.
        Assert.Equal(["dotnet run --project src/LabQc.Web -- --demo", "dotnet test", "dotnet run --project src/LabQc.Cli -- demo"], others);
    }

    private static IEnumerable<string> Commands() =>
        ShellBlock().Matches(File.ReadAllText(ProjectFile.Of("README.md")))
            .SelectMany(b => b.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The words of a command line: quotes hold words together, a star stands for files of the project, and what is written goes to the scratch folder.</summary>
    private List<string> Arguments(string command) =>
        [.. Word().Matches(command).Select(w => w.Value.Trim('"')).SelectMany(Place)];

    private IEnumerable<string> Place(string word)
    {
        if (word.Contains('*', StringComparison.Ordinal))
            return Directory.GetFiles(ProjectFile.Of(Path.GetDirectoryName(word)!), Path.GetFileName(word));
        if (word.StartsWith("sample-batches/", StringComparison.Ordinal))
            return [ProjectFile.Of(word)];
        return [word is "my-lab" or "checkpoint.json" or "MSC-UC-2411A.png" ? _labqc.Scratch(word) : word];
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();
}
