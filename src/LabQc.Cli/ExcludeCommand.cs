using System.CommandLine;
using LabQc.Measurements;
using LabQc.People;

namespace LabQc.Cli;

/// <summary><c>labqc exclude</c>: a replicate does not count, for a reason.</summary>
internal static class ExcludeCommand
{
    public static Command Create()
    {
        var lot = new Argument<string>("LOT") { Description = "The lot." };
        var replicate = new Argument<string>("REPLICATE") { Description = "The replicate's name as `labqc show LOT` lists it, or MEASUREMENT:NAME." };
        var command = new Command("exclude", "Leave a replicate out of the verdict, with a reason. It stays in the record.") { lot, replicate, Reason.Option };
        command.SetAction(line => CommandContext.Write(line, LabAction.ExcludeReplicate, line.GetValue(lot), work =>
        {
            var lotNumber = line.GetValue(lot)!;
            var chosen = MeasurementChoice.ReplicateOf(work, lotNumber, line.GetValue(replicate)!);
            var judged = new ImportStore(work).IsJudged(lotNumber);
            new MeasurementDecisionStore(work).Decide(chosen, lotNumber, included: false, line.GetValue(Reason.Option)!, judged);
            work.Commit();
            Answer.Tell(judged
                ? $"Excluded {chosen.Name} after a verdict was shown: the verdict with and without it is shown from now on. No people are registered, so no second person had to confirm it; the record says so."
                : $"Excluded {chosen.Name}.");
            return ExitCode.Done;
        }));
        return command;
    }
}
