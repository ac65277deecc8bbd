using System.CommandLine;
using System.Globalization;
using LabQc.Consistency;
using LabQc.Statistics;
using LabQc.Units;

namespace LabQc.Cli;

/// <summary><c>labqc capability</c>: how well lots keep within their limits.</summary>
internal static class CapabilityCommand
{
    public static Command Create()
    {
        var attribute = new Argument<string>("ATTRIBUTE") { Description = "The attribute, such as size.d50." };
        var product = new Option<string?>("--product") { HelpName = "CODE", Description = "Only this product (default: all whose specification limits the attribute)." };
        var command = new Command("capability",
            $"Capability against the limits of the specification in force: over all lots, and beside it over released lots, {CapabilityAnswer.Truncated}.") { attribute, product };
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var answers = new LotCapability(work).Of(line.GetValue(attribute)!, line.GetValue(product));
            if (line.GetValue(CommandContext.Json))
                Answer.Json(new { capability = answers.Select(ToJson) });
            else if (answers.Count == 0)
                Answer.Tell("There is no lot with a size measurement yet.");
            else
                Print(answers);
            return ExitCode.Done;
        }));
        return command;
    }

    private static object ToJson(CapabilityAnswer answer) => new
    {
        answer.Kind.Product,
        answer.Kind.IsolationMethod,
        answer.Kind.SetUp,
        answer.Attribute,
        answer.Unit,
        scale = answer.Scale.ToString().ToLowerInvariant(),
        answer.Specification,
        answer.LowerLimit,
        answer.UpperLimit,
        all_lots = ToJson(answer.All, null),
        released_lots = ToJson(answer.Released, CapabilityAnswer.Truncated),
    };

    private static object ToJson(CapabilityOfLots lots, string? label) => new
    {
        label,
        n = lots.Values.Count,
        historical_not_verified = lots.Historical,
        lots.Mean,
        lots.Sd,
        within_sigma = lots.WithinSigma,
        pp = lots.Overall?.Spread,
        ppk = lots.Overall?.Nearest,
        ppk_interval = lots.NearestInterval is { } i ? new[] { i.Lower, i.Upper } : null,
        cp = lots.Within?.Spread,
        cpk = lots.Within?.Nearest,
        lots.PerMillionOutside,
        normality_p = lots.NormalityP,
        lots.Reason,
    };

    private static void Print(IReadOnlyList<CapabilityAnswer> answers)
    {
        foreach (var answer in answers)
        {
            Answer.Say($"{answer.Kind.Product}, {answer.Kind.IsolationMethod}, {answer.Kind.SetUp}: {answer.Attribute} {Limits(answer)} ({answer.Specification}); scale {answer.Scale.ToString().ToLowerInvariant()}");
            var table = Answer.Table("Lots", "n", "Mean", "SD", "Pp", "Ppk (95 % interval)", "Cp", "Cpk", "Per million outside", "Normality p");
            Row(table, "all", answer.All);
            Row(table, "released, " + CapabilityAnswer.Truncated, answer.Released);
            Answer.Out.Write(table);
        }
        Answer.Say("Pp and Ppk use the overall SD (n - 1), Cp and Cpk the mean moving range over 1.128; interval after Bissell 1990.");
    }

    private static void Row(Spectre.Console.Table table, string name, CapabilityOfLots lots)
    {
        var n = lots.Historical > 0 ? $"{lots.Values.Count} ({lots.Historical} {HistoricalLot.Mark})" : $"{lots.Values.Count}";
        if (lots.Reason is { } reason)
            table.Row(name, n, reason);
        else
            table.Row(name, n, Number(lots.Mean), Number(lots.Sd), Number(lots.Overall?.Spread), $"{Number(lots.Overall?.Nearest)} {Interval(lots.NearestInterval)}",
                Number(lots.Within?.Spread), Number(lots.Within?.Nearest), Number(lots.PerMillionOutside), Number(lots.NormalityP));
    }

    private static string Interval(ConfidenceLimits? interval) => interval is { } i ? $"({Number(i.Lower)} to {Number(i.Upper)})" : "";

    private static string Limits(CapabilityAnswer answer) => (answer.LowerLimit, answer.UpperLimit) switch
    {
        ({ } lower, { } upper) => $"{NumberText.General(lower)} to {NumberText.General(upper)} {answer.Unit}",
        ({ } lower, null) => $"at least {NumberText.General(lower)} {answer.Unit}",
        (null, { } upper) => $"at most {NumberText.General(upper)} {answer.Unit}",
        _ => "without limits",
    };

    private static string Number(double? value) => value is not { } number ? "–" : number.ToString(Math.Abs(number) >= 1000 ? "0" : "0.###", CultureInfo.InvariantCulture);
}
