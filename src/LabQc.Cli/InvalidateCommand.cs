using System.CommandLine;
using LabQc.Batches;
using LabQc.Measurements;
using LabQc.People;
using LabQc.Review;

namespace LabQc.Cli;

/// <summary><c>labqc invalidate</c>: a measurement does not count, for an assignable cause.</summary>
internal static class InvalidateCommand
{
    public static Command Create()
    {
        var lot = new Argument<string>("LOT") { Description = "The lot." };
        var measurement = new Argument<string>("MEASUREMENT") { Description = "The measurement's name as `labqc show LOT` lists it." };
        var command = new Command("invalidate", "Declare a measurement invalid for an assignable cause, signed with your password once there are people. It stays in the record.") { lot, measurement, Reason.Option };
        command.SetAction(line => CommandContext.Signed(line, LabAction.InvalidateMeasurement, line.GetValue(lot), (work, proven) =>
        {
            var chosen = MeasurementChoice.Of(work, line.GetValue(lot)!, line.GetValue(measurement));
            var cause = line.GetValue(Reason.Option)!;
            if (proven is null)
                new MeasurementDecisionStore(work).Invalidate(chosen.Row, cause);
            else
                new MeasurementInvalidation(work).Sign(chosen.Row, proven, cause, new BatchStore(work).State(line.GetValue(lot)!).RowVersion);
            work.Commit();
            Answer.Tell($"Measurement {chosen.Row.MeasurementId} does not count any more; its files and values stay in the record.");
            EarlierVerdict.Tell(work, line.GetValue(lot)!);
            return ExitCode.Done;
        }));
        return command;
    }
}
