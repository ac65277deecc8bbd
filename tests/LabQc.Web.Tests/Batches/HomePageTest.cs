using System.Net;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.People;
using LabQc.Review;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Batches;

public sealed class HomePageTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    private RunningLaboratory Laboratory => demonstration.Laboratory;

    [Fact]
    public async Task A_technician_sees_the_three_ways_in_what_waits_and_the_recent_lots()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");

        var page = await technician.Read("/");

        Assert.Contains("Register a batch", page, StringComparison.Ordinal);
        Assert.Contains("Import instrument files", page, StringComparison.Ordinal);
        Assert.Contains("Scan a label", page, StringComparison.Ordinal);
        Assert.Contains("Recent lots", page, StringComparison.Ordinal);
        Assert.Contains("class=\"strip\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qa-manager", "/review")]
    [InlineData("auditor", "/audit")]
    [InlineData("administrator", "/people")]
    public async Task Others_are_led_to_where_their_work_begins(string role, string address)
    {
        using var person = await SignedInClient.InRole(Laboratory, role);

        var answer = await person.Get("/");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(address, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_lot_that_was_sent_back_waits_with_its_reason()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        const string lot = "MSC-UC-2610A";
        using (var work = Laboratory.Laboratory.Registry.Begin(Actor.OfPerson("Mira Okafor", "mira.okafor", "password")))
        {
            new LotWorkflow(work).Submit(lot, new BatchStore(work).State(lot).RowVersion);
            work.Commit();
        }
        using (var work = Laboratory.Laboratory.Registry.Begin(Actor.OfPerson("Elena Varga", "elena.varga", "password")))
        {
            new LotWorkflow(work).Return(lot, "The exclusion has no <i>reason</i>", new BatchStore(work).State(lot).RowVersion);
            work.Commit();
        }

        var page = await technician.Read("/");

        Assert.Contains("Returned by Elena Varga", page, StringComparison.Ordinal);
        Assert.Contains("The exclusion has no &lt;i&gt;reason&lt;/i&gt;", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/batches/{lot}/correct\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lot_that_somebody_else_submitted_waits_for_its_second_person()
    {
        using var technician = await SignedInClient.InRole(Laboratory, "technician");
        string? lot;
        using (var work = Laboratory.Laboratory.Registry.Begin(Actor.OfAccount()))
            lot = new BatchStore(work).List().FirstOrDefault(b => b.WorkState == "submitted" && b.LotNumber != "MSC-UC-2610A")?.LotNumber;
        Assert.SkipWhen(lot is null, "The demonstration has no submitted lot.");

        Assert.Contains($"href=\"/batches/{lot}/verify\"", await technician.Read("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_laboratory_says_why_it_is_empty_and_what_fills_it()
    {
        await using var empty = await RunningLaboratory.Empty();
        using var technician = await Hired(empty);

        var home = await technician.Read("/");
        Assert.Contains("Nothing waits for you", home, StringComparison.Ordinal);
        Assert.Contains("No lot is registered yet", home, StringComparison.Ordinal);

        var register = await technician.Get("/batches/new");
        Assert.Contains("No product is defined yet", await technician.Read(register.Headers.Location!.OriginalString), StringComparison.Ordinal);
    }

    private static async Task<SignedInClient> Hired(RunningLaboratory laboratory)
    {
        const string password = "a long enough passphrase 7";
        var registry = laboratory.Laboratory.Registry;
        string code;
        using (var work = registry.Begin(Actor.OfAccount()))
        {
            new Accounts(work).CreateFirstAdministrator("ada.brandt", "Ada Brandt", password);
            work.Commit();
        }
        laboratory.Laboratory.Founded();
        using (var work = registry.Begin(Actor.OfPerson("Ada Brandt", "ada.brandt", "password")))
        {
            code = new Accounts(work).Invite("mira.okafor", "Mira Okafor", [Role.Technician], "Elena Varga").Code;
            work.Commit();
        }
        laboratory.Laboratory.SignIn.Activate(code, password, acceptsStatement: true);
        return await SignedInClient.Of(laboratory, "mira.okafor", password);
    }
}
