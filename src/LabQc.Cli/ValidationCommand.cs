using System.CommandLine;
using LabQc.Batches;
using LabQc.People;
using LabQc.ThirdPartyValidation;

namespace LabQc.Cli;

/// <summary><c>labqc validation add|list</c>: third parties' results, beside ours.</summary>
internal static class ValidationCommand
{
    public static Command Create() =>
        new("validation", "Third parties' results for lots, set against ours.") { Add(), List() };

    private static Command Add()
    {
        var lot = new Argument<string>("LOT") { Description = "The lot." };
        var attribute = new Argument<string>("ATTRIBUTE") { Description = "What was measured, such as size.d50." };
        var value = new Argument<string>("VALUE") { Description = "The value as the certificate prints it." };
        var certificate = Required<FileInfo>("--certificate", "FILE", "The certificate; it is kept whole.");
        var laboratory = Required<string>("--laboratory", "NAME", "The laboratory that measured.");
        var method = Required<string>("--method", "TEXT", "Its method, as the certificate names it.");
        var accreditation = Optional("--accreditation", "TEXT", "Its accreditation, such as number and standard.");
        var uncertainty = Optional("--uncertainty", "U", "Expanded uncertainty in the value's unit.");
        var coverage = Optional("--coverage", "K", "Coverage factor of the expanded uncertainty (2 unless the certificate says otherwise).");
        var unit = Optional("--unit", "UNIT", "The value's unit (default: the attribute's).");
        var number = Optional("--number", "TEXT", "The certificate's number.");
        var issued = Optional("--issued", "DATE", "The day of issue, yyyy-MM-dd.");
        var command = new Command("add", "Record a third party's result and keep its certificate.")
        {
            lot, attribute, value, certificate, laboratory, method, accreditation, uncertainty, coverage, unit, number, issued,
        };
        command.SetAction(line => CommandContext.Write(line, LabAction.RecordValidation, line.GetValue(lot), work =>
        {
            var file = line.GetValue(certificate)!;
            var added = new ValidationBench(work).Add(
                new CertificateFile(file.Name, File.ReadAllBytes(file.FullName)),
                new ValidationEntry
                {
                    Lot = line.GetValue(lot)!,
                    Attribute = line.GetValue(attribute)!,
                    EnteredText = line.GetValue(value)!,
                    Unit = line.GetValue(unit),
                    ExpandedUncertainty = line.GetValue(uncertainty),
                    CoverageFactor = line.GetValue(coverage),
                    Laboratory = line.GetValue(laboratory)!,
                    Accreditation = line.GetValue(accreditation),
                    Method = line.GetValue(method)!,
                    CertificateNumber = line.GetValue(number),
                    IssuedOn = line.GetValue(issued),
                });
            work.Commit();
            if (line.GetValue(CommandContext.Json))
                Answer.Json(new { added.Record.LotNumber, added.Record.Ordinal, added.Record.CertificateSha256 });
            else
                Answer.Tell($"Recorded result {added.Record.Ordinal} of a third party for lot {added.Record.LotNumber}: {added.Sentence}");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command List()
    {
        var lot = new Argument<string?>("LOT") { Description = "One lot only.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("list", "Show third parties' results beside ours, with difference and uncertainty.") { lot };
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            if (line.GetValue(lot) is { } named)
                new BatchStore(work).State(named);
            var comparisons = new ValidationBench(work).Compare(line.GetValue(lot));
            if (line.GetValue(CommandContext.Json))
                Answer.Json(new { validations = comparisons.Select(ToJson) });
            else if (comparisons.Count == 0)
                Answer.Tell("No third party's results yet. Record one with `labqc validation add LOT ATTRIBUTE VALUE --certificate FILE …`.");
            else
                Print(comparisons);
            return ExitCode.Done;
        }));
        return command;
    }

    private static object ToJson(ValidationComparison c) => new
    {
        lot = c.Record.LotNumber,
        c.Record.Ordinal,
        c.Record.Attribute,
        c.Record.Unit,
        theirs = new { value = c.Record.EnteredText, c.Record.ExpandedUncertainty, c.Record.CoverageFactor, standard_uncertainty = c.TheirUncertainty },
        ours = new { value = c.Ours, standard_uncertainty = c.OurUncertainty },
        c.Difference,
        c.DifferenceUncertainty,
        c.DifferenceInterval,
        en = c.En,
        assessment = c.Sentence,
        c.Record.Laboratory,
        c.Record.Accreditation,
        c.Record.Method,
        certificate = new { c.Record.CertificateNumber, sha256 = c.Record.CertificateSha256, c.Record.IssuedOn },
        c.Record.RecordedAt,
        c.Record.RecordedBy,
    };

    private static void Print(IReadOnlyList<ValidationComparison> comparisons)
    {
        var table = Answer.Table("Lot", "Attribute", "Laboratory", "Theirs", "Ours", "Difference", "Assessment", "Certificate");
        foreach (var c in comparisons)
            table.Row(c.Record.LotNumber, c.Record.Attribute, c.Record.Laboratory, c.TheirsText, c.OursText, c.DifferenceText, c.Sentence,
                $"{c.Record.CertificateNumber} sha256:{c.Record.CertificateSha256[..12]}…");
        Answer.Out.Write(table);
    }

    private static Option<T> Required<T>(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description, Required = true };

    private static Option<string?> Optional(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description };
}
