using LabQc.AuditTrail;

namespace LabQc.ThirdPartyValidation;

/// <summary>Keeps third parties' results; nothing of them changes afterwards.</summary>
public sealed class ValidationStore(LabWork work)
{
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

    private IReadOnlyList<ValidationRecord> Read(string condition, string? lot) =>
        work.Session.Query<ValidationRecord>(
            $"""
            SELECT lot_number,
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
              FROM validation_record
             WHERE site = @site {condition}
             ORDER BY lot_number,
                      ordinal
            """,
            new { site = work.Site, lot });
}
