using LabQc.People;
using LabQc.Specifications;
using LabQc.Units;
using LabQc.Web.Access;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Specifications;

/// <summary>Two versions of a product's specifications side by side, or a draft beside a version.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class CompareModel : LabPage
{
    private const string DraftMark = "@draft";

    private Definitions _definitions = Definitions.None;

    public string Code { get; private set; } = "";

    public string? Before { get; private set; }

    public string? After { get; private set; }

    /// <summary>What can be compared: versions and open drafts of the product.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public ComparedSpecification? Compared { get; private set; }

    /// <summary>Why nothing is compared, in sentences.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public void OnGet(string code, string? before, string? after)
    {
        Code = SpecificationAddress.CodeOf(code);
        _definitions = new DefinitionRegister(Work).Read();
        var product = Code.Split('/')[0];
        var versions = DefinitionRegister.OfProduct(_definitions, product);
        var drafts = new SpecificationDraftStore(Work).Open().Where(d => d.Product == product).ToList();
        Choices = [.. drafts.Select(d => new Choice(d.Code + DraftMark, $"{d.Code}, draft")), .. versions.Select(s => new Choice(s.Name, Title(s)))];
        if (!Choices.Any(c => c.Value == Code + DraftMark || c.Value.StartsWith(Code + "@", StringComparison.Ordinal)))
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        Choose(before, after, [.. versions.Where(v => v.Code == Code)], drafts.Any(d => d.Code == Code));
        Compare();
    }

    private void Choose(string? before, string? after, IReadOnlyList<Specification> versions, bool hasDraft)
    {
        After = Known(after) ?? (hasDraft ? Code + DraftMark : versions[0].Name);
        var older = After == Code + DraftMark ? versions : [.. versions.SkipWhile(v => v.Name != After).Skip(1)];
        Before = Known(before) ?? (older.Count > 0 ? older[0].Name : Choices.Select(c => c.Value).FirstOrDefault(c => c != After));
    }

    private string? Known(string? name) => Choices.FirstOrDefault(c => c.Value == name)?.Value;

    private void Compare()
    {
        if (Before is null || Before == After)
        {
            Problems = ["There is nothing else to compare it with yet."];
            return;
        }
        var (earlier, later) = (Find(Before), Find(After!));
        if (earlier is not null && later is not null)
            Compared = ComparedSpecification.Of(SpecificationComparison.Of(earlier, later), TitleOf(Before), TitleOf(After!));
    }

    /// <summary>A version, or what a draft would become; null where its fields cannot be read yet, which is said.</summary>
    private Specification? Find(string name)
    {
        if (!name.EndsWith(DraftMark, StringComparison.Ordinal))
            return DefinitionRegister.Named(_definitions, name);
        var draft = new SpecificationDraftStore(Work).Open(name[..^DraftMark.Length])!;
        var next = (_definitions.Specifications.Where(s => s.Code == draft.Code).MaxBy(s => s.Version)?.Version ?? 0) + 1;
        var reading = draft.Form.Check(draft.Product, draft.Market, next, IndexModel.Today(Lab), _definitions);
        Problems = [.. Problems, .. reading.Problems.Select(p => $"{p.Where}: {p.Message}")];
        return reading.Specification;
    }

    private string TitleOf(string name) => Choices.First(c => c.Value == name).Words;

    private static string Title(Specification specification) => $"{specification.Code}, version {NumberText.General(specification.Version)}";
}
