using System.Net;
using LabQc.People;
using LabQc.Web.Access;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Access;

/// <summary>Every route, with every role, at every stage of a lot, held against the permission table.</summary>
public sealed class RouteSweepTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    private const string Lot = "MSC-UC-2411A";

    [Fact]
    public async Task Every_route_says_which_action_it_is_for_or_is_open_to_all() =>
        Assert.Equal("", string.Join('\n', (await LabRoute.All(demonstration.Laboratory)).Where(r => !r.IsListed).Select(r => $"{r.Method} {r.Pattern} {r.Handler}")));

    [Fact]
    public async Task Only_signing_in_and_what_explains_failures_is_open_to_all() =>
        Assert.Equal(["/activate/{code?}", "/failed", "/sign-in", "/start"], (await LabRoute.All(demonstration.Laboratory)).Where(r => r.IsOpen).Select(r => r.Pattern).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Without_a_session_pages_lead_to_signing_in_and_the_interface_answers_401()
    {
        using var nobody = demonstration.Laboratory.Client();
        foreach (var route in (await LabRoute.All(demonstration.Laboratory)).Where(r => !r.IsOpen && r.Method == "GET" && !r.Pattern.StartsWith("/api", StringComparison.Ordinal)))
        {
            var answer = await nobody.GetAsync(Address(route), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/sign-in?back=", StringComparison.Ordinal), $"{route.Pattern}: {answer.StatusCode} {answer.Headers.Location}");
        }
        foreach (var address in (string[])["/api", "/api/", "/api/batches", "/api/batches/X-1?y=1"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("technician")]
    [InlineData("qa-manager")]
    [InlineData("auditor")]
    [InlineData("administrator")]
    public async Task What_a_role_is_refused_is_what_the_permission_table_refuses(string word)
    {
        var role = RoleWords.Parse(word)!.Value;
        using var person = await SignedInClient.InRole(demonstration.Laboratory, word);
        var wrong = new List<string>();
        foreach (var route in (await LabRoute.All(demonstration.Laboratory)).Where(r => !r.IsOpen && r.Pattern != "/sign-out"))
        {
            foreach (var stage in route.IsAboutALot ? LotStages.OfLots : [LotStage.None])
            {
                if (stage != LotStage.None)
                    demonstration.Put(Lot, stage);
                var answer = route.Method == "GET" ? await person.Get(Address(route)) : await person.Post(Address(route));
                var refused = answer.StatusCode == HttpStatusCode.Forbidden;
                var expected = !route.Actions.Any(action => Gate.Allows([role], action, stage));
                if (refused != expected || answer.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.Unauthorized)
                    wrong.Add($"{word} at {stage}: {route.Method} {route.Pattern} {route.Handler} answers {(int)answer.StatusCode}, the table {(expected ? "refuses" : "allows")} it");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_sweep_meets_every_action_that_is_about_a_lot_at_a_stage_where_it_is_allowed_and_at_one_where_it_is_not()
    {
        foreach (var permission in PermissionTable.Entries.Where(p => p.Stages is not [LotStage.None]))
            Assert.Contains(LotStages.OfLots, stage => Gate.Allows([permission.Roles[0]], permission.Action, stage));
        Assert.DoesNotContain(LotStages.OfLots, stage => Gate.Allows([Role.Auditor], LabAction.ReleaseLot, stage));
    }

    private static string Address(LabRoute route)
    {
        var address = route.Pattern.Replace("{lot}", Lot, StringComparison.Ordinal);
        address = System.Text.RegularExpressions.Regex.Replace(address, @"/\{[^}]*\?\}", "");
        address = System.Text.RegularExpressions.Regex.Replace(address, @"\{\*\*[^}]*\}", "anything");
        address = System.Text.RegularExpressions.Regex.Replace(address, @"\{[^}]*\}", "1");
        return route.Handler is null ? address : $"{address}?handler={route.Handler}";
    }
}
