using LabQc.AuditTrail;

namespace LabQc.Evaluation;

/// <summary>A verdict as it was given.</summary>
public sealed record RecordedEvaluation
{
    public required string LotNumber { get; init; }
    /// <summary>Place in the order of the lot's evaluations, from 1.</summary>
    public required long Ordinal { get; init; }
    /// <summary>The code of the specification: the product, and a market behind it where it is a market's own.</summary>
    public required string SpecificationProduct { get; init; }
    public required int SpecificationVersion { get; init; }
    /// <summary>SHA-256 over everything that the verdict rests on.</summary>
    public required string InputsSha256 { get; init; }
    public required string Verdict { get; init; }
    /// <summary>The whole answer as JSON.</summary>
    public required string Answer { get; init; }
    public required string EvaluatedAt { get; init; }
    public required string EvaluatedBy { get; init; }
}

/// <summary>Records evaluations; one that was given never changes, and the same inputs find it again.</summary>
public sealed class EvaluationStore(LabWork work)
{
    private const int LotsAtOnce = 500;

    private const string Columns =
        """
        lot_number,
        ordinal,
        specification_product,
        specification_version,
        inputs_sha256,
        verdict,
        answer,
        evaluated_at,
        evaluated_by
        """;

    /// <summary>The evaluation of a lot by a specification on the same inputs, or null.</summary>
    public RecordedEvaluation? Find(string lot, string product, int version, string inputsSha256) =>
        work.Session.Find<RecordedEvaluation>(
            $"""
            SELECT {Columns}
              FROM evaluation
             WHERE site = @site
               AND lot_number = @lot
               AND specification_product = @product
               AND specification_version = @version
               AND inputs_sha256 = @inputsSha256
            """,
            new { site = work.Site, lot, product, version, inputsSha256 });

    /// <summary>A lot's evaluations, oldest first.</summary>
    public IReadOnlyList<RecordedEvaluation> OfLot(string lot) =>
        work.Session.Query<RecordedEvaluation>(
            $"""
            SELECT {Columns}
              FROM evaluation
             WHERE site = @site
               AND lot_number = @lot
             ORDER BY ordinal
            """,
            new { site = work.Site, lot });

    /// <summary>A lot's newest evaluation, or null.</summary>
    public RecordedEvaluation? Newest(string lot) => OfLot(lot) is [.., var newest] ? newest : null;

    /// <summary>The newest evaluation of each of some lots, by lot; a lot without one is not there.</summary>
    public IReadOnlyDictionary<string, RecordedEvaluation> NewestOf(IReadOnlyList<string> lots) =>
        lots.Chunk(LotsAtOnce).SelectMany(some => work.Session.Query<RecordedEvaluation>(
            $"""
            SELECT {Columns}
              FROM evaluation e
             WHERE site = @site
               AND lot_number IN @some
               AND ordinal = (SELECT MAX(n.ordinal)
                                FROM evaluation n
                               JOIN batch b
                                 ON b.site = n.site
                                AND b.lot_number = n.lot_number
                                AND b.product = n.specification_product
                               WHERE n.site = e.site
                                 AND n.lot_number = e.lot_number)
            """,
            new { site = work.Site, some })).ToDictionary(e => e.LotNumber, StringComparer.Ordinal);

    /// <summary>A lot's newest evaluation by one specification's code, or null.</summary>
    public RecordedEvaluation? Newest(string lot, string code) => OfLot(lot).LastOrDefault(e => e.SpecificationProduct == code);

    /// <summary>How many lots were judged by each version of every specification, by its name such as <c>MSC-EV@3</c>.</summary>
    public IReadOnlyDictionary<string, long> LotsBySpecification() =>
        work.Session.Query<SpecificationUse>(
            """
            SELECT specification_product AS code,
                   specification_version AS version,
                   COUNT(DISTINCT lot_number) AS lots
              FROM evaluation
             WHERE site = @site
             GROUP BY specification_product,
                      specification_version
            """,
            new { site = work.Site }).ToDictionary(r => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{r.Code}@{r.Version}"), r => r.Lots);

    /// <summary>The lots that were judged by a version of a specification, newest isolation first, some of them.</summary>
    public IReadOnlyList<string> LotsJudgedBy(string code, int version, int take) =>
        work.Session.Query<string>(
            """
            SELECT b.lot_number
              FROM batch b
             WHERE b.site = @site
               AND EXISTS (SELECT 1
                             FROM evaluation e
                            WHERE e.site = b.site
                              AND e.lot_number = b.lot_number
                              AND e.specification_product = @code
                              AND e.specification_version = @version)
             ORDER BY b.isolated_on DESC,
                      b.lot_number DESC
             LIMIT @take
            """,
            new { site = work.Site, code, version, take });

    /// <summary>Records a verdict.</summary>
    public RecordedEvaluation Record(string lot, string product, int version, string inputsSha256, string verdict, string answer)
    {
        work.Session.BeginWriting();
        var evaluation = new RecordedEvaluation
        {
            LotNumber = lot,
            Ordinal = OfLot(lot).Count + 1L,
            SpecificationProduct = product,
            SpecificationVersion = version,
            InputsSha256 = inputsSha256,
            Verdict = verdict,
            Answer = answer,
            EvaluatedAt = work.Trail.Now(),
            EvaluatedBy = work.Actor.Name,
        };
        work.Trail.Record("batch.evaluated", lot, reason: null, [new RecordKey("evaluation", work.Site, lot, evaluation.Ordinal)], () =>
            work.Session.Execute(
                """
                INSERT INTO evaluation
                       (site, lot_number, ordinal, specification_product, specification_version, inputs_sha256, verdict,
                        answer, evaluated_at, evaluated_by)
                VALUES (@site, @LotNumber, @Ordinal, @SpecificationProduct, @SpecificationVersion, @InputsSha256, @Verdict,
                        @Answer, @EvaluatedAt, @EvaluatedBy)
                """,
                new
                {
                    site = work.Site,
                    evaluation.LotNumber,
                    evaluation.Ordinal,
                    evaluation.SpecificationProduct,
                    evaluation.SpecificationVersion,
                    evaluation.InputsSha256,
                    evaluation.Verdict,
                    evaluation.Answer,
                    evaluation.EvaluatedAt,
                    evaluation.EvaluatedBy,
                }));
        return evaluation;
    }

    private sealed record SpecificationUse
    {
        public required string Code { get; init; }
        public required long Version { get; init; }
        public required long Lots { get; init; }
    }
}
