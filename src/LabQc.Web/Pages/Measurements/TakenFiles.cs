using LabQc.AuditTrail;
using LabQc.Evaluation;
using LabQc.Measurements;
using LabQc.Units;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Measurements;

/// <summary>What became of files that were taken: how many, of which lots, and how those are judged now.</summary>
internal sealed record TakenFiles
{
    public required int Count { get; init; }

    /// <summary>Why some were not taken, a sentence each.</summary>
    public required IReadOnlyList<string> Refused { get; init; }

    public required string Sentence { get; init; }

    /// <summary>Where one looks next; null where several lots were measured.</summary>
    public string? Address { get; init; }

    public string? Action { get; init; }

    /// <summary>Tells what was taken, and judges the lots anew that can be judged. Commits.</summary>
    public static TakenFiles Of(LabWork work, IReadOnlyList<IntakeResult> results)
    {
        var names = new StagedFileStore(work);
        var taken = results.Where(r => r.Outcome is not (IntakeOutcome.Refused or IntakeOutcome.HeldBack)).ToList();
        var lots = taken.Select(r => r.Row.Lot).OfType<string>().Distinct().ToList();
        var instruments = taken.Where(r => r.Row.Lot is null).Select(r => r.Row.Instrument).OfType<string>().Distinct().ToList();
        return new TakenFiles
        {
            Count = taken.Count,
            Refused = [.. results.Except(taken).Select(r => $"{names.Find(r.Row.File)?.FileName ?? r.Row.File}: {r.Problem}")],
            Sentence = $"{Counted(taken.Count)} taken into {string.Join(", ", taken.Select(r => r.MeasurementId ?? r.Row.Lot).Distinct())}. {Judged(work, lots)}".TrimEnd(),
            Address = lots is [var lot] ? LotLink.Address(lot) : lots.Count == 0 && instruments is [var code] ? $"/instruments/{Uri.EscapeDataString(code)}" : null,
            Action = lots.Count == 1 ? "Show lot" : lots.Count == 0 && instruments.Count == 1 ? "Show chart" : null,
        };
    }

    private static string Counted(int count) => count == 1 ? "1 file is" : $"{NumberView.Count(count)} files are";

    private static string Judged(LabWork work, IReadOnlyList<string> lots) => string.Join(" ", lots.Select(lot => Judged(work, lot)));

    private static string Judged(LabWork work, string lot)
    {
        try
        {
            var verdict = new LotEvaluator(work).Evaluate(lot, specification: null).Verdict;
            work.Commit();
            return $"{lot} {Words(VerdictWords.OfLot(verdict))}.";
        }
        catch (RefusalException refused)
        {
            work.Session.Rollback();
            return $"{lot} is not judged yet: {refused.Message}";
        }
    }

    private static string Words(LotVerdict verdict) => verdict switch
    {
        LotVerdict.Conforms => "conforms",
        LotVerdict.DoesNotConform => "does not conform",
        LotVerdict.Incomplete => "is incomplete: results are still missing",
        _ => "is inconclusive",
    };
}
