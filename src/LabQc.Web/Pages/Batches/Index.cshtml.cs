using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.People;
using LabQc.Review;
using LabQc.Specifications;
using LabQc.Web.Access;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Batches;

/// <summary>One lot of the list, ready to be shown.</summary>
internal sealed record LotRow(BatchListRow Row, string Method, string D50, string PerMl, IHtmlContent? Strip);

/// <summary>All lots, newest isolation first.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class IndexModel : LabPage
{
    [BindProperty(SupportsGet = true, Name = "product")]
    public string? Product { get; set; }

    [BindProperty(SupportsGet = true, Name = "method")]
    public string? Method { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "verdict")]
    public string? Verdict { get; set; }

    /// <summary>Part of the lot number.</summary>
    [BindProperty(SupportsGet = true, Name = "lot")]
    public string? Part { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>The place after which older lots are shown.</summary>
    [BindProperty(SupportsGet = true, Name = "older")]
    public string? Older { get; set; }

    /// <summary>The place before which newer lots are shown.</summary>
    [BindProperty(SupportsGet = true, Name = "newer")]
    public string? Newer { get; set; }

    public IReadOnlyList<LotRow> Rows { get; private set; } = [];

    public BatchListPage List { get; private set; } = new([], false, false);

    public Definitions Definitions { get; private set; } = Definitions.None;

    public BatchListFilter Filter { get; private set; } = new();

    /// <summary>Whether the registry holds no lot at all.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Lots whose numbers are close to the one that was sought in vain.</summary>
    public IReadOnlyList<string> Close { get; private set; } = [];

    public static IReadOnlyList<(string Value, string Words)> States { get; } =
    [
        ("draft", "Draft"), ("testing", "In testing"), ("submitted", "In review"), ("verified", "Verified"),
        ("released", "Released"), ("rejected", "Rejected"), ("recalled", "Recalled"), (BatchListFilter.OnHold, "On hold"),
    ];

    public static IReadOnlyList<(string Value, string Words)> Verdicts { get; } =
    [
        ("conforms", "Conforms"), ("does-not-conform", "Does not conform"), ("inconclusive", "Inconclusive"), ("incomplete", "Incomplete"), (BatchListFilter.NotEvaluated, "Not evaluated"),
    ];

    public void OnGet()
    {
        Definitions = new DefinitionRegister(Work).Read();
        Filter = new BatchListFilter
        {
            Product = Known(Product),
            IsolationMethod = Known(Method),
            State = Known(State),
            Verdict = Known(Verdict),
            Lot = Known(Part)?.Trim(),
            From = Day(From),
            To = Day(To),
        };
        var store = new BatchListStore(Work);
        List = store.Page(Filter, BatchListPlace.Parse(Older), BatchListPlace.Parse(Newer));
        var catalogue = new AttributeCatalogue(Definitions.Attributes);
        Rows = [.. List.Rows.Select(row => Shown(row, catalogue))];
        IsEmpty = Rows.Count == 0 && store.IsEmpty();
        Close = Rows.Count == 0 && Filter.Lot is { } sought ? store.Close(sought) : [];
    }

    /// <summary>The same list with the filter as it is, and other places.</summary>
    public string Address(string page, string? older = null, string? newer = null)
    {
        (string Name, string? Value)[] asked =
        [
            ("product", Filter.Product), ("method", Filter.IsolationMethod), ("state", Filter.State), ("verdict", Filter.Verdict), ("lot", Filter.Lot),
            ("from", Filter.From?.ToString("yyyy-MM-dd")), ("to", Filter.To?.ToString("yyyy-MM-dd")), ("older", older), ("newer", newer),
        ];
        var query = string.Join('&', asked.Where(a => a.Value is not null).Select(a => $"{a.Name}={Uri.EscapeDataString(a.Value!)}"));
        return query.Length == 0 ? page : $"{page}?{query}";
    }

    /// <summary>What the list shows, in words for a heading.</summary>
    public string Words => Rows.Count == 0 ? "" : $"isolated {Rows[^1].Row.IsolatedOn:yyyy-MM-dd} to {Rows[0].Row.IsolatedOn:yyyy-MM-dd}";

    private LotRow Shown(BatchListRow row, AttributeCatalogue catalogue)
    {
        var answer = row.Answer is null ? null : RecordedAnswer.Of(row.Answer);
        var method = Definitions.IsolationMethods.LastOrDefault(m => m.Code == row.IsolationMethod)?.Name ?? row.IsolationMethod;
        var strip = answer?.Criteria.Select(c => (Attribute: catalogue.Find(c.Attribute), Verdict: VerdictWords.OfCriterion(c.Verdict))).Where(c => c.Attribute is not null).Select(c => (c.Attribute!, c.Verdict)).ToList();
        return new LotRow(
            row, method, Figures.Known(answer?.Find(AttributeCatalogue.SizeD50)?.Value, 1), Figures.Power(answer?.Find(AttributeCatalogue.ParticlesPerMl)?.Value),
            strip is null ? null : CriteriaStrip.Of(strip));
    }

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}
