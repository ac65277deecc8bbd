using System.Globalization;

namespace LabQc.AuditTrail;

/// <summary>Holds the history of a site against a checkpoint that was kept elsewhere.</summary>
internal sealed class CheckpointCheck(LabWork work, ProblemList problems)
{
    public void Check(SignedCheckpoint signed)
    {
        var checkpoint = signed.Checkpoint;
        var where = string.Create(CultureInfo.InvariantCulture, $"checkpoint of site {checkpoint.Site} at {checkpoint.Time}");
        if (!signed.SignatureHolds())
            problems.Add(ProblemKinds.CheckpointForged, where, "Its signature does not fit what it says: the file was changed, or was not made by `labqc checkpoint`.");
        else if (checkpoint.RegistryId != work.Registry.RegistryId)
            problems.Add(ProblemKinds.CheckpointForeign, where,
                $"It is of the registry {checkpoint.RegistryId}, and this is {work.Registry.RegistryId}: either it is another laboratory's, or the registry was replaced.");
        else if (checkpoint.PublicKey != work.Registry.PublicKey)
            problems.Add(ProblemKinds.CheckpointForeign, where,
                "It was signed with another key than this registry's: either somebody else made it, or the registry was replaced.");
        else
            CheckHistory(checkpoint, where);
    }

    private void CheckHistory(Checkpoint checkpoint, string where)
    {
        var length = new AuditEventStore(work.Session).Last(checkpoint.Site)?.Sequence ?? 0;
        if (length < checkpoint.Length)
        {
            problems.Add(ProblemKinds.HistoryCutOff, where, string.Create(CultureInfo.InvariantCulture,
                $"It saw {checkpoint.Length} events, and the last one now is {length}: the history after event {length} was cut off."));
            return;
        }
        var row = work.Session.Rows.Find("audit_event", [checkpoint.Site, checkpoint.Length]);
        if (row is null || new StoredEvent(row).Hash != checkpoint.HeadHash)
            problems.Add(ProblemKinds.HistoryRewritten, where, string.Create(CultureInfo.InvariantCulture,
                $"Event {checkpoint.Length} is not the one that it saw: the history up to there was rewritten."));
    }
}
