using System.Globalization;
using System.Text.Json;
using LabQc.Batches;
using LabQc.People;
using LabQc.Review;
using LabQc.Specifications;
using LabQc.Web.Access;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Batches;

/// <summary>Another registration that was begun.</summary>
internal sealed record BegunRegistration(string Key, string Words, string SavedAt);

/// <summary>Registers a batch. The address holds the draft's key, so that the form comes back whatever happens.</summary>
[Asks(LabAction.RegisterBatch)]
internal sealed class RegisterModel : LabPage
{
    /// <summary>Fractions on the ruler.</summary>
    public const int RulerLength = 16;

    private const string Ruler = "fraction";
    private const string Pooled = "method_parameters.fractions_pooled";

    /// <summary>The draft's key.</summary>
    [BindProperty(SupportsGet = true, Name = "draft")]
    public string? Key { get; set; }

    public BatchFields Fields { get; private set; } = new([]);

    /// <summary>The draft as it stands; null where nothing is kept yet.</summary>
    public FormDraft? Draft { get; private set; }

    public IReadOnlyList<Choice> Products { get; private set; } = [];

    public IReadOnlyList<IsolationMethod> Methods { get; private set; } = [];

    public IReadOnlyList<BegunRegistration> Others { get; private set; } = [];

    /// <summary>The next lot number of every product and method, as JSON for the browser.</summary>
    public string Proposals { get; private set; } = "{}";

    /// <summary>The pattern of the chosen product and method in words; null where people choose lot numbers.</summary>
    public string? Pattern { get; private set; }

    public int SpinRows { get; private set; }

    public int VolumeRows { get; private set; }

    public int ParameterRows { get; private set; }

    /// <summary>The fractions that are chosen on the ruler.</summary>
    public IReadOnlyList<int> Pool { get; private set; } = [];

    /// <summary>The pool where the ruler cannot show it.</summary>
    public string PoolInWords { get; private set; } = "";

    public string DraftAddress => TypedForm.DraftAddress(FormDraftKind.Registration, Key!);

    public string Address => $"/batches/new/{Uri.EscapeDataString(Key!)}";

    public IActionResult OnGet(string? product, string? method)
    {
        if (string.IsNullOrWhiteSpace(Key))
            return Redirect($"/batches/new/{FormDraftStore.NewKey()}{Request.QueryString}");
        Draft = new FormDraftStore(Work).Find(FormDraftKind.Registration, Key);
        Show(Draft is null ? Begun(product, method) : Read(TypedForm.Of(Draft)), more: 0);
        return Page();
    }

    public IActionResult OnPost()
    {
        var fields = Sent();
        return Attempt(() => Register(fields), () => Show(fields, more: 0));
    }

    /// <summary>Keeps the form for later.</summary>
    public IActionResult OnPostKeep()
    {
        var fields = Sent();
        return Attempt(
            () =>
            {
                new FormDraftStore(Work).Save(FormDraftKind.Registration, Key!, TypedForm.Json(TypedForm.Of(Request.Form)), TypedForm.DraftVersion(Request.Form));
                Work.Commit();
                Toast("Draft kept. Go on with it whenever you like, on any device.");
                return Redirect(Address);
            },
            () => Show(fields, more: 0));
    }

    /// <summary>Throws the draft away.</summary>
    public IActionResult OnPostDiscard()
    {
        Key ??= "";
        new FormDraftStore(Work).Discard(FormDraftKind.Registration, Key);
        Work.Commit();
        Toast("Draft discarded.");
        return Redirect("/");
    }

    /// <summary>Shows the form again with more rows and the next lot number; nothing is stored.</summary>
    public IActionResult OnPostMore()
    {
        var fields = Sent();
        Show(string.IsNullOrEmpty(Request.Form["propose"]) ? fields : WithLot(fields, Proposal(new DefinitionRegister(Work).Read(), fields) ?? fields["lot"]), more: 2);
        return Page();
    }

    private IActionResult Register(BatchFields fields)
    {
        var details = fields.Read("The registration");
        try
        {
            var isNew = new BatchStore(Work).Register(details);
            new FormDraftStore(Work).Discard(FormDraftKind.Registration, Key!);
            Work.Commit();
            Toast(isNew ? $"{details.Lot} is registered, in quarantine." : $"{details.Lot} stands already with these details; nothing was changed.");
            return Redirect(LotLink.Address(details.Lot));
        }
        catch (BatchExistsException)
        {
            return Taken(fields, details);
        }
    }

    /// <summary>Somebody registered the lot number first: says who, and fills in the next one.</summary>
    private IActionResult Taken(BatchFields fields, BatchDetails details)
    {
        Work.Session.Rollback();
        var first = new BatchStore(Work).Versions(details.Lot)[0];
        var next = Proposal(new DefinitionRegister(Work).Read(), fields);
        var words = $"{details.Lot} was registered by {first.RecordedBy} at {TimeZoneInfo.ConvertTime(TimeView.Read(first.RecordedAt), Lab.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}. ";
        ModelState.AddModelError("lot", words + (next is null ? "Type another number." : $"The next number is {next}; it is filled in."));
        Response.StatusCode = StatusCodes.Status409Conflict;
        Show(next is null ? fields : WithLot(fields, next), more: 0);
        return Page();
    }

    private BatchFields Sent()
    {
        Key = string.IsNullOrWhiteSpace(Key) ? FormDraftStore.NewKey() : Key;
        return Read(TypedForm.Of(Request.Form));
    }

    /// <summary>The fields of the form; what is chosen on the ruler goes before what is written beside it.</summary>
    private static BatchFields Read(IReadOnlyDictionary<string, string> typed)
    {
        var all = new Dictionary<string, string>(typed, StringComparer.Ordinal);
        if (all.GetValueOrDefault(Ruler) is { Length: > 0 } chosen && FractionPool.Read(chosen) is { } pool)
            all[Pooled] = FractionPool.Write(pool);
        return new BatchFields(all);
    }

    private BatchFields Begun(string? product, string? method)
    {
        var definitions = new DefinitionRegister(Work).Read();
        var newest = new BatchListStore(Work).Page(new BatchListFilter(), take: 1).Rows is [var line, ..] ? line : null;
        var begun = new BatchFields(new Dictionary<string, string>
        {
            ["product"] = product ?? newest?.Product ?? definitions.Products.Select(p => p.Code).FirstOrDefault() ?? "",
            ["isolation_method"] = method ?? newest?.IsolationMethod ?? BatchForm.Ultracentrifugation,
            ["isolated_on"] = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["operator"] = Me.Person.PrintedName,
            ["source.kind"] = "cell-culture",
        });
        return Proposal(definitions, begun) is { } lot ? WithLot(begun, lot) : begun;
    }

    private static BatchFields WithLot(BatchFields fields, string lot) => new(new Dictionary<string, string>(fields.Values) { ["lot"] = lot });

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Lab.Clock.GetUtcNow(), Lab.Zone).DateTime);

    private string? Proposal(Definitions definitions, BatchFields fields) =>
        Newest(definitions.Products).FirstOrDefault(p => p.Code == fields["product"])?.PatternFor(fields["isolation_method"]) is { } pattern
            ? new LotNumberStore(Work).Propose(pattern, DayOf(fields))
            : null;

    private DateOnly DayOf(BatchFields fields) =>
        DateOnly.TryParseExact(fields["isolated_on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Today;

    private static IEnumerable<Product> Newest(IReadOnlyList<Product> products) => products.GroupBy(p => p.Code).Select(g => g.MaxBy(p => p.Version)!);

    private void Show(BatchFields fields, int more)
    {
        Fields = fields;
        Draft ??= new FormDraftStore(Work).Find(FormDraftKind.Registration, Key!);
        var definitions = new DefinitionRegister(Work).Read();
        var products = Newest(definitions.Products).ToList();
        Products = [.. products.Select(p => new Choice(p.Code, $"{p.Name}, {p.Code}"))];
        Methods = [.. definitions.IsolationMethods.GroupBy(m => m.Code).Select(g => g.MaxBy(m => m.Version)!).OrderBy(m => PlaceOf(m.Code))];
        Pattern = products.FirstOrDefault(p => p.Code == fields["product"])?.PatternFor(fields["isolation_method"])?.Text;
        Proposals = JsonSerializer.Serialize(products.SelectMany(p => Methods.Select(m => (Product: p, Method: m.Code)))
            .Where(c => c.Product.PatternFor(c.Method) is not null)
            .ToDictionary(c => $"{c.Product.Code}|{c.Method}", c => new LotNumberStore(Work).Propose(c.Product.PatternFor(c.Method)!, DayOf(fields))));
        SpinRows = Math.Max(4, fields.Rows(BatchFields.Spins) + 1) + more;
        VolumeRows = Math.Max(3, fields.Rows(BatchFields.VolumeChain)) + more;
        ParameterRows = Math.Max(3, fields.Rows(BatchFields.OtherParameters) + 1) + more;
        ShowPool(fields[Pooled]);
        Others = [.. new FormDraftStore(Work).List().Where(d => d.Kind == FormDraftKind.Registration && d.Key != Key).Select(Other)];
    }

    /// <summary>The methods of every laboratory come first, in the order in which they are known.</summary>
    private static int PlaceOf(string method)
    {
        var place = IsolationMethod.BuiltIn.ToList().FindIndex(m => m.Code == method);
        return place < 0 ? int.MaxValue : place;
    }

    private void ShowPool(string pooled)
    {
        var read = FractionPool.Read(pooled);
        var fits = read is not null && read.All(f => f is >= 1 and <= RulerLength);
        Pool = fits ? read! : [];
        PoolInWords = fits ? "" : pooled;
    }

    private static BegunRegistration Other(FormDraft draft)
    {
        var lot = TypedForm.Of(draft).GetValueOrDefault("lot");
        return new(draft.Key, string.IsNullOrWhiteSpace(lot) ? "without a lot number" : lot, draft.SavedAt);
    }

    /// <summary>The name that a row of the chain of volumes begins with.</summary>
    public string StepOf(int row) =>
        Fields.Rows(BatchFields.VolumeChain) > 0 ? Fields[BatchFields.Row(BatchFields.VolumeChain, row, "step")] : row switch
        {
            0 => "harvest",
            1 => "concentrate",
            2 => "final",
            _ => "",
        };
}
