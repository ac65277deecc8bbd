using LabQc.People;
using LabQc.Specifications;
using LabQc.Units;
using LabQc.Web.Access;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Specifications;

/// <summary>Begins a draft: of which product and market, from which version or from nothing, and why.</summary>
[Asks(LabAction.DraftSpecification)]
internal sealed class NewModel : LabPage
{
    [BindProperty]
    public string? Product { get; set; }

    [BindProperty]
    public string? Market { get; set; }

    /// <summary>The version that it begins from, such as MSC-EV@3; blank: nothing.</summary>
    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<Choice> Products { get; private set; } = [];

    public IReadOnlyList<Choice> Versions { get; private set; } = [];

    /// <summary>The draft that stands in the way, if one is open already.</summary>
    public SpecificationDraft? Standing { get; private set; }

    public void OnGet(string? product, string? market, string? from)
    {
        var beginning = new DefinitionRegister(Work).Read().Specifications.FirstOrDefault(s => s.Name == from);
        (Product, Market, From) = (beginning?.Product ?? product, beginning?.Market ?? market, beginning?.Name);
        Show();
    }

    public IActionResult OnPost() => Attempt(
        () =>
        {
            var from = string.IsNullOrWhiteSpace(From) ? null : DefinitionRegister.Named(new DefinitionRegister(Work).Read(), From);
            var draft = new SpecificationDraftStore(Work).Begin((Product ?? "").Trim(), string.IsNullOrWhiteSpace(Market) ? null : Market.Trim(), from, Note ?? "");
            Work.Commit();
            Toast($"The draft of {draft.Code} is open. Nothing is judged by it until it is approved.");
            return Redirect(SpecificationAddress.Of(draft.Code, "/draft"));
        },
        Show);

    private void Show()
    {
        var definitions = new DefinitionRegister(Work).Read();
        Products = [.. definitions.Products.GroupBy(p => p.Code).Select(g => new Choice(g.Key, $"{g.MaxBy(p => p.Version)!.Name} ({g.Key})"))];
        Versions = [new("", "nothing: an empty draft"), .. definitions.Specifications.OrderBy(s => s.Code, StringComparer.Ordinal).ThenByDescending(s => s.Version).Select(s => new Choice(s.Name, $"{s.Code}, version {NumberText.General(s.Version)}"))];
        if (Product is { } product && Response.StatusCode == StatusCodes.Status409Conflict)
            Standing = new SpecificationDraftStore(Work).Open(Specification.CodeOf(product, string.IsNullOrWhiteSpace(Market) ? null : Market.Trim()));
    }
}
