using System.CommandLine;
using LabQc.Batches;
using LabQc.Consistency;
using LabQc.Review;
using LabQc.Units;

namespace LabQc.Cli;

/// <summary><c>labqc show</c>: all that the registry holds about a lot.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var lot = new Argument<string>("LOT") { Description = "The lot." };
        var command = new Command("show", "Show a lot: its form, measurements with replicates, results, verdicts, decisions and history.") { lot };
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var past = new HistoricalLotStore(work).Find(line.GetValue(lot)!);
            if (past is not null && new BatchStore(work).Find(past.LotNumber) is null)
                return Show(line, past);
            var record = LotRecord.Read(work, line.GetValue(lot)!);
            if (line.GetValue(CommandContext.Json))
                Answer.Say(LotRecordJson.Text(work, record));
            else
                Print(record);
            return ExitCode.Done;
        }));
        return command;
    }

    private static ExitCode Show(ParseResult line, HistoricalLot past)
    {
        if (line.GetValue(CommandContext.Json))
        {
            Answer.Json(new { lot = past.LotNumber, mark = HistoricalLot.Mark, historical = past });
            return ExitCode.Done;
        }
        Answer.Say($"Lot {past.LotNumber} ({HistoricalLot.Mark}): {past.Disposition}, declared by {past.DeclaredBy}");
        Answer.Say($"{past.Product}, {past.IsolationMethod}, isolated on {past.IsolatedOn:yyyy-MM-dd}; {past.SetUp}");
        Answer.Lines(past.Values.Select(v => $"{v.Key}: {v.Value}"));
        Answer.Say($"Taken by {past.RecordedBy} at {past.RecordedAt} from a table with SHA-256 {past.SourceSha256}");
        return ExitCode.Done;
    }

    private static void Print(LotRecord record)
    {
        var details = record.Versions[^1].Details;
        Answer.Say($"Lot {record.State.LotNumber}: {record.State.Disposition}, {record.State.WorkState}; verdict {record.State.Verdict ?? "not evaluated"}");
        Answer.Say($"{details.Product}, {details.IsolationMethod}, isolated on {details.IsolatedOn:yyyy-MM-dd} by {details.Operator ?? "nobody named"}; {details.Source.Material}");
        Answer.Say($"Volumes: {string.Join(" → ", details.Volumes.Select(v => $"{v.Step} {v.VolumeMl} mL"))}");
        Answer.Lines(record.Yields.Select(y => y.Value is { } value ? $"{y.Attribute}: {NumberText.PowersOfTen(value)} {y.Unit}" : $"{y.Attribute}: – ({y.Missing})"));
        PrintMeasurements(record);
        PrintResults(record);
        PrintHistory(record);
    }

    private static void PrintMeasurements(LotRecord record)
    {
        var table = Answer.Table("Measurement", "File", "Dilution", "Replicate", "Counts", "Tracks", "Particles/mL", "D10", "D50", "D90", "30–150 nm");
        foreach (var (measurement, run) in record.Measurements.SelectMany(m => m.Runs.Select(r => (m, r))))
        {
            var file = record.Files[run.Row.Sha256].FileName;
            var dilution = run.Row.DilutionFactor is { } factor ? $"{NumberText.General(factor)} ({run.Row.DilutionSource})" : "unknown";
            foreach (var replicate in run.Replicates)
                table.Row(measurement.Row.Name, file, dilution, replicate.Name,
                    measurement.Invalidation is { } invalid ? $"no: {invalid.Cause}" : replicate.Included ? "yes" : $"no: {replicate.ExclusionReason}",
                    Number(replicate.Tracks, 0), replicate.ConcentrationPerMl is { } c && run.Row.ToUndiluted is { } f ? NumberText.PowersOfTen(c * f) : "–",
                    Number(replicate.D10Nm, 1), Number(replicate.D50Nm, 1), Number(replicate.D90Nm, 1), Number(replicate.Percent30To150, 1) + " %");
            if (run.Row.Failure is { } failure)
                table.Row(measurement.Row.Name, file, dilution, "failed run", failure);
        }
        if (table.Rows.Count > 0)
            Answer.Out.Write(table);
    }

    private static void PrintResults(LotRecord record)
    {
        if (record.Assays.Count > 0)
        {
            var table = Answer.Table("Attribute", "Value", "Unit", "Method", "Measured on", "By", "Version", "Reason");
            foreach (var a in record.Assays)
                table.Row(a.Attribute, a.EnteredText, a.Unit, a.Method is null ? null : $"{a.Method}@{a.MethodVersion}", a.MeasuredOn, a.MeasuredBy, $"{a.Version}", a.Reason);
            Answer.Out.Write(table);
        }
        if (record.Evaluations.Count > 0)
            VerdictTable.Print(record.Evaluations[^1]);
        foreach (var d in record.Decisions)
            Answer.Say($"{d.DecidedAt} {d.Disposition} by {d.DecidedBy} ({d.Standing}): {d.Reason}{(d.Deviation is null ? "" : $"; deviation: {d.Deviation}")}");
    }

    private static void PrintHistory(LotRecord record)
    {
        var table = Answer.Table("Event", "When (UTC)", "What", "Who", "Why");
        foreach (var h in record.History)
            table.Row($"{h.Sequence}", h.OccurredAt, h.Action, $"{h.Actor} ({h.Authentication})", h.Reason);
        Answer.Out.Write(table);
    }

    private static string Number(double? value, int decimals) => value is { } number ? NumberText.Fixed(number, decimals) : "–";
}
