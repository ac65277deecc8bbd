using LabQc.Consistency;
using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.Review;
using LabQc.Specifications;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Pages.Review;

/// <summary>What comes next for a lot of the queue.</summary>
/// <param name="Words">The words of a button, or of a remark where there is no address.</param>
/// <param name="Address">Where the button leads.</param>
/// <param name="Note">What more there is to know.</param>
internal sealed record NextStep(string Words, string? Address = null, string? Note = null);

/// <summary>One lot of the review queue as it is shown.</summary>
internal sealed record QueueRow
{
    public required ReviewLine Line { get; init; }
    /// <summary>How long the lot waits, as 12 d.</summary>
    public required string Waits { get; init; }
    public required string Method { get; init; }
    public IHtmlContent? Strip { get; init; }
    /// <summary>The distance to the reference set as a bar, and in numbers.</summary>
    public required IHtmlContent Bar { get; init; }
    public required IHtmlContent Distance { get; init; }
    /// <summary>The z that is farthest from 0, with its sign; a dash where there is none.</summary>
    public string LargestZ { get; init; } = Figures.None;
    /// <summary>Which attribute it is of.</summary>
    public string OfAttribute { get; init; } = "";
    public required NextStep Next { get; init; }

    /// <summary>The row of a lot.</summary>
    /// <param name="line">The lot.</param>
    /// <param name="definitions">Names of methods and attributes.</param>
    /// <param name="comparison">The lot beside its reference set; null where it cannot be compared.</param>
    /// <param name="now">The present.</param>
    public static QueueRow Of(ReviewLine line, Definitions definitions, ConsistencyAnswer? comparison, DateTimeOffset now)
    {
        var largest = comparison?.Attributes.Where(a => a.Z is { } z && double.IsFinite(z)).MaxBy(a => Math.Abs(a.Z!.Value));
        return new QueueRow
        {
            Line = line,
            Waits = Duration(now - TimeView.Read(line.WaitsSince)),
            Method = definitions.IsolationMethods.LastOrDefault(m => m.Code == line.IsolationMethod)?.Name ?? line.IsolationMethod,
            Strip = StripOf(line, new AttributeCatalogue(definitions.Attributes)),
            Bar = DistanceBar.Of(comparison?.Distribution.DistanceNm, comparison?.Distribution.LimitNm, comparison?.Verdict ?? ConsistencyVerdict.NotJudged),
            Distance = DistanceBar.Words(comparison?.Distribution.DistanceNm, comparison?.Distribution.LimitNm),
            LargestZ = Figures.Signed(largest?.Z, 1),
            OfAttribute = largest is null ? "" : AttributeNames.Of(largest.Attribute),
            Next = NextOf(line),
        };
    }

    /// <summary>A time that passed, in its largest unit.</summary>
    public static string Duration(TimeSpan passed) => passed switch
    {
        { TotalDays: >= 1 } => $"{NumberView.Count((long)passed.TotalDays)}\u00A0d",
        { TotalHours: >= 1 } => $"{NumberView.Count((long)passed.TotalHours)}\u00A0h",
        _ => $"{NumberView.Count(Math.Max(0, (long)passed.TotalMinutes))}\u00A0min",
    };

    private static IHtmlContent? StripOf(ReviewLine line, AttributeCatalogue catalogue)
    {
        if (line.Answer is null)
            return null;
        var criteria = RecordedAnswer.Of(line.Answer).Criteria
            .Select(c => (Attribute: catalogue.Find(c.Attribute), Verdict: VerdictWords.OfCriterion(c.Verdict)))
            .Where(c => c.Attribute is not null)
            .Select(c => (c.Attribute!, c.Verdict));
        return CriteriaStrip.Of([.. criteria]);
    }

    private static NextStep NextOf(ReviewLine line)
    {
        string At(string below) => LotLink.Address(line.LotNumber) + below;
        if (line.Kind == ReviewLineKind.CorrectedSinceDecision)
            return line.ViewerWorkedOnIt
                ? new NextStep("You worked on it", Note: "another QA manager reviews the correction")
                : new NextStep("Review the correction", At("/audit-review"), $"{line.Disposition}, then corrected");
        if (line.ViewerWorkedOnIt)
            return new NextStep("You worked on it", Note: "another QA manager decides");
        if (line.HoldReason is { } hold)
            return new NextStep("Lift the hold", At("/hold"), hold);
        if (line.WorkState == "submitted")
            return new NextStep("Verify", At("/verify"), "waits for the second person");
        if (line.Missing.FirstOrDefault(b => b.Kind == BlockerKind.ExclusionPending) is not null)
            return new NextStep("Confirm the exclusion", At("/replicates"));
        if (line.Missing.Any(b => b.Kind is BlockerKind.AuditTrailNotReviewed or BlockerKind.AuditTrailOutdated))
            return new NextStep("Review the trail", At("/audit-review"), Missing(line, 1));
        return new NextStep("Decide", At("/decide"), Missing(line, 0));
    }

    private static string? Missing(ReviewLine line, int but)
    {
        var failing = line.Missing.Count(b => b.Kind == BlockerKind.DoesNotConform);
        var others = line.Missing.Count - failing - but;
        string?[] parts =
        [
            failing == 0 ? null : $"{failing} {(failing == 1 ? "does" : "do")} not conform",
            others <= 0 ? null : $"{others} {(others == 1 ? "thing" : "things")} missing",
        ];
        var said = string.Join(", ", parts.OfType<string>());
        return said.Length == 0 ? null : said;
    }
}
