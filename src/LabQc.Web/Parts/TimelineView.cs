using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Parts;

/// <summary>What kind of thing happened; it chooses the mark.</summary>
public enum TimelineKind
{
    Noted,
    Begun,
    Entered,
    Corrected,
    File,
    Signature,
    Judged,
    Excluded,
    Refused,
}

/// <summary>One thing that happened.</summary>
public sealed record TimelineLine
{
    public required DateTimeOffset At { get; init; }

    public TimelineKind Kind { get; init; }

    /// <summary>A sentence that begins with what was done, its parts already encoded, without a full stop.</summary>
    public required IHtmlContent Sentence { get; init; }

    /// <summary>What stood before a correction, as it was written.</summary>
    public string? Before { get; init; }

    /// <summary>What stands since.</summary>
    public string? After { get; init; }

    public string? Reason { get; init; }
}

/// <summary>All that happened, the newest first.</summary>
public static class TimelineView
{
    /// <summary>The timeline.</summary>
    /// <param name="lines">The newest first.</param>
    /// <param name="zone">The laboratory's zone.</param>
    /// <param name="now">The present: what is of today says so.</param>
    /// <param name="narrow">With the time under the sentence, for a side column.</param>
    public static IHtmlContent Of(IEnumerable<TimelineLine> lines, TimeZoneInfo zone, DateTimeOffset now, bool narrow = false) =>
        Element.Of("ol", lines.Select(line => Line(line, zone, now))).Classed(narrow ? "line narrow" : "line");

    private static IHtmlContent Line(TimelineLine line, TimeZoneInfo zone, DateTimeOffset now)
    {
        var (icon, tone) = Mark(line.Kind);
        var change = Change(line);
        var reason = string.IsNullOrWhiteSpace(line.Reason) ? null : Element.All(change is null ? ". " : " ", Element.Of("span", line.Reason).Classed("soft"));
        return Element.Of(
            "li",
            TimeView.Of(line.At, zone, TimeMode.Recent, now),
            Icon.Of(icon, tone),
            Element.Of("div", line.Sentence, change, reason));
    }

    private static IHtmlContent? Change(TimelineLine line)
    {
        if (line.Before is null && line.After is null)
            return null;
        var before = line.Before is null ? null : Element.Of("del", Element.Of("span", "before ").Classed("sr"), line.Before);
        var after = line.After is null ? null : Element.Of("ins", Element.Of("span", "after ").Classed("sr"), line.After);
        return Element.All(": ", before, before is null || after is null ? null : " ", after, ".");
    }

    private static (string Icon, string? Tone) Mark(TimelineKind kind) => kind switch
    {
        TimelineKind.Begun => ("i-ring", null),
        TimelineKind.Corrected => ("i-pen", null),
        TimelineKind.File => ("i-file", null),
        TimelineKind.Signature => ("i-sign", "ok"),
        TimelineKind.Judged => ("i-scale", null),
        TimelineKind.Excluded => ("i-out", null),
        TimelineKind.Refused => ("v-fail", "fail"),
        _ => ("i-dot", null),
    };
}
