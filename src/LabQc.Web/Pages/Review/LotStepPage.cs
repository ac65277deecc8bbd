using LabQc.Batches;
using LabQc.Review;
using LabQc.Specifications;
using LabQc.Web.Access;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Pages.Shared;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Review;

/// <summary>
/// A page on which one step of a lot's review is taken. Whoever comes second sees what was done to the lot since the page was
/// opened, and keeps what was typed.
/// </summary>
internal abstract class LotStepPage : SigningPage, ITellsWhoWasFirst
{
    /// <summary>The version of the lot's row that the person read.</summary>
    [BindProperty]
    public long RowVersion { get; set; }

    /// <summary>The last event of the lot that the person read.</summary>
    [BindProperty]
    public long ReadSequence { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What the page is called.</summary>
    public abstract string Title { get; }

    public BatchLine State { get; private set; } = null!;

    public Definitions Definitions { get; private set; } = Definitions.None;

    /// <summary>All that happened to the lot, the newest first.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    /// <summary>What happened since the page was opened; empty unless somebody else was first.</summary>
    public IReadOnlyList<TimelineEntry> Since { get; private set; } = [];

    /// <summary>What the person did on the lot, which keeps them from judging it.</summary>
    public IReadOnlyList<string> OwnWork { get; private set; } = [];

    public string ProductName => Definitions.Products.LastOrDefault(p => p.Code == State.Product)?.Name ?? State.Product;

    public string MethodName => Definitions.IsolationMethods.LastOrDefault(m => m.Code == State.IsolationMethod)?.Name ?? State.IsolationMethod;

    /// <summary>The last event that the page shows.</summary>
    public long LastSequence => Timeline.Count == 0 ? 0 : Timeline[0].Sequence;

    public LotTimes Times => new(Lab.Zone, Lab.Clock.GetUtcNow());

    protected string Lot => (string)RouteData.Values["lot"]!;

    public void OnGet() => Show();

    /// <summary>An address below the lot's own.</summary>
    public string Address(string below = "") => LotLink.Address(Lot) + below;

    /// <inheritdoc/>
    public IActionResult? WhoWasFirst()
    {
        if (!HttpMethods.IsPost(Request.Method) || RowVersion <= 0 || new BatchStore(Work).State(Lot).RowVersion == RowVersion)
            return null;
        return Attempt(() => throw new BatchStore(Work).ChangedSince(Lot), Show);
    }

    /// <summary>Takes the step, and goes to the lot with a sentence that says so.</summary>
    protected IActionResult Step(Action<LotWorkflow> step, string done) => Attempt(
        () =>
        {
            step(new LotWorkflow(Work));
            Work.Commit();
            Toast(done);
            return Redirect(Address());
        },
        Show);

    /// <summary>The reason as it was typed.</summary>
    protected string Why(string what) => string.IsNullOrWhiteSpace(Reason) ? throw At(nameof(Reason), $"Say why: {what}.") : Reason.Trim();

    /// <summary>Reads what the page shows beside the lot's state and history.</summary>
    protected virtual void Read()
    {
    }

    /// <summary>Prepares the page, also to be shown again.</summary>
    protected void Show()
    {
        State = new BatchStore(Work).State(Lot);
        Definitions = new DefinitionRegister(Work).Read();
        Timeline = LotTimeline.Of(Work, Lot);
        OwnWork = new PerformerStore(Work).Of(Lot, Me.Person);
        if (Response.StatusCode == StatusCodes.Status409Conflict)
            Since = ReadSequence > 0 ? [.. Timeline.TakeWhile(e => e.Sequence > ReadSequence)] : [.. Timeline.Take(1)];
        Read();
    }
}
