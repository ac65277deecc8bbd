using System.Globalization;

namespace LabQc.Web.Downloads;

/// <summary>Days in addresses.</summary>
internal static class QueryDay
{
    /// <summary>The day that an address names; null where it names none, or none that can be, which is put to the problems.</summary>
    public static DateOnly? Read(IQueryCollection query, string name, ICollection<string> problems)
    {
        var text = query[name].ToString().Trim();
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        problems.Add($"A day is written as 2026-03-05; \"{text}\" is none, so it was left out.");
        return null;
    }

    /// <summary>The moment at which a day begins in a zone.</summary>
    public static DateTimeOffset Begins(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Where the clocks are put forward at midnight, the day begins an hour later.
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(30);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}
