using LabQc.Web.Parts;

namespace LabQc.Web.Tests.Parts;

public sealed class TimeViewTest
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTimeOffset Late = new(2026, 3, 5, 23, 30, 10, TimeSpan.Zero);

    [Theory]
    [InlineData(TimeMode.Minute, "2026-03-06 00:30", "2026-03-05T23:30:10Z")]
    [InlineData(TimeMode.Day, "2026-03-06", "2026-03-06")]
    [InlineData(TimeMode.Utc, "2026-03-05 23:30:10", "2026-03-05T23:30:10Z")]
    [InlineData(TimeMode.Signature, "2026-03-05 23:30:10 UTC (2026-03-06 00:30 UTC+1)", "2026-03-05T23:30:10Z")]
    public void A_moment_is_shown_in_the_laboratorys_zone_and_holds_itself_exactly(TimeMode mode, string words, string exact)
    {
        var time = Shown.Of(TimeView.Of(Late, Berlin, mode)).QuerySelector("time")!;

        Assert.Equal(words, time.TextContent);
        Assert.Equal(exact, time.GetAttribute("datetime"));
    }

    [Theory]
    [InlineData(0, "today 00:30")]
    [InlineData(1, "yesterday 00:30")]
    [InlineData(2, "6 Mar 00:30")]
    [InlineData(400, "6 Mar 2026")]
    public void What_is_recent_is_told_from_today(int daysLater, string words) =>
        Assert.Equal(words, Shown.Of(TimeView.Of(Late, Berlin, TimeMode.Recent, Late.AddDays(daysLater))).TextContent);

    [Theory]
    [InlineData(0, 0, "UTC")]
    [InlineData(1, 0, "UTC+1")]
    [InlineData(5, 30, "UTC+5:30")]
    [InlineData(-3, -30, "UTC\u22123:30")]
    public void A_zone_is_named_by_its_distance_from_UTC(int hours, int minutes, string words) =>
        Assert.Equal(words, TimeView.Zone(new TimeSpan(hours, minutes, 0)));

    [Fact]
    public void A_time_of_the_registry_is_read_as_UTC() =>
        Assert.Equal(Late, TimeView.Read("2026-03-05T23:30:10.0000000Z"));

    [Fact]
    public void A_signature_in_UTC_names_no_second_zone() =>
        Assert.Equal("2026-03-05 23:30:10 UTC", Shown.Of(TimeView.Of(Late, TimeZoneInfo.Utc, TimeMode.Signature)).TextContent);
}
