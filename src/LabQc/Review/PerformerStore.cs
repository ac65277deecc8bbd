using LabQc.AuditTrail;
using LabQc.People;

namespace LabQc.Review;

/// <summary>Says who worked on a lot: who recorded anything of it, and whom the record names as having done the work.</summary>
public sealed class PerformerStore(LabWork work)
{
    /// <summary>All that was done on a lot, and by whom.</summary>
    public IReadOnlyList<PerformedWork> OfLot(string lot) =>
        work.Session.Query<PerformedWork>(
            """
            SELECT DISTINCT recorded_by AS name,
                   CASE version WHEN 1 THEN 'registered the batch' ELSE 'corrected the batch' END AS what
              FROM batch_version
             WHERE site = @site
               AND lot_number = @lot
            UNION
            SELECT operator,
                   'isolated the batch'
              FROM batch_version
             WHERE site = @site
               AND lot_number = @lot
               AND operator IS NOT NULL
            UNION
            SELECT recorded_by,
                   'measured ' || name
              FROM measurement
             WHERE site = @site
               AND lot_number = @lot
            UNION
            SELECT recorded_by,
                   CASE version WHEN 1 THEN 'entered ' ELSE 'corrected ' END || attribute
              FROM assay_result
             WHERE site = @site
               AND lot_number = @lot
            UNION
            SELECT measured_by,
                   'measured ' || attribute
              FROM assay_result
             WHERE site = @site
               AND lot_number = @lot
               AND measured_by IS NOT NULL
            UNION
            SELECT r.recorded_by,
                   CASE r.version WHEN 1 THEN 'took in a file of ' ELSE 'corrected the dilution of ' END || m.name
              FROM measurement m
              CROSS JOIN run r ON r.site = m.site AND r.measurement_id = m.measurement_id
             WHERE m.site = @site
               AND m.lot_number = @lot
            UNION
            SELECT i.recorded_by,
                   CASE i.included WHEN 1 THEN 'took a replicate back into ' ELSE 'excluded a replicate of ' END || m.name
              FROM measurement m
              CROSS JOIN inclusion i ON i.site = m.site AND i.measurement_id = m.measurement_id
             WHERE m.site = @site
               AND m.lot_number = @lot
            """,
            new { site = work.Site, lot });

    /// <summary>What one person did on a lot; empty where nothing.</summary>
    public IReadOnlyList<string> Of(string lot, Person person) =>
        [.. OfLot(lot).Where(w => IsNamed(person, w.Name)).Select(w => w.What).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsNamed(Person person, string name) =>
        string.Equals(name, person.PrintedName, StringComparison.OrdinalIgnoreCase) || string.Equals(name, person.Name, StringComparison.OrdinalIgnoreCase);
}
