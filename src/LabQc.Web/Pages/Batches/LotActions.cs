using LabQc.People;
using LabQc.Review;

namespace LabQc.Web.Pages.Batches;

/// <summary>Something that the person can do with the lot, or could if it were not for a reason.</summary>
internal sealed record LotAction
{
    public required string Words { get; init; }
    public required string Address { get; init; }
    /// <summary>The single key that does it.</summary>
    public string? Key { get; init; }
    /// <summary>Whether it is the one main action of the page.</summary>
    public bool IsMain { get; init; }
    /// <summary>Why it cannot be done now; null where it can.</summary>
    public string? Blocked { get; init; }
}

/// <summary>What the person can do with the lot as it stands.</summary>
internal sealed record LotActions(IReadOnlyList<LotAction> Decisions, IReadOnlyList<LotAction> Bench)
{
    /// <summary>The actions that the permission table allows, the main one last among the decisions.</summary>
    /// <param name="reading">The lot.</param>
    /// <param name="may">Whether the table allows something at the lot's stage.</param>
    /// <param name="ownWork">What the person did on the lot; empty where nothing.</param>
    public static LotActions Of(LotReading reading, Func<LabAction, bool> may, IReadOnlyList<string> ownWork)
    {
        var decisions = Decided(reading, may, ownWork).ToList();
        // The last that is not blocked is the main one.
        var main = decisions.FindLastIndex(l => l.Blocked is null && l.Words is not ("Return to the bench" or "Put on hold" or "Lift the hold" or "Recall" or "Reject"));
        if (main >= 0)
            decisions[main] = decisions[main] with { IsMain = true };
        return new LotActions(decisions, [.. AtBench(reading, may)]);
    }

    private static IEnumerable<LotAction> Decided(LotReading reading, Func<LabAction, bool> may, IReadOnlyList<string> ownWork)
    {
        var worked = ownWork.Count == 0 ? null : $"You worked on this lot ({string.Join(", ", ownWork.Distinct().Take(3))}); somebody else does this.";
        if (may(LabAction.HoldLot))
            yield return Link(reading, reading.State.HoldReason is null ? "Put on hold" : "Lift the hold", "/hold");
        if (may(LabAction.RecallLot))
            yield return Link(reading, "Recall", "/recall", worked);
        if (may(LabAction.ReturnLot))
            yield return Link(reading, "Return to the bench", "/return");
        if (may(LabAction.SubmitLot))
            yield return Link(reading, "Submit for review", "/submit");
        if (may(LabAction.VerifyLot))
            yield return Link(reading, "Verify", "/verify", worked);
        if (may(LabAction.ReviewAuditTrail) && new ReviewStepStore(reading.Work).AuditTrail(reading.Lot).State != AuditTrailState.Reviewed)
            yield return Link(reading, "Review the audit trail", "/audit-review", worked);
        if (may(LabAction.ReleaseLot) || may(LabAction.RejectLot))
            yield return Link(reading, may(LabAction.ReleaseLot) ? "Sign a decision" : "Reject", "/decide", worked) with { Key = "s" };
    }

    private static IEnumerable<LotAction> AtBench(LotReading reading, Func<LabAction, bool> may)
    {
        if (may(LabAction.EnterResults))
            yield return Link(reading, "Enter results", "/results");
        if (may(LabAction.ImportFiles))
            yield return new LotAction { Words = "Import files", Address = $"/import?lot={Uri.EscapeDataString(reading.Lot)}", Key = "i" };
        if (may(LabAction.CorrectRecord))
            yield return Link(reading, "Correct the record", "/correct");
        if ((may(LabAction.ExcludeReplicate) || may(LabAction.ConfirmExclusion)) && reading.Measurements.Count > 0)
            yield return Link(reading, "Replicates", "/replicates");
        if (may(LabAction.InvalidateMeasurement))
            foreach (var measurement in reading.Measurements.Where(m => m.Invalidation is null))
                yield return Link(reading, $"Invalidate {measurement.Row.Name}", $"/measurements/{Uri.EscapeDataString(measurement.Row.Name)}/invalidate");
        if (may(LabAction.RecordValidation))
            yield return Link(reading, "Third party", "/validation");
    }

    private static LotAction Link(LotReading reading, string words, string below, string? blocked = null) =>
        new() { Words = words, Address = reading.Address(below), Blocked = blocked };
}
