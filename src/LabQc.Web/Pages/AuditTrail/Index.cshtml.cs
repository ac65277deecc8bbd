using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Review;
using LabQc.Web.Access;
using LabQc.Web.Hosting;

namespace LabQc.Web.Pages.AuditTrail;

/// <summary>The audit trail, newest first, with filters.</summary>
[Asks(LabAction.ReadAuditTrail)]
internal sealed class IndexModel(VerificationRuns runs) : LabPage
{
    public AuditQuery Query { get; private set; } = null!;

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    public bool HasNewer { get; private set; }

    public bool HasOlder { get; private set; }

    /// <summary>The last event of the chain; null at the beginning.</summary>
    public AuditEvent? Head { get; private set; }

    /// <summary>The last verification that this process finished; null where there was none.</summary>
    public VerificationRun? Verified => runs.Last;

    public IReadOnlyList<string> Actors { get; private set; } = [];

    public IReadOnlyList<(string Action, string Words)> Actions { get; private set; } = [];

    public void OnGet(long? older, long? newer)
    {
        Query = AuditQuery.Read(Request.Query, Lab.Zone);
        var store = new AuditSearchStore(Work);
        var page = store.Page(Query.Filter, older, newer);
        (HasNewer, HasOlder) = (page.HasNewer, page.HasOlder);
        Rows = [.. page.Lines.Select(line => AuditRow.Of(Work, line))];
        Head = new AuditEventStore(Work.Session).Last(Work.Site);
        Actors = store.Actors();
        Actions = [.. store.Actions().Select(a => (a, EventWords.Of(a))).OrderBy(a => a.Item2, StringComparer.Ordinal)];
    }
}
