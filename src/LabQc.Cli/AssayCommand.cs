using System.CommandLine;
using LabQc.Assays;
using LabQc.People;
using LabQc.Specifications;


namespace LabQc.Cli;

/// <summary><c>labqc assay</c>: results that are not instrument files.</summary>
internal static class AssayCommand
{
    public static Command Create()
    {
        var lot = new Argument<string>("LOT") { Description = "The lot." };
        var attribute = new Argument<string?>("ATTRIBUTE") { Description = "What was determined, such as safety.endotoxin.", Arity = ArgumentArity.ZeroOrOne };
        var value = new Argument<string?>("VALUE") { Description = "The value as read: 412, \"<0.05\", \"not detected\", present.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<FileInfo?>("--file") { HelpName = "FILE", Description = "A table with the columns attribute,value,unit,method,measured_on,measured_by instead of one result." };
        var unit = Text("--unit", "UNIT", "The value's unit (default: the attribute's).");
        var method = Text("--method", "CODE", "The method, as it is defined; its newest version is recorded.");
        var on = Text("--measured-on", "DATE", "The day of the determination, yyyy-MM-dd.");
        var by = Text("--measured-by", "NAME", "Who determined it.");
        var command = new Command("assay", "Enter assay results of a lot: protein, markers, endotoxin, sterility, mycoplasma and whatever a specification names.")
        {
            lot, attribute, value, file, unit, method, on, by,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null == result.GetValue(value) is null)
                result.AddError("Give either ATTRIBUTE and VALUE, or --file FILE.");
        });
        command.SetAction(line => CommandContext.Write(line, LabAction.EnterResults, line.GetValue(lot), work =>
        {
            IReadOnlyList<AssayEntry> entries = line.GetValue(file) is { } table
                ? AssayTable.Read(File.ReadAllText(table.FullName), table.ToString())
                : [new AssayEntry
                {
                    Attribute = line.GetValue(attribute)!,
                    EnteredText = line.GetValue(value)!,
                    Unit = line.GetValue(unit),
                    Method = line.GetValue(method),
                    MeasuredOn = line.GetValue(on),
                    MeasuredBy = line.GetValue(by),
                }];
            var entered = new AssayBench(work, new DefinitionRegister(work).Read()).Enter(line.GetValue(lot)!, entries);
            work.Commit();
            if (line.GetValue(CommandContext.Json))
                Answer.Json(new { lot = line.GetValue(lot), entered, unchanged = entries.Select(e => e.Attribute).Except(entered) });
            else
                Answer.Tell($"Entered {entered.Count} of {entries.Count} results for lot {line.GetValue(lot)}; the others stood already with the same value.");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Option<string?> Text(string name, string help, string description) => new(name) { HelpName = help, Description = description };
}
