using System.Globalization;
using LabQc.Assays;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>Takes assay results in, held against what the laboratory has defined.</summary>
public sealed class AssayBench(LabWork work, Definitions definitions)
{
    private readonly AttributeCatalogue _catalogue = new(definitions.Attributes);
    private readonly AssayStore _results = new(work);

    /// <summary>Enters results, all or none. Does not commit.</summary>
    /// <returns>The attributes whose results are new.</returns>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    /// <exception cref="FormException">Some entries cannot be; all are named.</exception>
    /// <exception cref="ResultExistsException">A different result stands.</exception>
    public IReadOnlyList<string> Enter(string lot, IReadOnlyList<AssayEntry> entries)
    {
        new BatchStore(work).State(lot);
        Check(entries);
        return [.. entries.Where(e => _results.Enter(lot, Completed(e), MethodVersionOf(e))).Select(e => e.Attribute)];
    }

    /// <summary>Corrects a result; unit and method stay as they were. Does not commit.</summary>
    /// <exception cref="FormException">The value is no result of the attribute.</exception>
    /// <exception cref="ResultMissingException">There is nothing to correct.</exception>
    public void Correct(string lot, string attribute, string value, string reason)
    {
        var standing = _results.Newest(lot, attribute) ?? throw new ResultMissingException(lot, attribute);
        var entry = new AssayEntry
        {
            Attribute = attribute,
            EnteredText = value,
            Unit = standing.Unit,
            Method = standing.Method,
            MeasuredOn = standing.MeasuredOn,
            MeasuredBy = standing.MeasuredBy,
        };
        Check([entry]);
        _results.Correct(lot, entry, standing.MethodVersion, reason);
    }

    private void Check(IReadOnlyList<AssayEntry> entries)
    {
        var problems = entries.SelectMany(Problems).ToList();
        if (problems.Count > 0)
            throw new FormException("The results", problems);
    }

    private IEnumerable<FormProblem> Problems(AssayEntry entry)
    {
        if (AttributeCatalogue.IsMeasured(entry.Attribute))
            yield return new(entry.Attribute, "is computed from measurements and not entered; import the instrument's file instead");
        else if (_catalogue.Find(entry.Attribute) is not { } attribute)
            yield return new(entry.Attribute, $"is no attribute; known are {string.Join(", ", _catalogue.All.Select(a => a.Code).Where(c => !AttributeCatalogue.IsMeasured(c)))}");
        else
        {
            if (ReadingProblem(attribute, entry.EnteredText) is { } problem)
                yield return new(entry.Attribute, problem);
            if (entry.Unit is { } unit && !UnitName.Same(unit, attribute.Unit))
                yield return new(entry.Attribute, $"its unit is {(attribute.Unit.Length == 0 ? "none" : attribute.Unit)}; found \"{unit}\"");
        }
        if (entry.Method is { } code && definitions.Methods.All(m => m.Code != code))
            yield return new(entry.Attribute, $"no method \"{code}\" is defined");
        if (entry.MeasuredOn is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return new(entry.Attribute, $"a day is written yyyy-MM-dd; found \"{day}\"");
    }

    private static string? ReadingProblem(LabAttribute attribute, string text)
    {
        try
        {
            AssayReading.Of(attribute, text);
            return null;
        }
        catch (FormException refused)
        {
            return refused.Problems[0].Message;
        }
    }

    private AssayEntry Completed(AssayEntry entry) => entry with { Unit = entry.Unit ?? _catalogue.Find(entry.Attribute)!.Unit };

    private int? MethodVersionOf(AssayEntry entry) =>
        entry.Method is { } code ? definitions.Methods.Where(m => m.Code == code).Max(m => m.Version) : null;
}
