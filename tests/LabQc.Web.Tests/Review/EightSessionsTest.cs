using System.Net;
using LabQc.People;
using LabQc.Review;
using static LabQc.Web.Tests.Review.ReviewedDemonstration;

namespace LabQc.Web.Tests.Review;

/// <summary>Eight people decide on one lot in the same moment, each in a browser.</summary>
public sealed class EightSessionsTest(ReviewedDemonstration demonstration) : IClassFixture<ReviewedDemonstration>
{
    [Fact]
    public async Task Of_eight_sessions_exactly_one_decides_and_seven_are_told_who_did()
    {
        const string lot = "MSC-UC-2411A";
        await demonstration.MakeReady(lot);
        var sessions = new List<(string PrintedName, Laboratories.SignedInClient Client, string Password, (string, string)[] Read)>();
        for (var i = 1; i <= 8; i++)
        {
            var printedName = $"Decider Number {i}";
            var (client, password) = await demonstration.Hire($"decider.{i}", printedName, Role.QaManager);
            sessions.Add((printedName, client, password, Carried(await client.Read($"/batches/{lot}/decide"))));
        }

        var answers = await Task.WhenAll(sessions.Select(async (s, i) =>
        {
            var answer = await s.Client.Post($"/batches/{lot}/decide",
                [.. s.Read, ("Decision", i % 2 == 0 ? "release" : "reject"), ("Reason", $"The reason of {s.PrintedName}."), ("Password", s.Password)]);
            return (s.PrintedName, answer.StatusCode, Text: await Text(answer));
        }));

        var winner = Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        var decision = Assert.Single(demonstration.Read(work => new DecisionStore(work).OfLot(lot)));
        Assert.Equal(winner.PrintedName, decision.DecidedBy);
        var told = answers.Where(a => a.PrintedName != winner.PrintedName).ToList();
        Assert.Equal(7, told.Count);
        Assert.All(told, a =>
        {
            Assert.Equal(HttpStatusCode.Conflict, a.StatusCode);
            Assert.Contains($"{winner.PrintedName} was first: {decision.Disposition}, signed", a.Text, StringComparison.Ordinal);
            Assert.Contains($"The reason of {a.PrintedName}.", a.Text, StringComparison.Ordinal);
        });
        Assert.Equal(3, demonstration.Signatures(lot).Count);
    }
}
