using LabQc.Batches;
using LabQc.Charts;
using LabQc.People;
using LabQc.Review;
using LabQc.Web.Access;
using LabQc.Web.Pages.Charts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Batches;

/// <summary>Everything about one lot, from its verdict to what happened to it.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class LotModel : LabPage
{
    /// <summary>Which evaluation is shown; without one, the one that the review goes by.</summary>
    [BindProperty(SupportsGet = true, Name = "evaluation")]
    public long? Evaluation { get; set; }

    public LotReading Reading { get; private set; } = null!;

    public BatchLine State => Reading.State;

    public string ProductName { get; private set; } = "";

    public string MethodName { get; private set; } = "";

    public LotHeadline Headline { get; private set; } = null!;

    public LotActions Actions { get; private set; } = null!;

    public IReadOnlyList<CriterionGroup> Criteria { get; private set; } = [];

    public IReadOnlyList<BlockerLine> Blockers { get; private set; } = [];

    public EvaluationList Evaluations { get; private set; } = null!;

    public SizeSection Size { get; private set; } = null!;

    public ReferenceSection Reference { get; private set; } = null!;

    public IReadOnlyList<SignatureLine> Signatures { get; private set; } = [];

    public IReadOnlyList<ChangedValue> Changed { get; private set; } = [];

    public IReadOnlyList<TimelineLine> Timeline { get; private set; } = [];

    public IReadOnlyList<ThirdPartyLine> ThirdParty { get; private set; } = [];

    public IReadOnlyList<Fact> Isolation { get; private set; } = [];

    public IReadOnlyList<(string Title, IReadOnlyList<Fact> Facts)> Measured { get; private set; } = [];

    /// <summary>The SHA-256 of the record as it stands: what a signature of now would sign.</summary>
    public string RecordSha256 { get; private set; } = "";

    public LotTimes Times => new(Lab.Zone, Lab.Clock.GetUtcNow());

    public void OnGet(string lot)
    {
        Reading = new LotReading(Work, lot, Evaluation);
        ProductName = Reading.Definitions.Products.LastOrDefault(p => p.Code == State.Product)?.Name ?? State.Product;
        MethodName = Reading.Definitions.IsolationMethods.LastOrDefault(m => m.Code == State.IsolationMethod)?.Name ?? State.IsolationMethod;
        ReadJudgement();
        ReadEvidence();
        ReadHistory();
        RecordSha256 = LotDossier.Freeze(Work, State.LotNumber).Sha256;
    }

    /// <summary>A chart of the page.</summary>
    public IHtmlContent Drawn(Chart chart, string id) =>
        DrawnCharts.Of(chart, id, RecordSha256 + Reading.Shown?.InputsSha256 + (Reading.Neighbours is { } neighbours ? DrawnCharts.InputsOf(neighbours) : ""));

    private bool MayNow(LabAction action) => May(action, State);

    private void ReadJudgement()
    {
        Headline = LotHeadline.Of(Reading);
        Criteria = Reading.Answer is { } answer ? CriteriaTable.Of(answer, Reading.Specification, Reading.Catalogue) : [];
        Actions = LotActions.Of(Reading, MayNow, new PerformerStore(Work).Of(State.LotNumber, Me.Person));
        Blockers = BlockerLine.Of(Reading, Me.Person.Roles.Contains(Role.QaManager) ? Me.Person : null, Criteria, MayNow);
    }

    private void ReadEvidence()
    {
        Size = SizeSection.Of(Reading);
        Reference = ReferenceSection.Of(Reading);
        ThirdParty = ThirdPartyLine.Of(Reading);
        Isolation = FactList.Isolation(Reading.Batch.Details);
        Measured = FactList.Measured(Reading);
    }

    private void ReadHistory()
    {
        var entries = LotTimeline.Of(Work, State.LotNumber);
        Timeline = TimelineLine.Of(entries, MayNow(LabAction.ReadAuditTrail));
        Evaluations = EvaluationList.Of(Reading, entries, MayNow);
        Signatures = SignatureLine.Of(Reading);
        Changed = ChangedSinceFirstEntry.Of(Work, State.LotNumber);
    }
}
