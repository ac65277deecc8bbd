using System.CommandLine;
using LabQc.Charts;
using LabQc.Methods;
using LabQc.Reports;

namespace LabQc.Cli;

/// <summary><c>labqc chart</c>: a lot's pictures as SVG or PNG.</summary>
internal static class ChartCommand
{
    private static readonly Argument<string> Lot = new("LOT") { Description = "The lot." };

    private static readonly Option<string> Kind = new("--kind")
    {
        HelpName = "KIND",
        Description = $"What is drawn: {string.Join(", ", ChartKinds.Names)} (default: {ChartKinds.Usual}).",
        DefaultValueFactory = _ => ChartKinds.Usual,
    };

    private static readonly Option<string> Attribute = new("--attribute")
    {
        HelpName = "CODE",
        Description = "The attribute of a control chart, of EWMA and CUSUM, or of capability (default: size.d50).",
        DefaultValueFactory = _ => AttributeCatalogue.SizeD50,
    };

    private static readonly Option<bool> Released = new("--released") { Description = "Capability of released lots only, truncated by release." };
    private static readonly Option<string?> Output = new("--out") { HelpName = "FILE", Description = "Where to write; the ending .svg or .png says the form (default: LOT.svg or LOT-KIND.svg here)." };
    private static readonly Option<bool> Log = new("--log") { Description = "Diameters on a logarithmic axis." };
    private static readonly Option<bool> Dark = new("--dark") { Description = "Light lines on a dark ground." };
    private static readonly Option<string?> Measurement = new("--measurement") { HelpName = "NAME", Description = "Another measurement than the one that is judged." };
    private static readonly Option<int?> Scale = new("--scale") { HelpName = "N", Description = "Pixels per unit in a PNG: 1 for a screen, 2 for paper (default)." };

    public static Command Create()
    {
        var command = new Command("chart",
            "Draw a lot: its size distribution, itself over the envelope of its reference set, control charts with phases, EWMA and CUSUM, capability, isolation methods, T², bead checks of its instrument, its dilution series.")
        {
            Lot, Kind, Attribute, Released, Output, Log, Dark, Measurement, Scale,
        };
        command.Validators.Add(Check);
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var asked = new ChartRequest(
                line.GetValue(Lot)!, line.GetValue(Kind)!, line.GetValue(Attribute)!, line.GetValue(Log), line.GetValue(Measurement), line.GetValue(Released));
            using var fonts = MachineFonts.Open();
            Write(line, asked, new ChartKinds(work).Draw(asked), fonts);
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Check(System.CommandLine.Parsing.CommandResult result)
    {
        if (result.GetValue(Kind) is { } kind && !ChartKinds.Names.Contains(kind))
            result.AddError($"--kind is {string.Join(", ", ChartKinds.Names)}; found \"{kind}\".");
        if (result.GetValue(Output) is { } file && Path.GetExtension(file).ToLowerInvariant() is not (".svg" or ".png"))
            result.AddError($"--out ends in .svg or .png; found \"{file}\".");
        if (result.GetValue(Scale) is < 1 or > 4)
            result.AddError("--scale is 1, 2, 3 or 4.");
    }

    private static void Write(ParseResult line, ChartRequest asked, Chart chart, ChartFonts fonts)
    {
        var file = line.GetValue(Output) ?? (asked.Kind == ChartKinds.Usual ? $"{asked.Lot}.svg" : $"{asked.Lot}-{asked.Kind}.svg");
        var look = new ChartLook { Theme = line.GetValue(Dark) ? ChartTheme.Dark : ChartTheme.Light };
        if (Path.GetExtension(file).Equals(".png", StringComparison.OrdinalIgnoreCase))
            File.WriteAllBytes(file, chart.Png(fonts, look, line.GetValue(Scale) ?? 2));
        else
            File.WriteAllText(file, chart.Svg(fonts, look));
        if (line.GetValue(CommandContext.Json))
            Answer.Json(new { lot = asked.Lot, asked.Kind, file = Path.GetFullPath(file), chart.Title, chart.Conclusion, alt = chart.AltText });
        else
            Answer.Tell($"{chart.Conclusion}\nWrote {file}.");
    }
}
