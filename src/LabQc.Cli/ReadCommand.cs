using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LabQc.Instruments;
using LabQc.SizeDistributions;

namespace LabQc.Cli;

/// <summary><c>labqc read</c>: reads instrument files without storing anything.</summary>
internal static class ReadCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Instrument files: NanoSight experiment summaries, ZetaView size texts, Zetasizer size tables.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<double?> Dilution = new("--dilution")
    {
        HelpName = "N",
        Description = "How many times the sample was diluted; fills only what the file leaves open, and refuses a file that says otherwise.",
        CustomParser = ParseDilution,
    };

    private static readonly Option<FileInfo[]> PositionTables = new("--position-table")
    {
        HelpName = "FILE",
        Description = "ZetaView's position table of a file (…_11pos.txt); may be repeated.",
    };

    private static readonly Option<FileInfo> Mapping = new("--mapping")
    {
        HelpName = "FILE",
        Description = "A column mapping (JSON, see `labqc mapping new`) for tables of instruments that LabQc does not know.",
    };

    private static readonly Option<SizeRange> Range = new("--range")
    {
        HelpName = "A-B",
        Description = "The range of percent in range, in nm (default: 30-150).",
        CustomParser = ParseRange,
        DefaultValueFactory = _ => SizeRange.Exosomes,
    };

    public static Command Create()
    {
        Files.Validators.Add(CommandContext.RefuseUnknownOptions);
        PositionTables.AcceptExistingOnly();
        Mapping.AcceptExistingOnly();
        var command = new Command("read", "Read instrument files and show what they hold, without storing anything. Example: labqc read run1.csv run2.csv --dilution 1000")
        {
            Files, Dilution, PositionTables, Mapping, Range,
        };
        command.SetAction(line => (int)Run(line));
        return command;
    }

    private static ExitCode Run(ParseResult line)
    {
        var options = new ReadOptions
        {
            Range = line.GetValue(Range),
            Dilution = line.GetValue(Dilution) is { } factor ? new StatedDilution(factor, DilutionSource.Operator) : null,
            Mapping = line.GetValue(Mapping) is { } mapping ? TableMapping.FromJson(File.ReadAllText(mapping.FullName), mapping.Name) : null,
        };
        var read = FileReading.Read(line.GetValue(Files)!, line.GetValue(PositionTables) ?? [], options);
        if (line.GetValue(CommandContext.Json))
            Answer.Json(new { files = read.Select(ReadReport.Of) });
        else
            ReadTable.Print(read, options.Range);
        return read.Any(f => f.File.Status == FileStatus.Refused) ? ExitCode.NotConforming : ExitCode.Done;
    }

    private static double? ParseDilution(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var factor) && factor >= 1 && double.IsFinite(factor))
            return factor;
        result.AddError($"--dilution: a factor of at least 1 was expected, such as 1000 or 2.5, not \"{text}\".");
        return null;
    }

    private static SizeRange ParseRange(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (SizeRange.Parse(text) is { } range)
            return range;
        result.AddError($"--range: two sizes in nm were expected, such as 30-150, not \"{text}\".");
        return SizeRange.Exosomes;
    }
}
