using LabQc.AuditTrail;

namespace LabQc.Review;

/// <summary>Reads the list of lots, some at a time and newest isolation first, however many there are.</summary>
public sealed class BatchListStore(LabWork work)
{
    /// <summary>How many lots a page shows.</summary>
    public const int PageSize = 50;

    // The verdict that a review goes by: the newest one under the specification of the last submission, else the newest of all;
    // always by the product's own specification, never by a market's.
    private const string Judgement =
        """
        (SELECT MAX(e.ordinal)
           FROM evaluation e
           LEFT JOIN evaluation f
                  ON f.site = e.site
                 AND f.lot_number = e.lot_number
                 AND f.ordinal = (SELECT s.evaluation_ordinal
                                    FROM review_step s
                                   WHERE s.site = e.site
                                     AND s.lot_number = e.lot_number
                                     AND s.step = 'submitted'
                                     AND s.evaluation_ordinal IS NOT NULL
                                   ORDER BY s.ordinal DESC
                                   LIMIT 1)
          WHERE e.site = b.site
            AND e.lot_number = b.lot_number
            AND e.specification_product = b.product
            AND (f.ordinal IS NULL
                 OR (e.specification_product = f.specification_product
                     AND e.specification_version = f.specification_version)))
        """;

    /// <summary>The newest lots of the filter, or those that follow a place, or those that come before it.</summary>
    /// <param name="filter">Which lots.</param>
    /// <param name="olderThan">Lots isolated before this place; null: from the newest on.</param>
    /// <param name="newerThan">Lots isolated after this place, those next to it; it goes before <paramref name="olderThan"/>.</param>
    /// <param name="take">How many at most.</param>
    public BatchListPage Page(BatchListFilter filter, BatchListPlace? olderThan = null, BatchListPlace? newerThan = null, int take = PageSize)
    {
        var upwards = newerThan is not null;
        var place = newerThan ?? olderThan;
        var rows = Read(filter, place, upwards, take + 1);
        var more = rows.Count > take;
        IReadOnlyList<BatchListRow> shown = upwards ? [.. rows.Take(take).Reverse()] : [.. rows.Take(take)];
        return new BatchListPage(shown, upwards ? more : place is not null, upwards || more);
    }

    /// <summary>Whether the registry holds no lot at all.</summary>
    public bool IsEmpty() => work.Session.Find<long>("SELECT EXISTS (SELECT 1 FROM batch WHERE site = @site)", new { site = work.Site }) == 0;

    /// <summary>Lot numbers that are close to one that nobody knows: the same characters in another order, or one of them different.</summary>
    public IReadOnlyList<string> Close(string lot) =>
        lot.Length is < 3 or > 40
            ? []
            : work.Session.Query<string>(
                """
                SELECT lot_number
                  FROM batch
                 WHERE site = @site
                   AND LENGTH(lot_number) = @length
                   AND SUBSTR(lot_number, 1, 2) = UPPER(@head)
                 ORDER BY isolated_on DESC
                 LIMIT 2000
                """,
                new { site = work.Site, length = lot.Length, head = lot[..2] })
                .Where(known => IsClose(known, lot.ToUpperInvariant()))
                .Take(3)
                .ToList();

    private static bool IsClose(string known, string sought) =>
        known.Zip(sought).Count(pair => pair.First != pair.Second) <= 1 || known.Order().SequenceEqual(sought.Order());

    private IReadOnlyList<BatchListRow> Read(BatchListFilter filter, BatchListPlace? place, bool upwards, int take)
    {
        var order = upwards ? "ASC" : "DESC";
        // Only the lots that are shown are looked at any closer than the filter needs: an answer is a long text.
        return work.Session.Query<BatchListRow>(
            $"""
            WITH page AS (
                SELECT b.site,
                       b.lot_number,
                       b.product,
                       b.isolation_method,
                       b.isolated_on,
                       b.work_state,
                       b.disposition,
                       b.hold_reason,
                       b.corrected_after_decision
                  FROM batch b
                 WHERE b.site = @site
                   {string.Concat(Conditions(filter).Select(c => $"AND {c} "))}
                   {Beyond(place, upwards)}
                 ORDER BY b.isolated_on {order},
                          b.lot_number {order}
                 LIMIT @take
            )
            SELECT b.lot_number,
                   b.product,
                   b.isolation_method,
                   b.isolated_on,
                   b.work_state,
                   b.disposition,
                   b.hold_reason,
                   b.corrected_after_decision,
                   j.verdict,
                   j.answer
              FROM page b
              LEFT JOIN evaluation j ON j.site = b.site AND j.lot_number = b.lot_number AND j.ordinal = {Judgement}
             ORDER BY b.isolated_on {order},
                      b.lot_number {order}
            """,
            new
            {
                site = work.Site,
                filter.Product,
                method = filter.IsolationMethod,
                filter.State,
                filter.Verdict,
                part = filter.Lot?.Trim().ToUpperInvariant(),
                from = filter.From ?? DateOnly.MinValue,
                to = filter.To ?? DateOnly.MaxValue,
                date = place?.IsolatedOn ?? DateOnly.MinValue,
                lot = place?.Lot,
                take,
            });
    }

    private static IEnumerable<string> Conditions(BatchListFilter filter)
    {
        if (filter.Product is not null)
            yield return "b.product = @Product";
        if (filter.IsolationMethod is not null)
            yield return "b.isolation_method = @method";
        if (filter.From is not null)
            yield return "b.isolated_on >= @from";
        if (filter.To is not null)
            yield return "b.isolated_on <= @to";
        if (!string.IsNullOrWhiteSpace(filter.Lot))
            yield return "INSTR(UPPER(b.lot_number), @part) > 0";
        if (filter.State is { } state)
            yield return state switch
            {
                BatchListFilter.OnHold => "b.hold_reason IS NOT NULL",
                "released" or "rejected" or "recalled" => "b.disposition = @State",
                // An unknown state is the state of no lot.
                _ => "b.disposition = 'quarantined' AND b.work_state = @State",
            };
        if (filter.Verdict is { } verdict)
            yield return verdict == BatchListFilter.NotEvaluated
                ? "NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.site = b.site AND e.lot_number = b.lot_number AND e.specification_product = b.product)"
                : $"(SELECT v.verdict FROM evaluation v WHERE v.site = b.site AND v.lot_number = b.lot_number AND v.ordinal = {Judgement}) = @Verdict";
    }

    private static string Beyond(BatchListPlace? place, bool upwards) =>
        place is null ? "" : $"AND (b.isolated_on, b.lot_number) {(upwards ? '>' : '<')} (@date, @lot)";
}
