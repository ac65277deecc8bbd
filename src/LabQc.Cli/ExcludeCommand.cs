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
            var outcome = new ReplicateExclusion(work).Decide(lotNumber, chosen, included: false, line.GetValue(Reason.Option)!);
            work.Commit();
            Answer.Tell(Words(outcome, chosen.Name));
            if (outcome.Proposal is null)
                EarlierVerdict.Tell(work, lotNumber);
            return ExitCode.Done;
        }));
        return command;
    }

    private static string Words(ExclusionOutcome outcome, string replicate) => outcome switch
    {
        { Proposal: { } waiting } => $"Proposed to exclude {replicate}, as number {waiting.Number} of lot {waiting.LotNumber}: a verdict was shown, so it has no effect until a second person confirms it.",
        { AfterVerdict: true } => $"Excluded {replicate} after a verdict was shown: the verdict with and without it is shown from now on. No people are registered, so no second person had to confirm it; the record says so.",
        _ => $"Excluded {replicate}.",
    };
}
