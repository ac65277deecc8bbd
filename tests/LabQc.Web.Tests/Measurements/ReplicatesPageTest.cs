using System.Net;
using LabQc.AuditTrail;
using LabQc.Measurements;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Measurements;

/// <summary>Leaving a replicate out by two people, both verdicts side by side.</summary>
public sealed class ReplicatesPageTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    private const string Lot = "MSC-UC-2610A";
    private const string Address = $"/batches/{Lot}/replicates";

    [Fact]
    public async Task After_a_verdict_one_person_proposes_and_another_confirms_and_both_verdicts_are_shown()
    {
        using var mira = await SignedInClient.InRole(demonstration.Laboratory, "technician");
        using var elena = await SignedInClient.InRole(demonstration.Laboratory, "qa-manager");
        var first = First();
        Assert.Contains("needs a second person", await mira.Read(Address), StringComparison.Ordinal);

        var unreasoned = await Exclude(mira, first, "");
        var proposed = await Exclude(mira, first, "Air bubble <b>seen</b> in the video.");
        var waiting = WebUtility.HtmlDecode(await elena.Read(Address));
        var own = await mira.Read(Address);
        var alone = await mira.Post($"{Address}?handler=Confirm", ("Number", "1"), ("AnswerReason", "sure"));
        Assert.True(First().Included);
        var confirmed = await elena.Post($"{Address}?handler=Confirm", ("Number", "1"), ("AnswerReason", "Seen in the video too."));
        var late = await elena.Post($"{Address}?handler=Decline", ("Number", "1"), ("AnswerReason", "no"));
        var page = await elena.Read(Address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
        Assert.Contains("Waits for a second person", waiting, StringComparison.Ordinal);
        Assert.Contains("As it stands, with it", waiting, StringComparison.Ordinal);
        Assert.Contains("Without it", waiting, StringComparison.Ordinal);
        Assert.Contains("another person confirms or declines it", own, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>seen</b>", own, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.False(First().Included);
        Assert.Contains("The verdict with and without", page, StringComparison.Ordinal);
        Assert.Contains("Seen in the video too.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_reads_is_offered_nothing()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var page = await auditor.Read("/batches/MSC-UC-2411A/replicates");

        Assert.DoesNotContain("Leave out", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Post("/batches/MSC-UC-2411A/replicates?handler=Decide")).StatusCode);
    }

    [Fact]
    public async Task Instruments_tell_their_range_and_their_bead_checks()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        var all = WebUtility.HtmlDecode(await auditor.Read("/instruments"));
        var one = WebUtility.HtmlDecode(await auditor.Read("/instruments/NTA-1"));

        Assert.Contains("href=\"/instruments/NTA-1\"", all, StringComparison.Ordinal);
        Assert.Contains("Bead checks", one, StringComparison.Ordinal);
        Assert.Contains("raw file", one, StringComparison.Ordinal);
        Assert.DoesNotContain("Import a bead check", one, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await auditor.Get("/instruments/NONE")).StatusCode);
    }

    private static Task<HttpResponseMessage> Exclude(SignedInClient person, Replicate replicate, string reason) => person.Post(
        $"{Address}?handler=Decide", ("replicate", FormattableString.Invariant($"{replicate.Sha256}-{replicate.Entry}-{replicate.Ordinal}")), ("WasIncluded", "true"), ("Reason", reason));

    private Replicate First()
    {
        using var work = demonstration.Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        return new MeasurementStore(work).OfLot(Lot)[0].Runs[0].Replicates[0];
    }
}
