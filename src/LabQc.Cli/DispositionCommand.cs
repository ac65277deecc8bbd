using System.CommandLine;
using LabQc.Review;

namespace LabQc.Cli;

/// <summary><c>labqc disposition</c>: released or rejected.</summary>
internal static class DispositionCommand
{
    public static Command Create()
    {
        var lot = new Argument<string>("LOT") { Description = "The lot." };
        var disposition = new Argument<string>("DISPOSITION") { Description = "released or rejected." };
        disposition.AcceptOnlyFromAmong("released", "rejected");
        var deviation = new Option<string?>("--deviation") { HelpName = "TEXT", Description = "What is accepted although the lot does not conform or is not complete." };
        var command = new Command("disposition", "Record the decision on a lot, with reason and name, as \"recorded, not signed\".") { lot, disposition, Reason.Option, deviation };
        command.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(CommandContext.As)))
                result.AddError("A decision needs a name: say who decides with --as NAME.");
        });
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var decided = new LotDecision(work).Decide(line.GetValue(lot)!, line.GetValue(disposition)!, line.GetValue(Reason.Option)!, line.GetValue(deviation));
            work.Commit();
            if (line.GetValue(CommandContext.Json))
                Answer.Json(decided);
            else
                Answer.Tell($"Lot {decided.LotNumber} is {decided.Disposition} by {decided.DecidedBy} ({work.Actor.Authentication}): {decided.Standing}.");
            return ExitCode.Done;
        }));
        return command;
    }
}
