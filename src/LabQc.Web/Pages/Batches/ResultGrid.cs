using LabQc.Assays;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Units;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Batches;

/// <summary>The grid of a lot's assay results: what its specification asks for, then what else the laboratory can enter.</summary>
internal sealed class ResultGrid
{
    private readonly Definitions _definitions;
    private readonly IReadOnlyDictionary<string, string> _typed;
    private readonly IReadOnlyDictionary<string, AssayResult> _standing;
    private readonly RecordedAnswer? _answer;
    private readonly string _today;
    private readonly string _person;

    /// <param name="work">The unit of work; nothing is written.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="typed">What was typed, field by field.</param>
    /// <param name="today">The day that a result is measured on unless the person says otherwise.</param>
    /// <param name="person">Who measured it unless the person says otherwise.</param>
    public ResultGrid(LabWork work, string lot, IReadOnlyDictionary<string, string> typed, string today, string person)
    {
        _definitions = new DefinitionRegister(work).Read();
        _typed = typed;
        _today = today;
        _person = person;
        _standing = new AssayStore(work).Current(lot).ToDictionary(a => a.Attribute, StringComparer.Ordinal);
        var newest = new EvaluationStore(work).Newest(lot);
        _answer = newest is null ? null : RecordedAnswer.Of(newest);
        var details = new BatchStore(work).Current(lot).Details;
        Specification = Effective(details);
        var criteria = (Specification?.Criteria ?? []).Where(c => !AttributeCatalogue.IsMeasured(c.Attribute.Code)).DistinctBy(c => c.Attribute.Code).ToList();
        Asked = [.. criteria.Select(c => Row(c.Attribute, c))];
        Others = [.. new AttributeCatalogue(_definitions.Attributes).All.Where(a => !AttributeCatalogue.IsMeasured(a.Code) && criteria.All(c => c.Attribute.Code != a.Code)).Select(a => Row(a, null))];
    }

    /// <summary>The specification of the day of isolation; null where none was effective.</summary>
    public Specification? Specification { get; }

    /// <summary>What the specification asks for.</summary>
    public IReadOnlyList<ResultRow> Asked { get; }

    /// <summary>What else can be entered.</summary>
    public IReadOnlyList<ResultRow> Others { get; }

    /// <summary>All rows.</summary>
    public IEnumerable<ResultRow> Rows => Asked.Concat(Others);

    /// <summary>The results that were typed; those of an attribute that has one by now are entered too, and refused unless they are the same.</summary>
    /// <exception cref="FormException">A qualifier and its value contradict each other.</exception>
    public IReadOnlyList<AssayEntry> Entries()
    {
        var wrong = Rows.Where(r => TypedResult.Contradicts(r.Qualifier, r.Value))
            .Select(r => new FormProblem(r.Code, $"{r.Title}: \"{r.Qualifier}\" and \"{r.Value}\" contradict each other; choose one"))
            .ToList();
        if (wrong.Count > 0)
            throw new FormException("The results", wrong);
        return [.. Rows.Where(r => TypedResult.Text(r.Qualifier, r.Value).Length > 0).Select(Entry)];
    }

    private static AssayEntry Entry(ResultRow row) => new()
    {
        Attribute = row.Code,
        EnteredText = TypedResult.Text(row.Qualifier, row.Value),
        Method = row.Method.Length == 0 ? null : row.Method,
        MeasuredOn = row.MeasuredOn.Length == 0 ? null : row.MeasuredOn,
        MeasuredBy = row.MeasuredBy.Length == 0 ? null : row.MeasuredBy,
    };

    private ResultRow Row(LabAttribute attribute, Criterion? criterion)
    {
        var methods = MethodsOf(attribute, criterion);
        var qualifier = Typed(attribute.Code + "Qualifier", "=");
        var value = Typed(attribute.Code, "");
        return new ResultRow
        {
            Attribute = attribute,
            Title = AttributeNames.Of(attribute.Code),
            Criterion = criterion,
            Standing = _standing.GetValueOrDefault(attribute.Code),
            Verdict = _answer?.Find(attribute.Code),
            Qualifier = qualifier,
            Value = value,
            Outside = criterion is null || value.Length == 0 ? null : TypedResult.Outside(criterion, TypedResult.Text(qualifier, value)),
            Method = Typed("method." + attribute.Code, criterion?.Method?.Code ?? ""),
            Methods = methods,
            MeasuredOn = Typed("on." + attribute.Code, _today),
            MeasuredBy = Typed("by." + attribute.Code, _person),
        };
    }

    private IReadOnlyList<Choice> MethodsOf(LabAttribute attribute, Criterion? criterion)
    {
        var newest = _definitions.Methods.GroupBy(m => m.Code).Select(g => g.MaxBy(m => m.Version)!).ToList();
        var first = newest.Where(m => m.Code == criterion?.Method?.Code || m.UncertaintyOf(attribute.Code) is not null).ToList();
        return [new Choice("", "not named"), .. first.Concat(newest.Except(first)).Select(m => new Choice(m.Code, $"{m.Name}, version {m.Version}"))];
    }

    private Specification? Effective(BatchDetails details)
    {
        try
        {
            return DefinitionRegister.EffectiveOn(_definitions, details.Product, details.IsolatedOn);
        }
        catch (SpecificationMissingException)
        {
            return null;
        }
    }

    private string Typed(string field, string otherwise) => _typed.TryGetValue(field, out var typed) ? typed.Trim() : otherwise;
}
