using System.CommandLine;
using LabQc.Batches;
using LabQc.Charts;
using LabQc.Reports;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Cli;

/// <summary>There is nothing to draw.</summary>
internal sealed class NothingToDrawException(string message) : RefusalException(message);

/// <summary><c>labqc chart</c>: a lot's pictures as SVG or PNG.</summary>
internal static class ChartCommand
{
    public static Command Create()
    {
        var lot = new Argument<string>("LOT") { Description = "The lot." };
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "Where to write; the ending .svg or .png says the form (default: LOT.svg here)." };
        var log = new Option<bool>("--log") { Description = "Diameters on a logarithmic axis." };
        var dark = new Option<bool>("--dark") { Description = "Light lines on a dark ground." };
        var measurement = new Option<string?>("--measurement") { HelpName = "NAME", Description = "Another measurement than the one that is judged." };
        var scale = new Option<int?>("--scale") { HelpName = "N", Description = "Pixels per unit in a PNG: 1 for a screen, 2 for paper (default)." };
        var command = new Command("chart", "Draw a lot's size distribution: replicates, mean curve, specified range, D10/D50/D90, the instrument's blind part.")
        {
            lot, output, log, dark, measurement, scale,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is { } file && Path.GetExtension(file).ToLowerInvariant() is not (".svg" or ".png"))
                result.AddError($"--out ends in .svg or .png; found \"{file}\".");
            if (result.GetValue(scale) is < 1 or > 4)
                result.AddError("--scale is 1, 2, 3 or 4.");
        });
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var lotNumber = line.GetValue(lot)!;
            new BatchStore(work).State(lotNumber);
            using var fonts = MachineFonts.Open();
            var chart = new LotSizeChart(work, new DefinitionRegister(work).Read()).Of(lotNumber, line.GetValue(log), line.GetValue(measurement))
                ?? throw new NothingToDrawException($"Lot {lotNumber} has no size distribution to draw{(line.GetValue(measurement) is { } name ? $" in a measurement \"{name}\"" : "")}.");
            var file = line.GetValue(output) ?? lotNumber + ".svg";
            var look = new ChartLook { Theme = line.GetValue(dark) ? ChartTheme.Dark : ChartTheme.Light };
            if (Path.GetExtension(file).Equals(".png", StringComparison.OrdinalIgnoreCase))
                File.WriteAllBytes(file, chart.Png(fonts, look, line.GetValue(scale) ?? 2));
            else
                File.WriteAllText(file, chart.Svg(fonts, look));
            if (line.GetValue(CommandContext.Json))
                Answer.Json(new { lot = lotNumber, file = Path.GetFullPath(file), chart.Title, chart.Conclusion, alt = chart.AltText });
            else
                Answer.Tell($"{chart.Conclusion}\nWrote {file}.");
            return ExitCode.Done;
        }));
        return command;
    }
}
