using System.Globalization;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Batches;

/// <summary>Times of the registry in the laboratory's zone.</summary>
internal sealed class LotTimes(TimeZoneInfo zone, DateTimeOffset now)
{
    /// <summary>As 2026-03-05 14:06.</summary>
    public string Full(string utc) => Local(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As today 08:12, yesterday 16:40, 4 Mar 14:31 or, from another year, 4 Mar 2025.</summary>
    public string Near(string utc) => TimeView.Recent(Local(utc), TimeZoneInfo.ConvertTime(now, zone));

    /// <summary>As 2026-03-05 07:12:44 UTC.</summary>
    public static string Utc(string utc) => TimeView.Read(utc).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Now, with the zone's offset, as 2026-03-05 14:06 (UTC+01:00).</summary>
    public string Now()
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        return local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + (local.Offset == TimeSpan.Zero ? " UTC" : $" (UTC{local.ToString("zzz", CultureInfo.InvariantCulture)})");
    }

    private DateTimeOffset Local(string utc) => TimeZoneInfo.ConvertTime(TimeView.Read(utc), zone);
}
