using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.People;
using LabQc.Review;
using LabQc.Units;

namespace LabQc.Demonstration;

/// <summary>
/// Takes the demonstration's lots through the work, so that people meet lots at every stage: most are verified, reviewed and
/// decided on with real signatures, the newest wait for a decision, for a second person, or are still at the bench.
/// </summary>
internal sealed class DemonstrationStages(LabRegistry registry, ProvenPerson technician, ProvenPerson qaManager)
{
    private const int AtTheBench = 6;
    private const int WaitForTheSecondPerson = 5;
    private const int WaitForTheDecision = 7;

    /// <summary>Submits all but the newest lots, in the name of who measured them. A lot without any result stays at the bench.</summary>
    /// <param name="work">The unit of work of who measured; it is committed.</param>
    public static void Submit(LabWork work)
    {
        foreach (var lot in Newest(work).Skip(AtTheBench))
            Attempt(work, () => new LotWorkflow(work).Submit(lot, Version(work, lot)));
    }

    /// <summary>Verifies, reviews and decides on the lots that were submitted.</summary>
    public void Sign(Action<string> tell, CancellationToken stopping)
    {
        IReadOnlyList<string> lots;
        using (var work = registry.Begin(Actor.OfAccount()))
            lots = Newest(work);
        for (var i = AtTheBench + WaitForTheSecondPerson; i < lots.Count; i++)
        {
            stopping.ThrowIfCancellationRequested();
            tell($"Signing: {i + 1} of {lots.Count} lots.");
            Move(lots[i], i);
        }
        if (lots.Count > AtTheBench + WaitForTheSecondPerson)
            Hold(lots[AtTheBench + WaitForTheSecondPerson]);
    }

    private void Move(string lot, int age)
    {
        Try(technician, work => new LotWorkflow(work).Verify(lot, technician.Again(registry), Version(work, lot)));
        if (age % 2 == 0 || age >= AtTheBench + WaitForTheSecondPerson + WaitForTheDecision)
            Try(qaManager, work => new LotWorkflow(work).ReviewAuditTrail(lot, qaManager.Again(registry)));
        if (age >= AtTheBench + WaitForTheSecondPerson + WaitForTheDecision)
            Decide(lot);
    }

    private void Decide(string lot)
    {
        if (!Try(qaManager, work => new LotWorkflow(work).Release(lot, qaManager.Again(registry), "All criteria conform.", deviation: null, Version(work, lot))))
            Try(qaManager, work => new LotWorkflow(work).Reject(lot, qaManager.Again(registry), "The lot does not meet its specification.", Version(work, lot)));
    }

    private void Hold(string lot) =>
        Try(qaManager, work => new LotWorkflow(work).Hold(lot, "The freezer alarm of the night before is being looked into.", Version(work, lot)));

    private static long Version(LabWork work, string lot) => new BatchStore(work).State(lot).RowVersion;

    /// <summary>Does one step as a person; what the rules refuse is left as it stands.</summary>
    private bool Try(ProvenPerson person, Action<LabWork> step)
    {
        using var work = registry.Begin(person.Actor);
        return Attempt(work, () => step(work));
    }

    private static IReadOnlyList<string> Newest(LabWork work) => [.. new BatchStore(work).List().Select(b => b.LotNumber).Reverse()];

    private static bool Attempt(LabWork work, Action step)
    {
        try
        {
            step();
            work.Commit();
            return true;
        }
        catch (RefusalException)
        {
            work.Session.Rollback();
            return false;
        }
    }
}
