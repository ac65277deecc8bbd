using LabQc.Consistency;
using LabQc.People;
using LabQc.Signatures;
using LabQc.Specifications;
using LabQc.Web.Access;

namespace LabQc.Web.Pages.ReferenceSets;

/// <summary>A frozen set in the list.</summary>
/// <param name="Set">The set.</param>
/// <param name="IsNewest">Whether lots of its kind are compared with it now.</param>
/// <param name="Signature">Its signature; null where it was frozen before people existed.</param>
internal sealed record SetLine(ReferenceSet Set, bool IsNewest, Signature? Signature);

/// <summary>All reference sets.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class IndexModel : LabPage
{
    private Definitions _definitions = Definitions.None;

    public IReadOnlyList<SetLine> Lines { get; private set; } = [];

    public void OnGet()
    {
        _definitions = new DefinitionRegister(Work).Read();
        var sets = new ReferenceSetStore(Work).All();
        var signatures = new SignatureStore(Work).All().Where(s => s.SubjectKind == SubjectKind.ReferenceSet.Word()).ToLookup(s => s.SubjectKey, StringComparer.Ordinal);
        var newest = sets.GroupBy(s => s.Kind).Select(g => g.MaxBy(s => (s.FrozenAt, s.Version))!).ToHashSet();
        Lines = [.. sets.OrderBy(s => s.Name, StringComparer.Ordinal).ThenByDescending(s => s.Version)
            .Select(s => new SetLine(s, newest.Contains(s), signatures[SignedSubject.ReferenceSet(s.Name, s.Version).Key].LastOrDefault()))];
    }

    public string ProductName(LotKind kind) => _definitions.Products.LastOrDefault(p => p.Code == kind.Product)?.Name ?? kind.Product;

    public string MethodName(LotKind kind) => _definitions.IsolationMethods.LastOrDefault(m => m.Code == kind.IsolationMethod)?.Name ?? kind.IsolationMethod;
}
