using LabQc.Consistency;
using LabQc.Methods;
using LabQc.People;
using LabQc.Signatures;
using LabQc.Specifications;
using LabQc.Web.Access;
using LabQc.Web.Pages.Specifications;
using SignatureLine = LabQc.Web.Parts.SignatureLine;

namespace LabQc.Web.Pages.ReferenceSets;

/// <summary>One version of a reference set: its lots, its limits, and what changed since the version before.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class SetModel : LabPage
{
    /// <summary>The set; null where there is none of that name and version.</summary>
    public ReferenceSet? Set { get; private set; }

    public ReferenceSet? Before { get; private set; }

    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<ReferenceSet> Versions { get; private set; } = [];

    public IReadOnlyList<LimitLine> Limits { get; private set; } = [];

    public IReadOnlyList<SignatureLine> Signatures { get; private set; } = [];

    /// <summary>The lots that were taken over from a table.</summary>
    public IReadOnlySet<string> Historical { get; private set; } = new HashSet<string>();

    public IReadOnlyList<string> Added => Before is null ? [] : [.. Set!.Lots.Except(Before.Lots)];

    public IReadOnlyList<string> Removed => Before is null ? [] : [.. Before.Lots.Except(Set!.Lots)];

    public double AverageRunLength => LabQc.Consistency.ReferenceSets.AverageRunLength(Set!.Counted);

    public void OnGet(string name, int version)
    {
        Versions = [.. new ReferenceSetStore(Work).Versions(ReferenceSetAddress.NameOf(name)).Reverse()];
        Set = Versions.FirstOrDefault(s => s.Version == version);
        if (Set is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        Before = Versions.FirstOrDefault(s => s.Version == version - 1);
        Limits = LimitLine.Of(Set, Before, new AttributeCatalogue(new DefinitionRegister(Work).Read().Attributes));
        Historical = new HistoricalLotStore(Work).All().Select(l => l.LotNumber).ToHashSet(StringComparer.Ordinal);
        Signatures = [.. new SignatureStore(Work).Of(SignedSubject.ReferenceSet(Set.Name, Set.Version)).Select(VersionModel.SignatureLineOf)];
    }
}
