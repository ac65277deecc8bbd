using System.Net;
using System.Text;
using System.Text.Json;
using LabQc.AuditTrail;
using LabQc.Web.Downloads;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Downloads;

/// <summary>The list of lots and whole records as files.</summary>
public sealed class LotDownloadsTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    [Fact]
    public async Task The_list_of_lots_is_a_table_and_follows_the_filter()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        var all = await Lines(auditor, "/batches.csv");
        Assert.StartsWith("lot,product,isolation_method", all[0]);
        Assert.Equal(9, all.Count);
        Assert.All((await Lines(auditor, "/batches.csv?lot=plt")).Skip(1), line => Assert.StartsWith("PLT-", line));
        Assert.Single(await Lines(auditor, "/batches.csv?product=none"));
        Assert.Equal(HttpStatusCode.BadRequest, (await auditor.Get("/batches.csv?from=x")).StatusCode);
    }

    [Fact]
    public async Task A_lot_s_record_holds_its_signatures_and_an_audit_trail_whose_hashes_can_be_made_again()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        var answer = await auditor.Get("/batches/MSC-UC-2411B/record.json");
        Assert.Equal("MSC-UC-2411B-record.json", answer.Content.Headers.ContentDisposition!.FileName);
        using var record = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("MSC-UC-2411B", record.RootElement.GetProperty("lot").GetString());
        Assert.True(record.RootElement.TryGetProperty("signatures", out _));
        var history = record.RootElement.GetProperty("history").EnumerateArray().ToList();
        Assert.NotEmpty(history);
        Assert.All(history, e => Assert.Equal(e.GetProperty("hash").GetString(), AuditChain.Hash("main", e.GetProperty("sequence").GetInt64(), e.GetProperty("previous_hash").GetString()!, Encoding.UTF8.GetBytes(e.GetProperty("canonical").GetString()!))));
    }

    [Fact]
    public async Task A_record_of_no_lot_is_not_there_and_nobody_gets_one_without_signing_in()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.Get("/batches/NO-SUCH/record.json")).StatusCode);
        using var nobody = demonstration.Laboratory.Client();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync("/audit.csv", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("EXO-1-record.json", "EXO-1-record.json")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("a\"b\r\nX: y.csv", "a_b__X__y.csv")]
    [InlineData("", "file")]
    public void Names_of_files_are_safe_on_every_machine(string name, string safe) => Assert.Equal(safe, Attachment.SafeName(name));

    private static async Task<IReadOnlyList<string>> Lines(SignedInClient person, string address) =>
        (await person.Read(address)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
