using System.CommandLine;
using System.Globalization;
using LabQc.Consistency;
using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Cli;

/// <summary><c>labqc methods</c>: isolation methods against each other.</summary>
internal static class MethodsCommand
{
    public static Command Create()
    {
        var product = new Option<string?>("--product") { HelpName = "CODE", Description = "Only lots of this product (default: all)." };
        var command = new Command("methods", "Set isolation methods against each other: yield, purity and size, variance between and within lots, all pairs tested.") { product };
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var answer = new IsolationMethodComparison(work).Of(line.GetValue(product));
            if (line.GetValue(CommandContext.Json))
                Answer.Json(ToJson(answer));
            else
                Print(answer);
            return ExitCode.Done;
        }));
        return command;
    }

    private static object ToJson(MethodsAnswer answer) => new
    {
        answer.Product,
        attributes = answer.Attributes.Select(a => new
        {
            a.Attribute,
            a.Unit,
            scale = a.Scale.ToString().ToLowerInvariant(),
            methods = a.Methods.Select(ToJson),
            test = new
            {
                a.Test.Name,
                a.Test.Reason,
                equal_variances_p = a.Test.EqualVariancesP,
                pairs = a.Test.Pairs.Select(p => new { p.One, p.Other, p.Difference, interval = new[] { p.Interval.Lower, p.Interval.Upper }, p.P, p.Ratio }),
            },
        }),
    };

    private static object ToJson(MethodSummary method) => new
    {
        method.Method,
        method.Products,
        n = method.Values.Count,
        historical_not_verified = method.Historical,
        method.Median,
        method.Mean,
        method.Sd,
        variance_between_lots = method.Components?.VarianceBetweenTruncated,
        variance_within_lots = method.Components?.VarianceWithin,
        variance_between_lots_untruncated = method.Components?.VarianceBetween,
        share_between_lots = method.Components?.IntraclassCorrelation,
        variance_reason = method.ComponentsReason,
    };

    private static void Print(MethodsAnswer answer)
    {
        Answer.Say($"Isolation methods over {(answer.Product is { } product ? $"all lots of {product}" : "all lots of all products")}, rejected ones among them.");
        foreach (var attribute in answer.Attributes)
            Print(attribute);
    }

    private static void Print(AttributeByMethod attribute)
    {
        var log = attribute.Scale == AttributeScale.Log10;
        Answer.Say($"{attribute.Attribute} ({attribute.Unit}){(log ? "; SDs are of log10" : "")}");
        var table = Answer.Table("Method", "Products", "Lots", "Median", "SD", "SD between lots", "SD within lots", "Share between");
        foreach (var m in attribute.Methods)
            table.Row(m.Method, string.Join(", ", m.Products),
                m.Historical > 0 ? $"{m.Values.Count} ({m.Historical} {HistoricalLot.Mark})" : $"{m.Values.Count}",
                log ? NumberText.PowersOfTen(m.Median) : NumberText.Fixed(m.Median, 1), Number(m.Sd),
                m.Components is { } c ? Number(Math.Sqrt(c.VarianceBetweenTruncated)) : m.ComponentsReason,
                m.Components is { } w ? Number(Math.Sqrt(w.VarianceWithin)) : "–",
                m.Components?.IntraclassCorrelation is { } share ? NumberText.Fixed(100 * share, 0) + " %" : "–");
        Answer.Out.Write(table);
        Answer.Say(attribute.Test.Reason);
        foreach (var p in attribute.Test.Pairs)
            Answer.Say(p.Ratio is { } ratio
                ? $"  {p.Other} over {p.One}: factor {Number(ratio)} ({Number(Math.Pow(10, p.Interval.Lower))} to {Number(Math.Pow(10, p.Interval.Upper))}), {P(p.P)}"
                : $"  {p.Other} less {p.One}: {Number(p.Difference)} {attribute.Unit} ({Number(p.Interval.Lower)} to {Number(p.Interval.Upper)}), {P(p.P)}");
    }

    private static string P(double p) => p < 0.0001 ? "p < 0.0001" : "p = " + p.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Number(double? value) => value is not { } number ? "–" : number.ToString(Math.Abs(number) >= 100 ? "0" : "0.###", CultureInfo.InvariantCulture);
}
