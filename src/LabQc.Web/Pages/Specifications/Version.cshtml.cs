using LabQc.Evaluation;
using LabQc.People;
using LabQc.Signatures;
using LabQc.Specifications;
using LabQc.Web.Access;
using SignatureLine = LabQc.Web.Parts.SignatureLine;

namespace LabQc.Web.Pages.Specifications;

/// <summary>One version of a specification: its criteria, by what right it judges, and what it judged.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class VersionModel : LabPage
{
    private const int LotsShown = 20;

    /// <summary>The version with its place; null where there is none of that name.</summary>
    public SpecificationLine? Line { get; private set; }

    /// <summary>All versions of the code, newest first.</summary>
    public IReadOnlyList<SpecificationLine> Versions { get; private set; } = [];

    public string ProductName { get; private set; } = "";

    public IReadOnlyList<SignatureLine> Signatures { get; private set; } = [];

    /// <summary>Some of the lots that were judged by it.</summary>
    public IReadOnlyList<string> Lots { get; private set; } = [];

    /// <summary>The open draft of the code, if there is one.</summary>
    public SpecificationDraft? Draft { get; private set; }

    public Specification Specification => Line!.Specification;

    public SpecificationApproval? Approval => Line!.Standing.Approval;

    /// <summary>The version before this one, to compare with; null for the first.</summary>
    public SpecificationLine? Before => Versions.FirstOrDefault(v => v.Specification.Version < Specification.Version);

    public IReadOnlyList<(string Title, IReadOnlyList<CriterionRow> Rows)> Criteria => CriterionRow.Grouped(Specification);

    public void OnGet(string code, int? version)
    {
        var named = SpecificationAddress.CodeOf(code);
        var definitions = new DefinitionRegister(Work).Read();
        var product = definitions.Specifications.FirstOrDefault(s => s.Code == named)?.Product;
        if (product is not null)
            Versions = [.. SpecificationLine.Of(new SpecificationApprovals(Work).OfProduct(definitions, product), new EvaluationStore(Work).LotsBySpecification(), IndexModel.Today(Lab)).Where(l => l.Specification.Code == named)];
        Line = version is { } asked ? Versions.FirstOrDefault(v => v.Specification.Version == asked) : Versions.FirstOrDefault(v => v.Place == VersionPlace.InForce) ?? (Versions.Count > 0 ? Versions[0] : null);
        if (Line is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        ProductName = definitions.Products.LastOrDefault(p => p.Code == product)?.Name ?? product!;
        Draft = new SpecificationDraftStore(Work).Open(named);
        Lots = new EvaluationStore(Work).LotsJudgedBy(named, Specification.Version, LotsShown);
        Signatures = [.. new SignatureStore(Work).Of(SignedSubject.Specification(named, Specification.Version)).Select(SignatureLineOf)];
    }

    /// <summary>A signature for the list of them.</summary>
    public static SignatureLine SignatureLineOf(Signature signature) => new()
    {
        Meaning = SignatureMeanings.Parse(signature.Meaning)?.Title() ?? signature.Meaning,
        Name = signature.PrintedName,
        Role = RoleWords.Parse(signature.Role)?.Title() ?? signature.Role,
        At = DateTimeOffset.Parse(signature.SignedAt, System.Globalization.CultureInfo.InvariantCulture),
        DossierSha256 = signature.DossierSha256,
        Address = SpecificationAddress.OfSignature(signature.Id),
    };
}
