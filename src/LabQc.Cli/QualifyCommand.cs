using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Serialization;
using LabQc.Qualification;
using LabQc.Reports;

namespace LabQc.Cli;

/// <summary><c>labqc qualify</c>: proves the statistics of this installation by cases with known answers.</summary>
internal static class QualifyCommand
{
    private static readonly Option<DirectoryInfo[]> Folders = new("--cases")
    {
        HelpName = "DIR",
        Description = "A folder with case files (*.json) of your own; may be repeated.",
    };

    private static readonly Option<string?> Report = new("--report")
    {
        HelpName = "FILE",
        Description = "Write an installation and operational qualification report (HTML) to be printed and signed.",
    };

    static QualifyCommand() => Folders.AcceptExistingOnly();

    public static Command Create()
    {
        var command = new Command("qualify",
            "Run cases with known answers through the statistics of this installation: those that the program carries, and your own. "
            + "Needs no registry. Exit code 0: every value agrees; 1: one does not, or a case is unsupported or cannot be read."
            + "\n\nExample: labqc qualify --cases my-cases --report qualification.html")
        {
            Folders, Report,
        };
        command.SetAction(line => (int)Run(line));
        return command;
    }

    private static ExitCode Run(ParseResult line)
    {
        var clock = Stopwatch.StartNew();
        var result = Qualify([.. EmbeddedCases.Read(), .. (line.GetValue(Folders) ?? []).SelectMany(CaseFolder.Read)]);
        var elapsed = clock.Elapsed;
        if (line.GetValue(CommandContext.Json))
            Answer.Json(JsonForm(result));
        else
            QualifyTable.Print(result, elapsed);
        if (line.GetValue(Report) is { } file)
        {
            File.WriteAllText(file, new QualificationReport(Installation.OfThisProgram(), result, TimeProvider.System).Html());
            Answer.Tell($"Wrote {file}.");
        }
        foreach (var broken in result.Broken)
            Answer.Tell($"{(broken.Source == "LabQc" ? $"LabQc's own {broken.Topic}" : broken.Source)}: {broken.Problem}");
        return result.Ok ? ExitCode.Done : ExitCode.NotConforming;
    }

    private static QualificationResult Qualify(IReadOnlyList<CaseSet> sets) =>
        ProgressBar.Show<int, QualificationResult>(
            finished => QualificationRun.Run(sets, StatisticsFunctions.All, finished),
            done => ("Cases", done, sets.Sum(s => s.Cases.Count)));

    private static QualifyAnswer JsonForm(QualificationResult result) => new()
    {
        Cases = [.. result.Comparisons.Select(c => new QualifyEntry(
            c.Topic, c.Function, c.Name, c.Key, c.Expected, c.Computed, c.RelativeError, c.Tolerance, c.Passed))],
        Passed = result.Passed,
        Failed = result.Failed,
        Unsupported = result.Unsupported,
        BrokenFiles = result.Broken.Any() ? [.. result.Broken.Select(b => new QualifyBrokenFile(b.Source, b.Problem!))] : null,
    };

    private sealed record QualifyAnswer
    {
        public required IReadOnlyList<QualifyEntry> Cases { get; init; }
        public required int Passed { get; init; }
        public required int Failed { get; init; }
        public required int Unsupported { get; init; }
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public required IReadOnlyList<QualifyBrokenFile>? BrokenFiles { get; init; }
    }

    private sealed record QualifyEntry(
        string Topic, string Function, string Name, string Key, object? Expected, object? Computed,
        double? RelativeError, CaseTolerance Tolerance, bool Passed);

    private sealed record QualifyBrokenFile(string File, string Problem);
}
