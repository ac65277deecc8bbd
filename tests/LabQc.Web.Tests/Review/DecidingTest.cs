using System.Net;
using LabQc.Review;
using LabQc.Web.Tests.Laboratories;
using static LabQc.Web.Tests.Review.ReviewedDemonstration;

namespace LabQc.Web.Tests.Review;

/// <summary>Releasing, rejecting and recalling on pages, signed.</summary>
public sealed class DecidingTest(ReviewedDemonstration demonstration) : IClassFixture<ReviewedDemonstration>
{
    private SignedInClient Elena => demonstration.QaManager;

    private string Password => demonstration.Password("qa-manager");

    [Fact]
    public async Task A_ready_lot_is_released_by_password_over_the_record_whose_hash_the_page_shows_and_recalled_later()
    {
        const string lot = "MSC-UC-2411A";
        await demonstration.MakeReady(lot);
        var page = await Elena.Read($"/batches/{lot}/decide");
        Assert.Contains("I have reviewed this record and release the lot.", page, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"current-password\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Release is blocked", page, StringComparison.Ordinal);

        var answer = await Elena.Post($"/batches/{lot}/decide", [.. Carried(page), ("Decision", "release"), ("Reason", "All in order."), ("Password", Password)]);

        Assert.Equal((HttpStatusCode.Redirect, $"/batches/{lot}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal("released", demonstration.State(lot).Disposition);
        var signature = demonstration.Signatures(lot)[^1];
        Assert.Contains(signature.DossierSha256, page, StringComparison.Ordinal);
        Assert.Equal(("approved", "Elena Varga", "All in order.", "password"), (signature.Meaning, signature.PrintedName, signature.Reason, signature.Authentication));
        Assert.Contains($"Lot {lot} is released, signed.", await Elena.Read($"/batches/{lot}"), StringComparison.Ordinal);

        await Sign(Elena, $"/batches/{lot}/recall", Password, ("Reason", "A complaint."));
        Assert.Equal("recalled", demonstration.State(lot).Disposition);
    }

    [Fact]
    public async Task A_blocked_release_is_disabled_and_lists_what_is_missing_with_the_way_there_and_the_core_refuses_it_by_url_too()
    {
        const string lot = "MSC-UC-2411B";
        await demonstration.Verified(lot);
        var page = await Elena.Read($"/batches/{lot}/decide");
        Assert.Contains("Release is blocked: 1 thing is missing", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/batches/{lot}/audit-review\"", page, StringComparison.Ordinal);
        Assert.Matches("id=\"decide-release\"[^>]*disabled", page);

        var answer = await Elena.Post($"/batches/{lot}/decide", [.. Carried(page), ("Decision", "release"), ("Reason", "All the same."), ("Password", Password)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The audit trail of this lot is not reviewed", await Text(answer), StringComparison.Ordinal);
        Assert.Equal("quarantined", demonstration.State(lot).Disposition);
    }

    [Fact]
    public async Task A_wrong_password_keeps_all_other_input_says_how_many_attempts_are_left_and_decides_nothing()
    {
        const string lot = "MSC-SEC-2411A";
        var (client, password) = await demonstration.Hire("qa.forgetful", "Quentin Forget", LabQc.People.Role.QaManager);
        demonstration.Submit(lot);
        var page = await client.Read($"/batches/{lot}/decide");

        var wrong = await client.Post($"/batches/{lot}/decide", [.. Carried(page), ("Decision", "reject"), ("Reason", "<b>Thawed</b> twice."), ("Password", "not mine")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var raw = await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("The password is wrong. 4 attempts are left", raw, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Thawed&lt;/b&gt; twice.", raw, StringComparison.Ordinal);
        Assert.Matches("id=\"decide-reject\"[^>]*checked", raw);
        Assert.DoesNotContain("not mine", raw, StringComparison.Ordinal);
        Assert.Equal("quarantined", demonstration.State(lot).Disposition);

        var right = await client.Post($"/batches/{lot}/decide", [.. Carried(raw), ("Decision", "reject"), ("Reason", "Thawed twice."), ("Password", password)]);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal("rejected", demonstration.State(lot).Disposition);
    }

    [Fact]
    public async Task Without_a_choice_a_reason_or_a_password_nothing_is_decided_and_each_is_said_beside_its_field()
    {
        const string lot = "PLT-PEG-2411A";
        var page = await Elena.Read($"/batches/{lot}/decide");
        foreach (var (fields, said) in new[]
        {
            (new[] { ("Reason", "Because."), ("Password", Password) }, "Choose whether the lot is released or rejected."),
            (new[] { ("Decision", "reject"), ("Password", Password) }, "Say why: why this lot is rejected."),
            (new[] { ("Decision", "reject"), ("Reason", "Because.") }, "Give your password: it is your signature."),
        })
        {
            var answer = await Elena.Post($"/batches/{lot}/decide", [.. Carried(page), .. fields]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, await Text(answer), StringComparison.Ordinal);
        }
        Assert.Equal("quarantined", demonstration.State(lot).Disposition);
    }

    [Fact]
    public async Task A_lot_that_does_not_conform_is_released_only_with_a_deviation_that_becomes_part_of_what_is_signed()
    {
        const string lot = "MSC-UC-2610A";
        await demonstration.MakeReady(lot);
        var page = await Elena.Read($"/batches/{lot}/decide");
        Assert.Contains("a release names the deviation", page, StringComparison.Ordinal);

        var without = await Elena.Post($"/batches/{lot}/decide", [.. Carried(page), ("Decision", "release"), ("Reason", "Needed."), ("Password", Password)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);

        await Sign(Elena, $"/batches/{lot}/decide", Password, ("Decision", "release"), ("Reason", "Needed."), ("Deviation", "For research only."));
        Assert.Equal("I have reviewed this record and release the lot with this deviation: For research only.", demonstration.Signatures(lot)[^1].Statement);
        Assert.Equal("For research only.", demonstration.Read(work => new DecisionStore(work).OfLot(lot))[^1].Deviation);
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_was_first_and_keeps_the_reason()
    {
        const string lot = "HEK-UC-2412A";
        var (second, password) = await demonstration.Hire("qa.second", "Sofia Second", LabQc.People.Role.QaManager);
        demonstration.Submit(lot);
        var read = Carried(await second.Read($"/batches/{lot}/decide"));
        await Sign(Elena, $"/batches/{lot}/hold", Password, ("Reason", "Freezer alarm."));

        var late = await second.Post($"/batches/{lot}/decide", [.. read, ("Decision", "reject"), ("Reason", "My own words."), ("Password", password)]);
        var text = await Text(late);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Elena Varga was first: put on hold", text, StringComparison.Ordinal);
        Assert.Contains("Freezer alarm.", text, StringComparison.Ordinal);
        Assert.Contains("My own words.", text, StringComparison.Ordinal);

        await Sign(Elena, $"/batches/{lot}/decide", Password, ("Decision", "reject"), ("Reason", "Thawed."));
        var tooLate = await second.Post($"/batches/{lot}/decide", [.. Carried(text), ("Decision", "reject"), ("Reason", "My own words."), ("Password", password)]);
        text = await Text(tooLate);
        Assert.Equal(HttpStatusCode.Conflict, tooLate.StatusCode);
        Assert.Contains("Elena Varga was first: rejected, signed", text, StringComparison.Ordinal);
        Assert.Contains("My own words.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_worked_on_the_lot_finds_no_form_and_cannot_decide_by_url_either()
    {
        const string lot = "IPS-PEG-2601A";
        var (own, password) = await demonstration.Hire("jonas.lind", "Jonas Lind", LabQc.People.Role.QaManager);
        var page = await own.Read($"/batches/{lot}/decide");
        Assert.Contains("You worked on this lot", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Password\"", page, StringComparison.Ordinal);

        var answer = await own.Post($"/batches/{lot}/decide", ("RowVersion", $"{demonstration.State(lot).RowVersion}"), ("Decision", "reject"), ("Reason", "Mine."), ("Password", password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("who worked on a lot neither verifies nor reviews it nor decides on it", await Text(answer), StringComparison.Ordinal);
        Assert.Equal("quarantined", demonstration.State(lot).Disposition);
    }
}
