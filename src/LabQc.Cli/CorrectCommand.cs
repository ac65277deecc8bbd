using System.CommandLine;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Measurements;
using LabQc.Methods;
using LabQc.People;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Cli;

/// <summary><c>labqc correct</c>: new versions with a reason; the old ones stay readable.</summary>
internal static class CorrectCommand
{
    private const string DilutionPrefix = "dilution";

    public static Command Create()
    {
        var lot = new Argument<string>("LOT") { Description = "The lot." };
        var field = new Argument<string>("FIELD")
        {
            Description = "A field of the form (operator, source.passage, volumes.final…), an attribute (safety.endotoxin…), or a measurement's dilution (dilution:MEASUREMENT, or dilution:MEASUREMENT:FILE for one file of several).",
        };
        var value = new Argument<string>("VALUE") { Description = "The right value." };
        var command = new Command("correct", "Correct a field of a batch, a result, or a dilution, as a new version with a reason.") { lot, field, value, Reason.Option };
        command.SetAction(line => CommandContext.Write(line, LabAction.CorrectRecord, line.GetValue(lot), work =>
        {
            Correct(work, line.GetValue(lot)!, line.GetValue(field)!, line.GetValue(value)!, line.GetValue(Reason.Option)!);
            work.Commit();
            Answer.Tell($"Corrected {line.GetValue(field)} of lot {line.GetValue(lot)}; what stood before stays in its history.");
            EarlierVerdict.Tell(work, line.GetValue(lot)!);
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Correct(LabWork work, string lot, string field, string value, string reason)
    {
        var definitions = new DefinitionRegister(work).Read();
        if (field == DilutionPrefix || field.StartsWith(DilutionPrefix + ":", StringComparison.Ordinal))
            CorrectDilution(work, lot, field, value, reason);
        else if (new AttributeCatalogue(definitions.Attributes).Find(field) is not null)
            new AssayBench(work, definitions).Correct(lot, field, value, reason);
        else
        {
            var batches = new BatchStore(work);
            var state = batches.State(lot);
            batches.Correct(BatchCorrection.Apply(batches.Current(lot).Details, field, value), state.RowVersion, reason);
        }
    }

    private static void CorrectDilution(LabWork work, string lot, string field, string value, string reason)
    {
        var factor = ImportManifest.ParseDilution(value)
            ?? throw new FormException("The correction", [new FormProblem(field, $"a dilution is a number of at least 1, such as 1000; found \"{value}\"")]);
        var parts = field.Split(':', 3);
        foreach (var run in MeasurementChoice.Runs(work, lot, parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2)))
            new MeasurementDecisionStore(work).CorrectDilution(run, lot, factor, reason);
    }
}
