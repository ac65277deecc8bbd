using System.Globalization;

namespace LabQc.Web.Pages.AuditTrail;

/// <summary>Times and hashes as the audit trail shows them.</summary>
internal static class Moments
{
    /// <summary>A recorded time as 2026-03-05 13:06:10, UTC; a text that is no time as it is.</summary>
    public static string Utc(string recorded) =>
        DateTimeOffset.TryParse(recorded, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? Utc(at) : recorded;

    /// <summary>A time as 2026-03-05 13:06:10, UTC.</summary>
    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A recorded time in a zone, as 2026-03-05 14:06:10.</summary>
    public static string Here(string recorded, TimeZoneInfo zone) =>
        DateTimeOffset.TryParse(recorded, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : recorded;

    /// <summary>The two ends of a hash.</summary>
    public static string Ends(string hash) => hash.Length > 12 ? $"{hash[..4]}…{hash[^4..]}" : hash;
}
