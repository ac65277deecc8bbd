using System.CommandLine;
using LabQc.Evaluation;

namespace LabQc.Cli;

/// <summary><c>labqc evaluate</c>: a lot's verdict by its specification.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var lot = new Argument<string>("LOT") { Description = "The lot." };
        var specification = new Option<string?>("--specification")
        {
            HelpName = "PRODUCT@VERSION",
            Description = "Another specification than the one effective on the day of isolation, such as another market's.",
        };
        var command = new Command("evaluate", "Judge a lot by its specification: every criterion with value, uncertainty, probability and reason.") { lot, specification };
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var evaluation = new LotEvaluator(work).Evaluate(line.GetValue(lot)!, line.GetValue(specification));
            work.Commit();
            if (line.GetValue(CommandContext.Json))
                Console.Out.WriteLine(evaluation.Answer);
            else
                VerdictTable.Print(evaluation);
            return evaluation.Verdict == "conforms" ? ExitCode.Done : ExitCode.NotConforming;
        }));
        return command;
    }
}
