using LabQc.Methods;
using LabQc.People;
using LabQc.Specifications;
using LabQc.Units;
using LabQc.Web.Access;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LabQc.Web.Pages.Specifications;

/// <summary>
/// The open draft of a specification. Rows are added, removed and moved on the page alone; saving keeps a version, also an
/// unfinished one, and says what is still to be mended before it can be approved.
/// </summary>
[Asks(LabAction.ReadRecords)]
internal sealed class DraftModel : LabPage
{
    private Definitions _definitions = Definitions.None;

    /// <summary>The version of the draft that the person read.</summary>
    [BindProperty]
    public long RowVersion { get; set; }

    /// <summary>The version that the person was shown when somebody else had been first.</summary>
    [BindProperty]
    public long StandingVersion { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public string Code { get; private set; } = "";

    /// <summary>The draft as it stands; null where none is open.</summary>
    public SpecificationDraft? Draft { get; private set; }

    /// <summary>What the form shows.</summary>
    public SpecificationForm Form { get; private set; } = new();

    /// <summary>How often it was saved, oldest first.</summary>
    public IReadOnlyList<SpecificationDraft> Savings { get; private set; } = [];

    /// <summary>What the page shows differs from what is saved.</summary>
    public bool IsUnsaved { get; private set; }

    /// <summary>Whether somebody else was first.</summary>
    public bool IsOvertaken => Response.StatusCode == StatusCodes.Status409Conflict && Draft is not null;

    public bool MayWrite => May(LabAction.DraftSpecification);

    public bool IsComplete { get; private set; }

    public string SummaryTitle => IsOvertaken || Refused.Count > 0 ? "Nothing was stored." : IsUnsaved ? "Not saved yet." : "The draft is saved, and cannot be approved yet.";

    public IReadOnlyList<Choice> Attributes { get; private set; } = [];

    public IReadOnlyList<Choice> Methods { get; private set; } = [];

    public static IReadOnlyList<Choice> Presences { get; } = [new("", "–"), new("present", "present"), new("absent", "absent")];

    public static IReadOnlyList<Choice> Rules { get; } = [new("simple", "simple acceptance"), new("guarded", "guarded acceptance")];

    public static IReadOnlyList<Choice> LowerSigns { get; } = [new("true", "≥ at least"), new("false", "> above")];

    public static IReadOnlyList<Choice> UpperSigns { get; } = [new("true", "≤ at most"), new("false", "< below")];

    public IActionResult OnGet(string code)
    {
        Read(code);
        if (Draft is null)
            return NotThere();
        (Form, Note) = (Draft.Form, Draft.Note);
        if (Form.Criteria.Count > 0)
            NameProblems();
        return Page();
    }

    [Asks(LabAction.DraftSpecification)]
    public IActionResult OnPost(string code, string? @do)
    {
        Read(code);
        if (Draft is null)
            return NotThere();
        Form = DraftInput.Read(Request.Form);
        return @do switch
        {
            "save" or null or "" => Save(RowVersion),
            "save-over" => Save(StandingVersion),
            "discard" => Discard(),
            _ => Rearrange(@do),
        };
    }

    /// <summary>The name of a row's field.</summary>
    public static string Name(int row, string field) => DraftInput.Name(row, field);

    /// <summary>The attribute of a row, for its heading.</summary>
    public string Heading(int row) => Form.Criteria[row].Attribute is { } attribute ? AttributeNames.Of(attribute) : "a new criterion";

    /// <summary>The kind of a row's attribute; numeric where none is chosen yet.</summary>
    public AttributeKind KindOf(int row) => CatalogueOf(_definitions).Find(Form.Criteria[row].Attribute ?? "")?.Kind ?? AttributeKind.Numeric;

    private PageResult NotThere()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private IActionResult Save(long readVersion) => Attempt(
        () =>
        {
            var saved = new SpecificationDraftStore(Work).Save(Code, Form, Note ?? "", readVersion);
            Work.Commit();
            Toast($"The draft of {Code} is saved, as saving {NumberText.General(saved.Version)}.");
            return Redirect(SpecificationAddress.Of(Code, "/draft"));
        },
        Again);

    private IActionResult Discard() => Attempt(
        () =>
        {
            if (string.IsNullOrWhiteSpace(Reason))
                throw new FormException("The draft", [new FormProblem(nameof(Reason), "Say why the draft is discarded.")]);
            new SpecificationDraftStore(Work).Discard(Code, Reason.Trim(), RowVersion);
            Work.Commit();
            Toast($"The draft of {Code} is discarded.");
            return Redirect("/specifications");
        },
        Again);

    private PageResult Rearrange(string asked)
    {
        Form = DraftInput.Rearranged(Form, asked);
        IsUnsaved = true;
        return Page();
    }

    private void Again()
    {
        Read(Code);
        IsUnsaved = true;
    }

    private void Read(string code)
    {
        Code = SpecificationAddress.CodeOf(code);
        _definitions = new DefinitionRegister(Work).Read();
        Savings = new SpecificationDraftStore(Work).Versions(Code);
        Draft = Savings is [.., { IsOpen: true } open] ? open : null;
        Savings = Draft is null ? [] : [.. Savings.Where(s => s.Draft == Draft.Draft)];
        Attributes = [new("", "choose"), .. CatalogueOf(_definitions).All.Select(a => new Choice(a.Code, $"{AttributeTitle.WithUnit(a)} ({a.Code})"))];
        Methods = [new("", "any method"), .. _definitions.Methods.OrderBy(m => m.Code, StringComparer.Ordinal).ThenByDescending(m => m.Version).Select(m => new Choice(m.Reference.ToString(), $"{m.Name} ({m.Reference})"))];
    }

    private void NameProblems()
    {
        var reading = Form.Check(Draft!.Product, Draft.Market, 1, IndexModel.Today(Lab), _definitions);
        IsComplete = reading.IsComplete;
        foreach (var problem in reading.Problems)
            ModelState.AddModelError(problem.Where, problem.Message);
    }

    private static AttributeCatalogue CatalogueOf(Definitions definitions) => new(definitions.Attributes);
}
