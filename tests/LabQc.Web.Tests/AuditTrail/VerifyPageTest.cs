using System.Net;
using System.Text;
using LabQc.AuditTrail;
using LabQc.Web.Tests.Laboratories;
using Microsoft.Data.Sqlite;

namespace LabQc.Web.Tests.AuditTrail;

/// <summary>Verifying the registry from a page.</summary>
public sealed class VerifyPageTest
{
    [Fact]
    public async Task Whoever_verifies_sees_what_was_checked_and_a_change_past_the_trail_is_named()
    {
        var demonstration = new SmallDemonstration();
        await demonstration.InitializeAsync();
        try
        {
            using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
            Assert.Contains("Not verified since LabQc was started", await auditor.Read("/verify"));
            var before = Length(demonstration);
            var whole = await Verified(auditor);
            Assert.Contains("Everything fits.", whole);
            Assert.Contains("checked with the registry&#x27;s key", whole);
            Assert.Contains("The chain is whole.", await auditor.Read("/audit"));
            Assert.Equal(before, Length(demonstration));

            var checkpoint = await auditor.Post("/verify/checkpoint");
            var file = await checkpoint.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.EndsWith(".checkpoint", checkpoint.Content.Headers.ContentDisposition!.FileName);
            Assert.Contains("its last event is in its place", await Verified(auditor, file));
            Assert.Equal(before, Length(demonstration));

            Tamper(demonstration);
            var damaged = await Verified(auditor, file);
            Assert.Contains("does not fit", damaged);
            Assert.Contains("batch main/MSC-UC-2411B", damaged);
            Assert.Contains("Something does not fit.", await auditor.Read("/audit"));
        }
        finally
        {
            await demonstration.DisposeAsync();
        }
    }

    private static async Task<string> Verified(SignedInClient person, byte[]? checkpoint = null)
    {
        var answer = await person.Upload("/verify", [], checkpoint is null ? [] : [("checkpoint", "kept.checkpoint", checkpoint)]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        for (var tried = 0; tried < 300; tried++)
        {
            var page = await person.Read("/verify");
            if (!page.Contains("A verification is running", StringComparison.Ordinal))
                return page;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("The verification did not end.");
    }

    private static long Length(SmallDemonstration demonstration)
    {
        using var work = demonstration.Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        return new AuditEventStore(work.Session).Last(work.Site)!.Sequence;
    }

    private static void Tamper(SmallDemonstration demonstration)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(demonstration.Laboratory.Data, "labqc.db")};Default Timeout=30");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE batch SET hold_reason = 'slipped in', row_version = row_version + 1 WHERE lot_number = 'MSC-UC-2411B'";
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
