using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.People;
using LabQc.Review;
using LabQc.Specifications;
using LabQc.Web.Access;
using LabQc.Web.Pages.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages;

/// <summary>A lot of the list of recent ones, with the marks of its criteria.</summary>
internal sealed record RecentLot(BatchListRow Row, string Method, IHtmlContent D50, IHtmlContent Particles, IHtmlContent? Criteria);

/// <summary>Where a technician's work begins: what waits, three ways in, the lots of late. Others go to where theirs begins.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class HomeModel : LabPage
{
    private const int RecentLots = 10;
    private static readonly IReadOnlyList<string> Numbers =
        ["Nothing", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    /// <summary>What waits, oldest first.</summary>
    public IReadOnlyList<HomeTask> Tasks { get; private set; } = [];

    public IReadOnlyList<RecentLot> Recent { get; private set; } = [];

    /// <summary>The next lot number after the newest lot's; null where its product has no pattern.</summary>
    public string? NextLot { get; private set; }

    /// <summary>The situation in a sentence.</summary>
    public string Title => Tasks.Count switch
    {
        0 => "Nothing waits for you",
        1 => "One thing waits for you",
        < 13 => $"{Numbers[Tasks.Count]} things wait for you",
        _ => $"{Parts.NumberView.Count(Tasks.Count)} things wait for you",
    };

    /// <summary>Today in the laboratory, as Thursday 5 March 2026.</summary>
    public string Today => Here.ToString("dddd d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    public bool MayRegister => May(LabAction.RegisterBatch);

    public IActionResult OnGet()
    {
        var home = new Frame(HttpContext, Lab).Home;
        if (home != "/")
            return Redirect(home);
        var tasks = new HomeTasks(Lab.Clock.GetUtcNow(), Lab.Zone);
        Tasks = [.. tasks.Of(BenchTasks.Of(Work, Me.Person)), .. MayRegister ? tasks.Of(new FormDraftStore(Work).List()) : []];
        Tasks = [.. Tasks.OrderBy(t => t.Since, StringComparer.Ordinal)];
        ShowRecent();
        return Page();
    }

    private DateTimeOffset Here => TimeZoneInfo.ConvertTime(Lab.Clock.GetUtcNow(), Lab.Zone);

    private void ShowRecent()
    {
        var definitions = new DefinitionRegister(Work).Read();
        var catalogue = new AttributeCatalogue(definitions.Attributes);
        var rows = new BatchListStore(Work).Page(new BatchListFilter(), take: RecentLots).Rows;
        Recent = [.. rows.Select(r => Lot(r, definitions, catalogue))];
        if (rows.Count == 0)
            return;
        var pattern = definitions.Products.Where(p => p.Code == rows[0].Product).MaxBy(p => p.Version)?.PatternFor(rows[0].IsolationMethod);
        NextLot = pattern is null ? null : new LotNumberStore(Work).Propose(pattern, DateOnly.FromDateTime(Here.DateTime));
    }

    private static RecentLot Lot(BatchListRow row, Definitions definitions, AttributeCatalogue catalogue)
    {
        var answer = row.Answer is null ? null : RecordedAnswer.Of(row.Answer);
        var method = definitions.IsolationMethods.Where(m => m.Code == row.IsolationMethod).MaxBy(m => m.Version)?.Name ?? row.IsolationMethod;
        return new RecentLot(row, method, Value(answer, catalogue, AttributeCatalogue.SizeD50), Value(answer, catalogue, AttributeCatalogue.ParticlesPerMl), Strip(answer, catalogue));
    }

    private static IHtmlContent Value(RecordedAnswer? answer, AttributeCatalogue catalogue, string attribute) =>
        answer?.Find(attribute)?.Value is { } value ? new HtmlString(Parts.NumberView.Of(catalogue.Find(attribute)!, value)) : Parts.NumberView.NotYet;

    private static IHtmlContent? Strip(RecordedAnswer? answer, AttributeCatalogue catalogue) =>
        answer is null ? null : Parts.CriteriaStrip.Of([.. answer.Criteria.Where(c => catalogue.Find(c.Attribute) is not null).Select(c => (catalogue.Find(c.Attribute)!, Verdict(c.Verdict)))]);

    private static CriterionVerdict Verdict(string word) => Enum.GetValues<CriterionVerdict>().Single(v => v.Word() == word);
}
