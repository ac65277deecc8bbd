using System.Globalization;

namespace LabQc.Database;

/// <summary>How times stand in the registry: UTC text of fixed width, which sorts as it compares.</summary>
public static class FixedWidthTime
{
    internal const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>A time as text, such as <c>2026-03-02T09:15:00.0000000Z</c>.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
