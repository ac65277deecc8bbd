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
        [.. (lot is null ? _records.All() : _records.OfLot(lot)).Select(Compare)];

    private ValidationComparison Compare(ValidationRecord record)
    {
        var answer = new EvaluationStore(work).Newest(record.LotNumber);
        return ValidationComparison.Of(record, answer is null ? null : RecordedCriterion.Of(answer, record.Attribute));
    }

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
