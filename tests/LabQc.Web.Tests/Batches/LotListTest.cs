using System.Net;
using System.Text.RegularExpressions;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Batches;

/// <summary>The list of lots.</summary>
public sealed partial class LotListTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    [Fact]
    public async Task It_shows_lots_newest_isolation_first_with_their_criteria()
    {
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "technician");

        var page = await person.Read("/batches");
        var dates = IsolatedOn().Matches(page).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(8, dates.Count);
        Assert.Equal(dates.OrderDescending(), dates);
        Assert.Contains("href=\"/batches/MSC-UC-2610A\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"strip\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/batches/new\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_holds_for_the_list_for_the_table_to_take_away_and_for_the_form()
    {
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var page = WebUtility.HtmlDecode(await person.Read("/batches?product=MSC-EV&method=ultracentrifugation&from=2026-01-01"));

        Assert.Single(IsolatedOn().Matches(page));
        Assert.Contains("href=\"/batches.csv?product=MSC-EV&method=ultracentrifugation&from=2026-01-01\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-01-01\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"MSC-EV\" selected=\"selected\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_matches_nothing_is_said_and_close_numbers_are_offered()
    {
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var close = await person.Read("/batches?lot=MSC-UC-2601A");
        var hostile = await person.Read("/batches?lot=" + Uri.EscapeDataString("<script>alert(1)</script>"));

        Assert.Contains("href=\"/batches/MSC-UC-2610A\"", close, StringComparison.Ordinal);
        Assert.Contains("Clear the search", hostile, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", hostile, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/batches?from=yesterday&older=x&newer=2026-99-99~A")]
    [InlineData("/batches?state=nowhere")]
    [InlineData("/batches?verdict=' OR 1=1")]
    public async Task What_makes_no_sense_does_no_harm(string address)
    {
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        await person.Read(address);
    }

    [GeneratedRegex("<td><time datetime=\"(\\d{4}-\\d\\d-\\d\\d)\"")]
    private static partial Regex IsolatedOn();
}
