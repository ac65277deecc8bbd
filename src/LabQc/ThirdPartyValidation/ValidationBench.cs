using System.Globalization;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Evaluation;
using LabQc.Measurements;
using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.ThirdPartyValidation;

/// <summary>A certificate as it came.</summary>
public sealed record CertificateFile(string Name, byte[] Content);

/// <summary>A third party's result as somebody enters it from a certificate.</summary>
public sealed record ValidationEntry
{
    public required string Lot { get; init; }
    public required string Attribute { get; init; }
    public required string EnteredText { get; init; }
    public string? Unit { get; init; }
    public string? ExpandedUncertainty { get; init; }
    public string? CoverageFactor { get; init; }
    public required string Laboratory { get; init; }
    public string? Accreditation { get; init; }
    public required string Method { get; init; }
    public string? CertificateNumber { get; init; }
    public string? IssuedOn { get; init; }
}

/// <summary>Takes third parties' results in, and sets them against ours.</summary>
public sealed class ValidationBench(LabWork work)
{
    private readonly ValidationStore _records = new(work);
    private readonly AttributeCatalogue _catalogue = new(new DefinitionRegister(work).Read().Attributes);

    /// <summary>Keeps the certificate whole and records its result. Does not commit.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    /// <exception cref="FormException">Some of the entry cannot be; all problems are named.</exception>
    public ValidationComparison Add(CertificateFile certificate, ValidationEntry entry)
    {
        new BatchStore(work).State(entry.Lot);
        var problems = Problems(certificate, entry).ToList();
        if (problems.Count > 0)
            throw new FormException("The third party's result", problems);
        var sha256 = RawFileStore.Sha256Of(certificate.Content);
        new ImportStore(work).Attach(entry.Lot, certificate.Name, certificate.Content, "certificate", "kept as it came");
        var record = new ValidationRecord
        {
            LotNumber = entry.Lot,
            Attribute = entry.Attribute,
            EnteredText = entry.EnteredText.Trim(),
            Unit = _catalogue.Find(entry.Attribute)!.Unit,
            ExpandedUncertainty = entry.ExpandedUncertainty,
            CoverageFactor = entry.ExpandedUncertainty is null ? null : entry.CoverageFactor ?? "2",
            Laboratory = entry.Laboratory,
            Accreditation = entry.Accreditation,
            Method = entry.Method,
            CertificateSha256 = sha256,
            CertificateNumber = entry.CertificateNumber,
            IssuedOn = entry.IssuedOn,
        };
        return Compare(record with { Ordinal = _records.Add(record) });
    }

    /// <summary>The results of a lot, or of all lots, each beside ours.</summary>
    public IReadOnlyList<ValidationComparison> Compare(string? lot) =>
        Compare(lot is null ? _records.All() : _records.OfLot(lot));

    /// <summary>Some neighbouring results by lot, each beside ours.</summary>
    /// <param name="filter">Which results.</param>
    /// <param name="after">Those that follow this place; null: from the first lot on.</param>
    /// <param name="before">Those that come before this place; it goes before <paramref name="after"/>.</param>
    /// <param name="take">How many at most.</param>
    public ValidationPage Page(ValidationFilter filter, ValidationPlace? after = null, ValidationPlace? before = null, int take = ValidationPage.Size)
    {
        var backwards = before is not null;
        var place = before ?? after;
        var found = new List<ValidationComparison>();
        // Whether results agree is computed, not stored: read on until enough of them are as the filter wants them.
        for (var from = place; found.Count <= take;)
        {
            var records = _records.Some(filter, from, backwards, take + 1);
            found.AddRange(Compare(records).Where(c => filter.Agreement is null || c.Agreement == filter.Agreement));
            if (records.Count <= take)
                break;
            from = new ValidationPlace(records[^1].LotNumber, records[^1].Ordinal);
        }
        var more = found.Count > take;
        IReadOnlyList<ValidationComparison> shown = backwards ? [.. found.Take(take).Reverse()] : [.. found.Take(take)];
        return new ValidationPage(shown, backwards ? more : place is not null, backwards || more);
    }

    private IReadOnlyList<ValidationComparison> Compare(IReadOnlyList<ValidationRecord> records)
    {
        var newest = new EvaluationStore(work).NewestOf([.. records.Select(r => r.LotNumber).Distinct()]);
        return [.. records.Select(r => ValidationComparison.Of(r, newest.GetValueOrDefault(r.LotNumber) is { } answer ? RecordedCriterion.Of(answer, r.Attribute) : null))];
    }

    private ValidationComparison Compare(ValidationRecord record) => Compare([record])[0];

    private IEnumerable<FormProblem> Problems(CertificateFile certificate, ValidationEntry entry)
    {
        if (certificate.Content.Length == 0)
            yield return new("certificate", $"{certificate.Name} is empty");
        if (_catalogue.Find(entry.Attribute) is not { Kind: AttributeKind.Numeric } attribute)
        {
            yield return new("attribute", $"\"{entry.Attribute}\" is no numeric attribute; known are {string.Join(", ", _catalogue.All.Where(a => a.Kind == AttributeKind.Numeric).Select(a => a.Code))}");
            yield break;
        }
        if (!EnteredNumber.TryParse(entry.EnteredText, out _, out var problem))
            yield return new("value", problem);
        if (entry.Unit is { } unit && !UnitName.Same(unit, attribute.Unit))
            yield return new("unit", $"{attribute.Code} is in {attribute.Unit}; found \"{unit}\"");
        foreach (var found in Positive("uncertainty", entry.ExpandedUncertainty).Concat(Positive("coverage", entry.CoverageFactor)))
            yield return found;
        if (entry.CoverageFactor is not null && entry.ExpandedUncertainty is null)
            yield return new("coverage", "a coverage factor belongs to an uncertainty; give both");
        if (entry.IssuedOn is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return new("issued", $"a day is written yyyy-MM-dd; found \"{day}\"");
    }

    private static IEnumerable<FormProblem> Positive(string where, string? text)
    {
        if (text is null)
            yield break;
        if (!EnteredNumber.TryParse(text, out var number, out var problem))
            yield return new(where, problem);
        else if (number.Value <= 0)
            yield return new(where, $"must be more than 0; found \"{text}\"");
    }
}
