using System.CommandLine;
using System.Globalization;
using LabQc.Consistency;
using LabQc.Units;

namespace LabQc.Cli;

/// <summary><c>labqc consistency</c>: is the lot like the others?</summary>
internal static class ConsistencyCommand
{
    public static Command Create()
    {
        var lot = new Argument<string>("LOT") { Description = "The lot." };
        var command = new Command("consistency", "Compare a lot with its reference set: each attribute, the whole distribution, several attributes together.") { lot };
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var answer = new LotConsistency(work).Of(line.GetValue(lot)!);
            if (line.GetValue(CommandContext.Json))
                Answer.Json(ToJson(answer));
            else
                Print(answer);
            return answer.Verdict == ConsistencyVerdict.OutOfTrend ? ExitCode.NotConforming : ExitCode.Done;
        }));
        return command;
    }

    private static object ToJson(ConsistencyAnswer answer) => new
    {
        answer.Lot,
        answer.Status,
        answer.Verdict,
        reference_set = new
        {
            answer.ReferenceSet.Name,
            answer.ReferenceSet.Version,
            answer.ReferenceSet.Lots,
            historical_not_verified = answer.HistoricalLots,
            left_out = answer.LeftOut.Select(l => new { l.Lot, l.Reason }),
            answer.ReferenceSet.Charted,
            frozen = answer.ReferenceSet.IsFrozen,
        },
        attributes = answer.Attributes.Select(a => new
        {
            a.Attribute,
            scale = a.Scale.ToString().ToLowerInvariant(),
            a.Value,
            a.Mean,
            a.Sd,
            a.Z,
            prediction_interval = a.PredictionInterval is { } p ? new[] { p.Lower, p.Upper } : null,
            a.RuleViolations,
            a.Unit,
            scaled_value = a.Scaled,
            charted = a.IsCharted,
            a.EwmaSignal,
            a.CusumSignal,
            a.OutsidePrediction,
        }),
        distribution = new { answer.Distribution.DistanceNm, answer.Distribution.LimitNm, answer.Distribution.RankP, answer.Distribution.Verdict, answer.Distribution.Reason },
        hotelling = new
        {
            answer.Hotelling.Attributes,
            t2 = answer.Hotelling.TSquared,
            answer.Hotelling.Limit,
            answer.Hotelling.Confidence,
            contributions = answer.Hotelling.Contributions.Select((c, i) => new { attribute = answer.Hotelling.Attributes[i], t2_drop = c }),
            answer.Hotelling.Verdict,
            answer.Hotelling.Reason,
        },
        answer.Reasons,
        answer.AverageRunLength,
    };

    private static void Print(ConsistencyAnswer answer)
    {
        Answer.Say($"Lot {answer.Lot}{(answer.HistoricalLots.Contains(answer.Lot) ? $" ({HistoricalLot.Mark})" : "")}: {Words(answer.Verdict)}, {answer.Status.ToString().ToLowerInvariant()} history");
        var set = answer.ReferenceSet;
        Answer.Say(set.IsFrozen
            ? $"Reference set \"{set.Name}\" version {set.Version}, {set.Lots.Count} lots, frozen by {set.FrozenBy} on {set.FrozenAt[..10]}: {set.Reason}"
            : $"No reference set is frozen for {set.Kind.Product}, {set.Kind.IsolationMethod}; compared with the first {set.Lots.Count} comparable lots.");
        foreach (var reason in answer.Reasons)
            Answer.Say("Out of trend: " + reason);
        var table = Answer.Table("Attribute", "Value", "z", "95 % prediction interval", "Rules completed", "EWMA", "CUSUM", "Charted");
        foreach (var a in answer.Attributes)
            table.Row(a.Attribute, $"{Number(a.Value)} {a.Unit}", a.Z?.ToString("+0.00;-0.00", CultureInfo.InvariantCulture) ?? "–",
                a.PredictionInterval is { } p ? $"{Number(p.Lower)} to {Number(p.Upper)}" : "–",
                a.RuleViolations.Count == 0 ? "" : string.Join(", ", a.RuleViolations), Signal(a.EwmaSignal), Signal(a.CusumSignal), a.IsCharted ? "yes" : "");
        Answer.Out.Write(table);
        var d = answer.Distribution;
        Answer.Say(d.DistanceNm is { } distance
            ? $"Whole distribution: {Number(distance)} nm from the mean distribution{(d.LimitNm is { } limit ? $", limit {Number(limit)} nm" : "")}; rank {Number(d.RankP)}. {d.Reason}"
            : $"Whole distribution: {d.Reason}");
        var h = answer.Hotelling;
        Answer.Say(h.TSquared is { } t2
            ? $"T²: {Number(t2)}, limit {Number(h.Limit)}; drops without {string.Join(", ", h.Attributes.Zip(h.Contributions, (a, c) => $"{a} {Number(c)}"))} (they do not add up to T²)"
            : $"T²: {h.Reason}");
        if (answer.HistoricalLots.Count > 0)
            Answer.Say($"{HistoricalLot.Mark}: {string.Join(", ", answer.HistoricalLots)}");
        foreach (var left in answer.LeftOut)
            Answer.Say($"Left out: {left.Lot}: {left.Reason}");
        if (answer.AverageRunLength is { } length)
            Answer.Say($"The rules that count signal falsely on one attribute once in {length.ToString("0", CultureInfo.InvariantCulture)} lots on average.");
    }

    private static string Words(ConsistencyVerdict verdict) => verdict switch
    {
        ConsistencyVerdict.InTrend => "in trend",
        ConsistencyVerdict.OutOfTrend => "out of trend",
        _ => "not judged",
    };

    private static string Signal(bool? signal) => signal switch { true => "signals", false => "", null => "–" };

    private static string Number(double? value) => value is not { } number ? "–"
        : Math.Abs(number) >= 1e6 ? NumberText.PowersOfTen(number)
        : number.ToString("0.##", CultureInfo.InvariantCulture);
}
