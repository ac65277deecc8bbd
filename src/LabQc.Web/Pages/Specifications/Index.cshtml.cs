using LabQc.Evaluation;
using LabQc.People;
using LabQc.Specifications;
using LabQc.Web.Access;
using LabQc.Web.Pages.Batches;

namespace LabQc.Web.Pages.Specifications;

/// <summary>All specifications: products, their own and their markets', versions, drafts.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class IndexModel : LabPage
{
    public IReadOnlyList<ProductLine> Products { get; private set; } = [];

    public IReadOnlyList<SpecificationDraft> Drafts { get; private set; } = [];

    public LotTimes Times => new(Lab.Zone, Lab.Clock.GetUtcNow());

    public void OnGet()
    {
        var definitions = new DefinitionRegister(Work).Read();
        var approvals = new SpecificationApprovals(Work);
        var lots = new EvaluationStore(Work).LotsBySpecification();
        var today = Today(Lab);
        Drafts = new SpecificationDraftStore(Work).Open();
        Products = [.. definitions.Products.GroupBy(p => p.Code).Select(g => g.MaxBy(p => p.Version)!).OrderBy(p => p.Code, StringComparer.Ordinal)
            .Select(p => new ProductLine(p.Code, p.Name, SpecificationLine.Of(approvals.OfProduct(definitions, p.Code), lots, today)))];
    }

    /// <summary>The day that it is where the laboratory is.</summary>
    public static DateOnly Today(Hosting.Laboratory laboratory) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(laboratory.Clock.GetUtcNow(), laboratory.Zone).DateTime);
}
