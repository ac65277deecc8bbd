using System.CommandLine;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.People;
using LabQc.Review;

namespace LabQc.Cli;

/// <summary><c>labqc disposition</c>: released, rejected or recalled.</summary>
internal static class DispositionCommand
{
    public static Command Create()
    {
        var lot = new Argument<string>("LOT") { Description = "The lot." };
        var disposition = new Argument<string>("DISPOSITION") { Description = "released, rejected, or, for a released lot, recalled." };
        disposition.AcceptOnlyFromAmong("released", "rejected", "recalled");
        var deviation = new Option<string?>("--deviation") { HelpName = "TEXT", Description = "What is accepted although the lot does not conform or is inconclusive." };
        var command = new Command("disposition", "Sign the decision on a lot with your password; before there are people, record it with reason and name as \"recorded, not signed\".") { lot, disposition, Reason.Option, deviation };
        command.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(CommandContext.As)) && Environment.GetEnvironmentVariable(PersonAtWork.TokenVariable) is not { Length: > 0 })
                result.AddError("A decision needs a name: say who decides with --as NAME.");
        });
        command.SetAction(line => CommandContext.Signed(line, ActionOf(line.GetValue(disposition)!), line.GetValue(lot), (work, proven) =>
        {
            var decided = new Decided(line.GetValue(lot)!, line.GetValue(disposition)!, line.GetValue(Reason.Option)!, line.GetValue(deviation));
            var standing = proven is null ? Recorded(work, decided) : Signed(work, decided, proven);
            work.Commit();
            if (line.GetValue(CommandContext.Json))
                Answer.Json(new { lot_number = decided.Lot, decided.Disposition, decided.Reason, decided.Deviation, standing, decided_by = work.Actor.Name });
            else
                Answer.Tell($"Lot {decided.Lot} is {decided.Disposition} by {work.Actor.Name} ({work.Actor.Authentication}): {standing}.");
            return ExitCode.Done;
        }));
        return command;
    }

    private static LabAction ActionOf(string disposition) => disposition switch
    {
        "released" => LabAction.ReleaseLot,
        "recalled" => LabAction.RecallLot,
        _ => LabAction.RejectLot,
    };

    /// <summary>While nobody has an account: the decision with reason and name, and no signature.</summary>
    private static string Recorded(LabWork work, Decided decided) =>
        new LotDecision(work).Decide(decided.Lot, decided.Disposition, decided.Reason, decided.Deviation).Standing;

    private static string Signed(LabWork work, Decided decided, ProvenPerson signer)
    {
        var workflow = new LotWorkflow(work);
        var version = new BatchStore(work).State(decided.Lot).RowVersion;
        if (decided.Disposition == "released")
            return workflow.Release(decided.Lot, signer, decided.Reason, decided.Deviation, version).Standing;
        if (decided.Disposition == "rejected")
            return workflow.Reject(decided.Lot, signer, decided.Reason, version).Standing;
        workflow.Recall(decided.Lot, signer, decided.Reason, version);
        return DecisionStore.BySignature;
    }

    private sealed record Decided(string Lot, string Disposition, string Reason, string? Deviation);
}
