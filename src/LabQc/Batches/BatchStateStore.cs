using LabQc.AuditTrail;

namespace LabQc.Batches;

/// <summary>
/// Moves a batch from state to state. Every move is one conditional statement on the row version, and runs inside the caller's
/// audit record, which names <see cref="BatchStore.BatchKey"/> among its rows.
/// </summary>
public sealed class BatchStateStore(LabWork work)
{
    private readonly BatchStore _batches = new(work);

    /// <summary>Sets the work state of a batch that stands at the version read.</summary>
    /// <exception cref="BatchChangedException">Somebody else changed the batch since.</exception>
    internal void Move(string lot, string workState, long readVersion) =>
        Changed(lot, work.Session.Execute(
            """
            UPDATE batch
               SET work_state  = @workState,
                   row_version = row_version + 1
             WHERE site        = @site
               AND lot_number  = @lot
               AND row_version = @readVersion
            """,
            new { site = work.Site, lot, workState, readVersion }));

    /// <summary>Puts a batch on hold, or lifts its hold where there is no reason.</summary>
    /// <exception cref="BatchChangedException">Somebody else changed the batch since.</exception>
    internal void SetHold(string lot, string? reason, long readVersion) =>
        Changed(lot, work.Session.Execute(
            """
            UPDATE batch
               SET hold_reason = @reason,
                   row_version = row_version + 1
             WHERE site        = @site
               AND lot_number  = @lot
               AND row_version = @readVersion
            """,
            new { site = work.Site, lot, reason, readVersion }));

    /// <summary>Notes that what was corrected after the decision has been reviewed.</summary>
    /// <exception cref="BatchChangedException">Somebody else changed the batch since.</exception>
    internal void CloseCorrections(string lot, long readVersion) =>
        Changed(lot, work.Session.Execute(
            """
            UPDATE batch
               SET corrected_after_decision = NULL,
                   row_version              = row_version + 1
             WHERE site        = @site
               AND lot_number  = @lot
               AND row_version = @readVersion
            """,
            new { site = work.Site, lot, readVersion }));

    /// <summary>
    /// The batch's row, where a change of the lot's content now moves it: a submitted or verified lot goes back to testing, and
    /// on a decided one a review opens. The schema's triggers do that; who writes content names these rows in the audit record.
    /// </summary>
    /// <param name="lot">The lot; null for what belongs to none, such as a bead check.</param>
    internal IReadOnlyList<RecordKey> ReopenedBy(string? lot) =>
        lot is not null && work.Session.Find<long>(
            """
            SELECT COUNT(*)
              FROM batch
             WHERE site       = @site
               AND lot_number = @lot
               AND (work_state IN ('submitted', 'verified') OR (work_state = 'decided' AND corrected_after_decision IS NULL))
            """,
            new { site = work.Site, lot }) > 0
            ? [_batches.BatchKey(lot)]
            : [];

    private void Changed(string lot, int rows)
    {
        if (rows == 0)
            throw _batches.ChangedSince(lot);
    }
}
