using System.CommandLine;
using LabQc.AuditTrail;
using LabQc.Instruments;
using LabQc.Measurements;
using LabQc.People;

namespace LabQc.Cli;

/// <summary><c>labqc import</c>: instrument files into the registry.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Instrument files with --lot, or one manifest: a table with the columns file,lot,measurement,dilution,replicate,purpose,instrument,position_table,mapping.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(CommandContext.RefuseUnknownOptions);
        var lot = Text("--lot", "LOT", "The lot that the files measure.");
        var measurement = Text("--measurement", "NAME", "One measurement for all files: replicates, or a dilution series (default: one each, named as the file).");
        var dilution = Text("--dilution", "N", "How many times the sample was diluted, where the file does not say it.");
        var purpose = Text("--purpose", "PURPOSE", "sample (default), blank or bead-check.");
        var instrument = Text("--instrument", "CODE", "The instrument, as it is defined.");
        var positions = Text("--position-table", "FILE", "ZetaView's position table of the same run.");
        var mapping = Text("--mapping", "MAPPING", "The column mapping that reads the files: a file, which is saved under its name and version, or a saved one as NAME or NAME@VERSION.");
        var command = new Command("import", "Import instrument files: all files of a measurement, or none.")
        {
            files, lot, measurement, dilution, purpose, instrument, positions, mapping,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(lot) is null && result.GetValue(purpose) != "bead-check" && result.GetValue(files) is { Length: > 1 })
                result.AddError("Name the lot of the files with --lot, or give one manifest.");
            if (result.GetValue(dilution) is { } text && ImportManifest.ParseDilution(text) is null)
                result.AddError($"--dilution is a number of at least 1, such as 1000; found \"{text}\".");
            if (result.GetValue(purpose) is { } word && !ImportManifest.Purposes.Contains(word))
                result.AddError($"--purpose is {string.Join(", ", ImportManifest.Purposes)}; found \"{word}\".");
        });
        command.SetAction(line => CommandContext.Write(line, LabAction.ImportFiles, null, work =>
        {
            var named = line.GetValue(files)!;
            var fromManifest = line.GetValue(lot) is null && line.GetValue(purpose) != "bead-check";
            var rows = fromManifest
                ? ImportManifest.Read(File.ReadAllText(named[0]), named[0])
                : [.. named.Select(file => new ManifestRow
                {
                    Line = 0,
                    File = Path.GetFullPath(file),
                    Lot = line.GetValue(lot),
                    Measurement = line.GetValue(measurement) ?? Path.GetFileNameWithoutExtension(file),
                    Dilution = line.GetValue(dilution) is { } factor ? ImportManifest.ParseDilution(factor) : null,
                    Purpose = line.GetValue(purpose) ?? "sample",
                    Instrument = line.GetValue(instrument),
                    PositionTable = line.GetValue(positions) is { } table ? Path.GetFullPath(table) : null,
                    Mapping = line.GetValue(mapping),
                })];
            var folder = fromManifest ? Path.GetDirectoryName(Path.GetFullPath(named[0]))! : Environment.CurrentDirectory;
            var results = Take(work, rows, folder);
            if (line.GetValue(CommandContext.Json))
                Answer.Json(new { files = results.Select(ToJson) });
            else
                Print(results);
            return results.Any(r => r.Outcome is IntakeOutcome.Refused or IntakeOutcome.HeldBack) ? ExitCode.NotConforming : ExitCode.Done;
        }));
        return command;
    }

    /// <summary>Takes the rows of a manifest into the registry, with a progress bar on a terminal.</summary>
    public static IReadOnlyList<IntakeResult> Take(LabWork work, IReadOnlyList<ManifestRow> rows, string folder)
    {
        var intake = new MeasurementIntake(work, folder);
        var groups = MeasurementIntake.Groups(rows);
        var results = new List<IntakeResult>(rows.Count);
        using var taken = intake.TakeAll(groups).GetEnumerator();
        ProgressBar.Over("Importing", groups, _ =>
        {
            taken.MoveNext();
            results.AddRange(taken.Current);
        });
        return results;
    }

    private static object ToJson(IntakeResult result) => new
    {
        file = result.Row.File,
        result.Row.Lot,
        measurement = result.MeasurementId,
        result.Outcome,
        result.Problem,
        findings = result.Entries.SelectMany(e => e.Findings).Select(f => new { f.Severity, f.Rule, f.Message, f.Where }),
    };

    private static void Print(IReadOnlyList<IntakeResult> results)
    {
        foreach (var result in results)
        {
            foreach (var finding in result.Entries.SelectMany(e => e.Findings).Where(f => f.Severity == FindingSeverity.Warning))
                Answer.Tell($"{result.Row.File}: warning: {finding.Message}");
            if (result.Entries.FirstOrDefault(e => e.Dilution.Source == DilutionSource.Unknown && e.Status == FileStatus.Read && e.Weighting == SizeDistributions.Weighting.Number) is { } unknown)
                Answer.Tell($"{result.Row.File}: the dilution is not known, so its concentration is no result. Say it with `labqc correct {result.Row.Lot} dilution:{result.Row.Measurement} N --reason TEXT`{Proposal(unknown)}.");
            if (result.Problem is { } problem)
                Answer.Tell($"{result.Row.File}: {Words(result.Outcome)}: {problem}");
        }
        foreach (var group in results.GroupBy(r => r.Outcome))
            Answer.Say($"{group.Count()} {(group.Count() == 1 ? "file" : "files")} {Words(group.Key)}");
    }

    private static string Proposal(InstrumentFile file) =>
        file.Dilution.Proposed is { } proposed ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"; the name \"{proposed.From}\" suggests {proposed.Factor}") : "";

    private static string Words(IntakeOutcome outcome) => outcome switch
    {
        IntakeOutcome.Recorded => "recorded",
        IntakeOutcome.Standing => "recorded before, unchanged",
        IntakeOutcome.FailedRun => "recorded as failed run",
        IntakeOutcome.Companion => "kept as companion",
        IntakeOutcome.Refused => "refused",
        _ => "held back",
    };

    private static Option<string?> Text(string name, string help, string description) => new(name) { HelpName = help, Description = description };
}
