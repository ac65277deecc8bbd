using LabQc.AuditTrail;
using LabQc.Batches;

namespace LabQc.Assays;

/// <summary>Enters, corrects and reads the assay results of lots.</summary>
public sealed class AssayStore(LabWork work)
{
    private const string Columns =
        """
        lot_number,
        attribute,
        version,
        entered_text,
        unit,
        method,
        method_version,
        source,
        measured_on,
        measured_by,
        reason,
        recorded_at,
        recorded_by
        """;

    /// <summary>Enters the first result of an attribute; the same entry again is nothing new.</summary>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="ResultExistsException">A different result stands.</exception>
    public bool Enter(string lot, AssayEntry entry, int? methodVersion)
    {
        work.Session.BeginWriting();
        if (Newest(lot, entry.Attribute) is { } standing)
            return standing.EnteredText == entry.EnteredText && standing.Unit == entry.Unit
                ? false
                : throw new ResultExistsException(lot, entry.Attribute, standing.EnteredText);
        Insert("assay.entered", lot, entry, methodVersion, version: 1, reason: null);
        return true;
    }

    /// <summary>Records a corrected result as a new version; the old one stays readable.</summary>
    /// <exception cref="ResultMissingException">There is nothing to correct.</exception>
    public void Correct(string lot, AssayEntry entry, int? methodVersion, string reason)
    {
        work.Session.BeginWriting();
        var standing = Newest(lot, entry.Attribute) ?? throw new ResultMissingException(lot, entry.Attribute);
        Insert("assay.corrected", lot, entry, methodVersion, standing.Version + 1, reason);
    }

    /// <summary>The newest version of each attribute's result, by attribute.</summary>
    public IReadOnlyList<AssayResult> Current(string lot) =>
        work.Session.Query<AssayResult>(
            $"""
            SELECT {Columns}
              FROM assay_result a
             WHERE site = @site
               AND lot_number = @lot
               AND version = (SELECT MAX(version)
                                FROM assay_result n
                               WHERE n.site = a.site
                                 AND n.lot_number = a.lot_number
                                 AND n.attribute = a.attribute)
             ORDER BY attribute
            """,
            new { site = work.Site, lot });

    /// <summary>Every version of every result, by attribute and version.</summary>
    public IReadOnlyList<AssayResult> Versions(string lot) =>
        work.Session.Query<AssayResult>(
            $"""
            SELECT {Columns}
              FROM assay_result
             WHERE site = @site
               AND lot_number = @lot
             ORDER BY attribute,
                      version
            """,
            new { site = work.Site, lot });

    /// <summary>The newest result of one attribute, or null.</summary>
    public AssayResult? Newest(string lot, string attribute) =>
        work.Session.Find<AssayResult>(
            $"""
            SELECT {Columns}
              FROM assay_result
             WHERE site = @site
               AND lot_number = @lot
               AND attribute = @attribute
             ORDER BY version DESC
             LIMIT 1
            """,
            new { site = work.Site, lot, attribute });

    private void Insert(string action, string lot, AssayEntry entry, int? methodVersion, int version, string? reason) =>
        work.Trail.Record(action, lot, reason, [new RecordKey("assay_result", work.Site, lot, entry.Attribute, (long)version), .. new BatchStateStore(work).ReopenedBy(lot)], () =>
            work.Session.Execute(
                """
                INSERT INTO assay_result
                       (site, lot_number, attribute, version, entered_text, unit, method, method_version, source,
                        measured_on, measured_by, reason, recorded_at, recorded_by)
                VALUES (@site, @lot, @Attribute, @version, @EnteredText, @Unit, @Method, @methodVersion, 'typed',
                        @MeasuredOn, @MeasuredBy, @reason, @recordedAt, @recordedBy)
                """,
                new
                {
                    site = work.Site,
                    lot,
                    entry.Attribute,
                    version,
                    entry.EnteredText,
                    entry.Unit,
                    entry.Method,
                    methodVersion,
                    entry.MeasuredOn,
                    entry.MeasuredBy,
                    reason,
                    recordedAt = work.Trail.Now(),
                    recordedBy = work.Actor.Name,
                }));
}
