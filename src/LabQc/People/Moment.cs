using System.Globalization;
using LabQc.AuditTrail;
using LabQc.Database;

namespace LabQc.People;

/// <summary>Times as this room compares them and says them.</summary>
internal static class Moment
{
    /// <summary>The time now, by the clock of a unit of work.</summary>
    public static DateTimeOffset Of(LabWork work) =>
        DateTimeOffset.ParseExact(work.Now(), FixedWidthTime.Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A time for a message, with its zone.</summary>
    public static string Words(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
