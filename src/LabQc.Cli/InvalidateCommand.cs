using System.CommandLine;
using LabQc.Measurements;

namespace LabQc.Cli;

/// <summary><c>labqc invalidate</c>: a measurement does not count, for an assignable cause.</summary>
internal static class InvalidateCommand
{
    public static Command Create()
    {
        var lot = new Argument<string>("LOT") { Description = "The lot." };
        var measurement = new Argument<string>("MEASUREMENT") { Description = "The measurement's name as `labqc show LOT` lists it." };
        var command = new Command("invalidate", "Declare a measurement invalid for an assignable cause. It stays in the record.") { lot, measurement, Reason.Option };
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var chosen = MeasurementChoice.Of(work, line.GetValue(lot)!, line.GetValue(measurement));
            new MeasurementDecisionStore(work).Invalidate(chosen.Row, line.GetValue(Reason.Option)!);
            work.Commit();
            Answer.Tell($"Measurement {chosen.Row.MeasurementId} does not count any more; its files and values stay in the record.");
            return ExitCode.Done;
        }));
        return command;
    }
}
