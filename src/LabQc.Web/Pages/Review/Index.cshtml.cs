using LabQc.Consistency;
using LabQc.People;
using LabQc.Review;
using LabQc.Specifications;
using LabQc.Web.Access;
using LabQc.Web.Pages.Batches;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Review;

/// <summary>A tab of the queue.</summary>
internal sealed record QueueTab(string? Word, string Words, int Count);

/// <summary>What waits for a QA manager's decision, oldest first.</summary>
[Asks(LabAction.ReviewAuditTrail, LabAction.ApproveSpecification)]
internal sealed class IndexModel : LabPage
{
    /// <summary>How many lots a page shows: each is compared with its reference set.</summary>
    public const int PageLength = 25;

    /// <summary>How many waiting lots are sorted into the tabs; of more than that the oldest are.</summary>
    public const int Longest = 500;

    private static readonly IReadOnlyList<(ReviewLineKind Kind, string Word, string Words)> Kinds =
    [
        (ReviewLineKind.ReadyToSign, "ready", "Ready to sign"),
        (ReviewLineKind.SomethingMissing, "missing", "Something missing"),
        (ReviewLineKind.DoesNotConform, "does-not-conform", "Does not conform"),
        (ReviewLineKind.NotMineToDecide, "not-mine", "Not mine to decide"),
        (ReviewLineKind.CorrectedSinceDecision, "corrected", "Corrected since decision"),
    ];

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Tab { get; set; }

    /// <summary>The lot after which the page begins, as its waiting time and number.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public IReadOnlyList<QueueTab> Tabs { get; private set; } = [];

    public IReadOnlyList<QueueRow> Rows { get; private set; } = [];

    public IReadOnlyList<ReviewStep> Decided { get; private set; } = [];

    public IReadOnlyList<WaitingMatter> Matters { get; private set; } = [];

    /// <summary>How many lots wait in all.</summary>
    public long Waiting { get; private set; }

    public int Ready { get; private set; }

    public string OldestWaits { get; private set; } = "";

    /// <summary>How many lots of the tab come before this page, and how many lots it has.</summary>
    public (int Before, int All) Place { get; private set; }

    /// <summary>Where the next part of the queue begins; null at its end.</summary>
    public string? Next { get; private set; }

    public LotTimes Times => new(Lab.Zone, Lab.Clock.GetUtcNow());

    public void OnGet()
    {
        Waiting = ReviewQueue.Count(Work);
        var all = ReviewQueue.Of(Work, Me.Person, skip: 0, Longest);
        Tabs = [new QueueTab(null, "All", all.Count), .. Kinds.Select(k => new QueueTab(k.Word, k.Words, all.Count(l => l.Kind == k.Kind)))];
        Tab = Kinds.Any(k => k.Word == Tab) ? Tab : null;
        Ready = all.Count(l => l.Kind == ReviewLineKind.ReadyToSign);
        var now = Lab.Clock.GetUtcNow();
        OldestWaits = all.Count == 0 ? "" : QueueRow.Duration(now - Parts.TimeView.Read(all[0].WaitsSince));
        Fill([.. all.Where(l => Tab is null || Kinds.First(k => k.Word == Tab).Kind == l.Kind)], now);
        Decided = new ReviewStepStore(Work).DecidedSince(now.AddDays(-14), 10);
        Matters = WaitingMatter.Of(Work, Me.Person);
    }

    /// <summary>The address of a tab, or of a later part of it.</summary>
    public static string Address(string? tab, string? after = null)
    {
        string[] query = [.. tab is null ? Array.Empty<string>() : [$"show={tab}"], .. after is null ? Array.Empty<string>() : [$"after={Uri.EscapeDataString(after)}"]];
        return query.Length == 0 ? "/review" : "/review?" + string.Join('&', query);
    }

    /// <summary>A number at the beginning of a sentence.</summary>
    public static string Counted(long count) => count switch
    {
        1 => "One",
        2 => "Two",
        3 => "Three",
        4 => "Four",
        5 => "Five",
        6 => "Six",
        7 => "Seven",
        8 => "Eight",
        9 => "Nine",
        10 => "Ten",
        _ => Parts.NumberView.Count(count),
    };

    private void Fill(IReadOnlyList<ReviewLine> lines, DateTimeOffset now)
    {
        var shown = lines.Where(l => After is null || string.CompareOrdinal(PlaceOf(l), After) > 0).Take(PageLength).ToList();
        Place = (After is null || shown.Count == 0 ? 0 : lines.ToList().IndexOf(shown[0]), lines.Count);
        Next = shown.Count > 0 && lines[^1] != shown[^1] ? PlaceOf(shown[^1]) : null;
        var definitions = new DefinitionRegister(Work).Read();
        var consistency = shown.Count == 0 ? null : new LotConsistency(Work);
        Rows = [.. shown.Select(l => QueueRow.Of(l, definitions, Compare(consistency!, l.LotNumber), now))];
    }

    private static string PlaceOf(ReviewLine line) => $"{line.WaitsSince}~{line.LotNumber}";

    private static ConsistencyAnswer? Compare(LotConsistency consistency, string lot)
    {
        try
        {
            return consistency.Of(lot);
        }
        catch (ReferenceSetRefusedException)
        {
            return null;
        }
    }
}
