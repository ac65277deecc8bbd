using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Parts;

/// <summary>How a time is shown.</summary>
public enum TimeMode
{
    /// <summary>2026-03-05 14:06, in the laboratory's zone.</summary>
    Minute,

    /// <summary>2026-03-05, in the laboratory's zone.</summary>
    Day,

    /// <summary>2026-03-05 13:06:10, UTC, as the audit trail shows it.</summary>
    Utc,

    /// <summary>2026-03-05 13:06:10 UTC, with the laboratory's own time and zone behind it, as signatures show it.</summary>
    Signature,

    /// <summary>today 14:06, 4 Mar 14:31, 2 Mar 2025: in timelines.</summary>
    Recent,
}

/// <summary>Times as <c>&lt;time&gt;</c> elements that hold the exact moment.</summary>
public static class TimeView
{
    /// <summary>The element.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="zone">The laboratory's zone.</param>
    /// <param name="mode">How it is shown.</param>
    /// <param name="now">The present, which only <see cref="TimeMode.Recent"/> asks for.</param>
    public static IHtmlContent Of(DateTimeOffset at, TimeZoneInfo zone, TimeMode mode = TimeMode.Minute, DateTimeOffset? now = null)
    {
        var here = TimeZoneInfo.ConvertTime(at, zone);
        var exact = Write(at.ToUniversalTime(), "yyyy-MM-dd'T'HH:mm:ss'Z'");
        var words = mode switch
        {
            TimeMode.Day => Write(here, "yyyy-MM-dd"),
            TimeMode.Utc => Write(at.ToUniversalTime(), "yyyy-MM-dd HH:mm:ss"),
            TimeMode.Signature => Signature(at, here),
            TimeMode.Recent => Recent(here, TimeZoneInfo.ConvertTime(now ?? at, zone)),
            _ => Write(here, "yyyy-MM-dd HH:mm"),
        };
        return Element.Of("time", words).With("datetime", mode == TimeMode.Day ? words : exact);
    }

    /// <summary>A day without a time of day.</summary>
    public static IHtmlContent Of(DateOnly day)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Element.Of("time", text).With("datetime", text);
    }

    /// <summary>A zone at a moment, as <c>UTC+1</c>, <c>UTC−3:30</c> or <c>UTC</c>.</summary>
    public static string Zone(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
            return "UTC";
        var hours = Math.Abs(offset.Hours).ToString(CultureInfo.InvariantCulture);
        var minutes = offset.Minutes == 0 ? "" : ":" + Math.Abs(offset.Minutes).ToString("00", CultureInfo.InvariantCulture);
        return $"UTC{(offset < TimeSpan.Zero ? "−" : "+")}{hours}{minutes}";
    }

    /// <summary>The moment that the registry wrote as text.</summary>
    public static DateTimeOffset Read(string recorded) =>
        DateTimeOffset.Parse(recorded, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static string Signature(DateTimeOffset at, DateTimeOffset here)
    {
        var utc = Write(at.ToUniversalTime(), "yyyy-MM-dd HH:mm:ss") + " UTC";
        return here.Offset == TimeSpan.Zero ? utc : $"{utc} ({Write(here, here.Day == at.UtcDateTime.Day ? "HH:mm" : "yyyy-MM-dd HH:mm")} {Zone(here.Offset)})";
    }

    /// <summary>As today 08:12, yesterday 16:40, 4 Mar 14:31 or, from another year, 4 Mar 2025.</summary>
    /// <param name="at">The moment, in the laboratory's zone.</param>
    /// <param name="now">The present, in the same zone.</param>
    public static string Recent(DateTimeOffset at, DateTimeOffset now) => (now.Date - at.Date).Days switch
    {
        0 => "today " + Write(at, "HH:mm"),
        1 => "yesterday " + Write(at, "HH:mm"),
        _ when at.Year == now.Year => Write(at, "d MMM HH:mm"),
        _ => Write(at, "d MMM yyyy"),
    };

    private static string Write(DateTimeOffset at, string form) => at.ToString(form, CultureInfo.InvariantCulture);
}
