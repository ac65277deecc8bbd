using LabQc.AuditTrail;

namespace LabQc.ThirdPartyValidation;

/// <summary>Keeps third parties' results; nothing of them changes afterwards.</summary>
public sealed class ValidationStore(LabWork work)
{
    private const string Columns =
        """
        lot_number,
        ordinal,
        attribute,
        entered_text,
        unit,
        expanded_uncertainty,
        coverage_factor,
        laboratory,
        accreditation,
        method,
        certificate_sha256,
        certificate_number,
        issued_on,
        recorded_at,
        recorded_by
        """;

    /// <summary>Records a result whose certificate is kept as a raw file already.</summary>
    /// <returns>The record's number within the lot, from 1.</returns>
    public long Add(ValidationRecord record)
    {
        work.Session.BeginWriting();
        var ordinal = OfLot(record.LotNumber).Count + 1L;
        work.Trail.Record("validation.recorded", record.LotNumber, reason: null,
            [new RecordKey("validation_record", work.Site, record.LotNumber, ordinal)],
            () => work.Session.Execute(
                """
                INSERT INTO validation_record
                       (site, lot_number, ordinal, attribute, entered_text, unit, expanded_uncertainty, coverage_factor,
                        laboratory, accreditation, method, certificate_sha256, certificate_number, issued_on,
                        recorded_at, recorded_by)
                VALUES (@site, @LotNumber, @ordinal, @Attribute, @EnteredText, @Unit, @ExpandedUncertainty, @CoverageFactor,
                        @Laboratory, @Accreditation, @Method, @CertificateSha256, @CertificateNumber, @IssuedOn,
                        @recordedAt, @recordedBy)
                """,
                new
                {
                    site = work.Site,
                    record.LotNumber,
                    ordinal,
                    record.Attribute,
                    record.EnteredText,
                    record.Unit,
                    record.ExpandedUncertainty,
                    record.CoverageFactor,
                    record.Laboratory,
                    record.Accreditation,
                    record.Method,
                    record.CertificateSha256,
                    record.CertificateNumber,
                    record.IssuedOn,
                    recordedAt = work.Trail.Now(),
                    recordedBy = work.Actor.Name,
                }));
        return ordinal;
    }

    /// <summary>A lot's records in the order in which they were added.</summary>
    public IReadOnlyList<ValidationRecord> OfLot(string lot) => Read("AND lot_number = @lot", lot);

    /// <summary>All records, by lot.</summary>
    public IReadOnlyList<ValidationRecord> All() => Read("", lot: null);

    /// <summary>Records of the filter by lot, those that follow a place or come before it; at most so many.</summary>
    /// <param name="filter">Which records.</param>
    /// <param name="place">The place; null: from the first lot on.</param>
    /// <param name="backwards">Those before the place, the nearest first.</param>
    /// <param name="take">How many at most.</param>
    internal IReadOnlyList<ValidationRecord> Some(ValidationFilter filter, ValidationPlace? place, bool backwards, int take)
    {
        var order = backwards ? "DESC" : "ASC";
        var conditions = string.Concat(Conditions(filter, place, backwards).Select(c => $"AND {c} "));
        return work.Session.Query<ValidationRecord>(
            $"""
            SELECT {Columns}
              FROM validation_record
             WHERE site = @site {conditions}
             ORDER BY lot_number {order},
                      ordinal {order}
             LIMIT @take
            """,
            new
            {
                site = work.Site,
                part = filter.Lot?.Trim().ToUpperInvariant(),
                filter.Attribute,
                filter.Laboratory,
                lot = place?.Lot,
                ordinal = place?.Ordinal ?? 0L,
                take,
            });
    }

    /// <summary>What was measured by third parties, and which laboratories did, each in ordinal order.</summary>
    public (IReadOnlyList<string> Attributes, IReadOnlyList<string> Laboratories) Known() =>
        (work.Session.Query<string>("SELECT DISTINCT attribute FROM validation_record WHERE site = @site ORDER BY attribute", new { site = work.Site }),
            work.Session.Query<string>("SELECT DISTINCT laboratory FROM validation_record WHERE site = @site ORDER BY laboratory", new { site = work.Site }));

    private static IEnumerable<string> Conditions(ValidationFilter filter, ValidationPlace? place, bool backwards)
    {
        if (!string.IsNullOrWhiteSpace(filter.Lot))
            yield return "INSTR(UPPER(lot_number), @part) > 0";
        if (filter.Attribute is not null)
            yield return "attribute = @Attribute";
        if (filter.Laboratory is not null)
            yield return "laboratory = @Laboratory";
        if (place is not null)
            yield return $"(lot_number, ordinal) {(backwards ? '<' : '>')} (@lot, @ordinal)";
    }

    private IReadOnlyList<ValidationRecord> Read(string condition, string? lot) =>
        work.Session.Query<ValidationRecord>(
            $"""
            SELECT {Columns}
              FROM validation_record
             WHERE site = @site {condition}
             ORDER BY lot_number,
                      ordinal
            """,
            new { site = work.Site, lot });
}
