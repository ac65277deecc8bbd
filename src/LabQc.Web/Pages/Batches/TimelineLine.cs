using LabQc.Review;

namespace LabQc.Web.Pages.Batches;

/// <summary>One thing that happened to the lot, with its mark.</summary>
internal sealed record TimelineLine(TimelineEntry Entry, string Mark, string Colour, string Address)
{
    /// <summary>All that happened, newest first.</summary>
    public static IReadOnlyList<TimelineLine> Of(IReadOnlyList<TimelineEntry> entries, bool mayReadTrail) => [.. entries.Select(e =>
    {
        var (mark, colour) = Look(e.Kind);
        return new TimelineLine(e, mark, colour, mayReadTrail ? $"/audit/{e.Sequence}" : "");
    })];

    private static (string Mark, string Colour) Look(TimelineKind kind) => kind switch
    {
        TimelineKind.Registered => ("i-ring", ""),
        TimelineKind.Measured or TimelineKind.Attached => ("i-file", ""),
        TimelineKind.Corrected or TimelineKind.Excluded or TimelineKind.Included => ("i-pen", ""),
        TimelineKind.Submitted or TimelineKind.Verified or TimelineKind.AuditTrailReviewed => ("i-sign", ""),
        TimelineKind.Released => ("i-sign", "ok"),
        TimelineKind.Rejected or TimelineKind.Recalled => ("i-sign", "fail"),
        TimelineKind.Invalidated => ("v-fail", "fail"),
        TimelineKind.Returned or TimelineKind.Held => ("i-warn", ""),
        TimelineKind.ThirdParty => ("i-link", ""),
        _ => ("i-dot", ""),
    };
}
