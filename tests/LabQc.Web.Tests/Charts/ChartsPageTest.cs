using System.Net;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Charts;

/// <summary>Charts over the lots of a kind.</summary>
public sealed class ChartsPageTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    [Theory]
    [InlineData("/charts")]
    [InlineData("/charts?kind=ewma")]
    [InlineData("/charts?kind=capability&attribute=size.d50")]
    [InlineData("/charts?kind=capability&attribute=size.mode")]
    [InlineData("/charts?kind=methods")]
    [InlineData("/charts?kind=t2")]
    [InlineData("/charts?product=nobody&method=nothing&setup=none&attribute=identity.cd9&kind=pie")]
    public async Task Every_kind_has_a_title_a_message_and_no_style_of_its_own(string address)
    {
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var page = await person.Read(address);

        Assert.Contains("<h1>Charts</h1>", page, StringComparison.Ordinal);
        Assert.Contains("class=\"soft\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_than_eight_lots_stand_in_a_plain_table_without_limits()
    {
        using var person = await SignedInClient.InRole(demonstration.Laboratory, "technician");

        var page = WebUtility.HtmlDecode(await person.Read("/charts?product=MSC-EV&method=ultracentrifugation"));

        Assert.Contains("too few for limits", page, StringComparison.Ordinal);
        Assert.Contains("MSC-UC-2411A", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"chart drawn\"", page, StringComparison.Ordinal);
    }
}
