using System.CommandLine;
using LabQc.AuditTrail;
using LabQc.Consistency;
using LabQc.People;

namespace LabQc.Cli;

/// <summary><c>labqc reference-set</c>: the lots that limits come from.</summary>
internal static class ReferenceSetCommand
{
    public static Command Create() =>
        new("reference-set", "Propose, freeze and show reference sets: the named, versioned lists of lots that limits come from.") { Propose(), Freeze(), Show() };

    private static Command Propose()
    {
        var lots = Lots();
        var command = new Command("propose", "Show the set that lots would make, and its limits. Nothing is stored.") { lots };
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var set = new LotConsistency(work).Sets.Propose("proposed", line.GetValue(lots)!);
            Show(line, work, [set]);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Freeze()
    {
        var name = new Argument<string>("NAME") { Description = "The set's name; a name that stands gets its next version." };
        var lots = Lots();
        var leftOut = new Option<string[]>("--left-out") { HelpName = "LOT=CAUSE", Description = "A comparable lot that is left out, and the assignable cause.", AllowMultipleArgumentsPerToken = true };
        var count = new Option<CountedFinding[]>("--count") { Description = "A further finding that counts as out of trend; the run length that results is shown.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("freeze", "Freeze a reference set, with a reason. Limits never move afterwards; a new version replaces it.") { name, lots, leftOut, count, Reason.Option };
        command.Validators.Add(result =>
        {
            if (result.GetValue(leftOut)?.FirstOrDefault(l => l.Split('=', 2) is not [{ Length: > 0 }, { Length: > 0 }]) is { } bad)
                result.AddError($"--left-out is LOT=CAUSE; found \"{bad}\".");
        });
        command.SetAction(line => CommandContext.Signed(line, LabAction.FreezeReferenceSet, null, (work, signer) =>
        {
            var sets = new LotConsistency(work).Sets;
            var proposed = sets.Propose(line.GetValue(name)!, line.GetValue(lots)!);
            var without = (line.GetValue(leftOut) ?? []).Select(l => l.Split('=', 2)).Select(l => new LeftOutLot(l[0], l[1])).ToList();
            var frozen = sets.Freeze(proposed, line.GetValue(Reason.Option)!, without, line.GetValue(count) ?? [], signer);
            work.Commit();
            Show(line, work, [frozen]);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Show()
    {
        var name = new Argument<string?>("NAME") { Description = "One set only; with its versions compared.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("show", "Show frozen reference sets with their limits, and what changed between versions.") { name };
        command.SetAction(line => CommandContext.Run(line, work =>
        {
            var store = new ReferenceSetStore(work);
            var sets = line.GetValue(name) is { } named ? store.Versions(named) : store.All();
            if (sets.Count == 0 && line.GetValue(name) is { } missing)
                throw new ReferenceSetRefusedException($"There is no reference set \"{missing}\".");
            Show(line, work, sets);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Argument<string[]> Lots() => new("LOT")
    {
        Description = "The lots of the set, or one lot for the first comparable ones.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static void Show(ParseResult line, LabWork work, IReadOnlyList<ReferenceSet> sets)
    {
        var historical = new HistoricalLotStore(work).All().Select(l => l.LotNumber).ToHashSet(StringComparer.Ordinal);
        if (line.GetValue(CommandContext.Json))
            Answer.Json(new { reference_sets = sets.Select(s => ToJson(s, historical)) });
        else if (sets.Count == 0)
            Answer.Tell("No reference set is frozen yet. Freeze one with `labqc reference-set freeze NAME LOT… --reason TEXT`.");
        else
            Print(sets, historical);
    }

    private static object ToJson(ReferenceSet set, HashSet<string> historical) => new
    {
        set.Name,
        set.Version,
        set.Kind.Product,
        set.Kind.IsolationMethod,
        set.Kind.SetUp,
        set.Lots,
        historical_not_verified = set.Lots.Where(historical.Contains),
        left_out = set.LeftOut.Select(l => new { l.Lot, l.Reason }),
        set.Charted,
        set.Counted,
        limits = set.Limits.Select(l => new { l.Attribute, scale = l.Scale.ToString().ToLowerInvariant(), l.N, l.Centre, l.Sigma, l.Sd }),
        set.Reason,
        frozen_at = set.IsFrozen ? set.FrozenAt : null,
        frozen_by = set.IsFrozen ? set.FrozenBy : null,
    };

    private static void Print(IReadOnlyList<ReferenceSet> sets, HashSet<string> historical)
    {
        ReferenceSet? before = null;
        foreach (var set in sets)
        {
            Answer.Say(set.IsFrozen
                ? $"{set.Name} version {set.Version}, frozen by {set.FrozenBy} at {set.FrozenAt}: {set.Reason}"
                : "Proposed, not stored");
            Answer.Say($"{set.Kind.Product}, {set.Kind.IsolationMethod}, {set.Kind.SetUp}; {set.Lots.Count} lots: {string.Join(", ", set.Lots.Select(l => historical.Contains(l) ? $"{l} ({HistoricalLot.Mark})" : l))}");
            foreach (var left in set.LeftOut)
                Answer.Say($"Left out: {left.Lot}: {left.Reason}");
            if (before is not null && before.Name == set.Name)
                Answer.Say($"Since version {before.Version}: added {Names(set.Lots.Except(before.Lots))}; removed {Names(before.Lots.Except(set.Lots))}");
            var table = Answer.Table("Attribute", "Scale", "Lots", "Centre", "Sigma", "SD", "Charted");
            foreach (var l in set.Limits)
                table.Row(l.Attribute, l.Scale.ToString().ToLowerInvariant(), $"{l.N}", Number(l.Centre), Number(l.Sigma), Number(l.Sd), set.Charted.Contains(l.Attribute) ? "yes" : "");
            Answer.Out.Write(table);
            before = set;
        }
    }

    private static string Names(IEnumerable<string> lots) => string.Join(", ", lots.DefaultIfEmpty("none"));

    private static string Number(double? value) => value?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) ?? "–";
}
