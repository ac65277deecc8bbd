using LabQc.People;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Batches;

/// <summary>Lists and charts of a laboratory in which nothing was made yet.</summary>
public sealed class EmptyLaboratoryTest
{
    [Fact]
    public async Task Lists_and_charts_say_why_they_are_empty_and_what_fills_them()
    {
        await using var laboratory = await RunningLaboratory.Empty();
        using (var work = laboratory.Laboratory.Registry.Begin(LabQc.AuditTrail.Actor.OfAccount()))
        {
            new Accounts(work).CreateFirstAdministrator("ada.brandt", "Ada Brandt", "a long enough passphrase 1");
            work.Commit();
        }
        laboratory.Laboratory.Founded();
        using var person = await SignedInClient.Of(laboratory, "ada.brandt", "a long enough passphrase 1");

        Assert.Contains("No lot is registered yet", await person.Read("/batches"), StringComparison.Ordinal);
        Assert.Contains("No lot is measured yet", await person.Read("/charts"), StringComparison.Ordinal);
    }
}
