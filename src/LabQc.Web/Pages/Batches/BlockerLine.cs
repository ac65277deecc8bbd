using LabQc.People;
using LabQc.Review;

namespace LabQc.Web.Pages.Batches;

/// <summary>One thing that stands between the lot and its release, and where it is cured.</summary>
internal sealed record BlockerLine
{
    public required string Words { get; init; }
    public string? Detail { get; init; }
    /// <summary>The mark's symbol and the class of its colour.</summary>
    public required string Mark { get; init; }
    public required string Colour { get; init; }
    public string? LinkWords { get; init; }
    /// <summary>Where it is cured; null where the person cannot go there.</summary>
    public string? Address { get; init; }

    /// <summary>Everything in the way, in the order in which it is done.</summary>
    public static IReadOnlyList<BlockerLine> Of(LotReading reading, Person? decider, IReadOnlyList<CriterionGroup> criteria, Func<LabAction, bool> may) =>
        [.. ReleaseBlockers.Of(reading.Work, reading.Lot, decider).Select(b => Line(b, reading, criteria, may))];

    private static BlockerLine Line(Blocker blocker, LotReading reading, IReadOnlyList<CriterionGroup> criteria, Func<LabAction, bool> may)
    {
        var (mark, colour) = Look(blocker.Kind);
        var place = Place(blocker, reading, criteria, may);
        return new BlockerLine
        {
            Words = blocker.Words,
            Detail = Criterion(blocker, criteria) is { Reason.Length: > 0 } line ? line.Reason : blocker.Detail,
            Mark = mark,
            Colour = colour,
            LinkWords = place is null ? null : place.StartsWith('#') ? "see the criterion" : blocker.Needs,
            Address = place,
        };
    }

    private static CriterionLine? Criterion(Blocker blocker, IReadOnlyList<CriterionGroup> criteria) =>
        blocker.Attribute is { } attribute ? criteria.SelectMany(g => g.Lines).FirstOrDefault(l => l.Answer.Attribute == attribute && l.Verdict is not ("conforms" or "reported")) : null;

    private static (string Mark, string Colour) Look(BlockerKind kind) => kind switch
    {
        BlockerKind.DoesNotConform => ("v-fail", "fail"),
        BlockerKind.Inconclusive => ("v-inc", "warn"),
        BlockerKind.ResultMissing or BlockerKind.NotEvaluated => ("v-miss", "none"),
        BlockerKind.OnHold or BlockerKind.VerificationOutdated or BlockerKind.AuditTrailOutdated or BlockerKind.OwnWork or BlockerKind.NotPermitted => ("i-warn", "warn"),
        _ => ("i-ring", "none"),
    };

    private static string? Place(Blocker blocker, LotReading reading, IReadOnlyList<CriterionGroup> criteria, Func<LabAction, bool> may)
    {
        string? Open(LabAction action, string below) => may(action) ? reading.Address(below) : null;
        var criterion = Criterion(blocker, criteria) is { } line ? "#" + line.Id : null;
        return blocker.Kind switch
        {
            BlockerKind.NotSubmitted => Open(LabAction.SubmitLot, "/submit"),
            BlockerKind.NotVerified or BlockerKind.VerificationOutdated => Open(LabAction.VerifyLot, "/verify"),
            BlockerKind.AuditTrailNotReviewed or BlockerKind.AuditTrailOutdated => Open(LabAction.ReviewAuditTrail, "/audit-review"),
            BlockerKind.OnHold => Open(LabAction.HoldLot, "/hold"),
            BlockerKind.NotEvaluated => may(LabAction.EvaluateLot) ? "#evaluations" : null,
            BlockerKind.ResultMissing => Open(LabAction.EnterResults, "/results") ?? criterion,
            BlockerKind.Inconclusive => may(LabAction.ImportFiles) ? $"/import?lot={Uri.EscapeDataString(reading.Lot)}" : may(LabAction.ReturnLot) ? reading.Address("/return") : criterion,
            BlockerKind.DoesNotConform => criterion,
            _ => null,
        };
    }
}
