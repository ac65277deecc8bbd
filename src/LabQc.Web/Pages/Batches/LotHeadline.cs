using LabQc.Consistency;
using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Batches;

/// <summary>A key figure of the lot.</summary>
internal sealed record KeyFigure(string Name, string Value, string Unit, string Note = "");

/// <summary>What is seen first: the verdict and four figures.</summary>
internal sealed record LotHeadline
{
    /// <summary>The verdict's word; null where the lot is not evaluated.</summary>
    public string? Verdict { get; init; }
    public required string Words { get; init; }
    public required string Detail { get; init; }
    public required IReadOnlyList<KeyFigure> Figures { get; init; }

    /// <summary>The headline of a lot.</summary>
    public static LotHeadline Of(LotReading reading) => new()
    {
        Verdict = reading.Shown?.Verdict,
        Words = Title(reading.Shown?.Verdict),
        Detail = reading.Answer is { } answer ? Counts(answer) : reading.Measurements.Count == 0 ? "nothing is measured yet" : "no verdict was given yet",
        Figures = [.. Sizes(reading), Distance(reading)],
    };

    /// <summary>A verdict as a title.</summary>
    public static string Title(string? verdict) => verdict switch
    {
        "conforms" => "Conforms",
        "does-not-conform" => "Does not conform",
        "inconclusive" => "Inconclusive",
        "incomplete" => "Incomplete",
        "missing" => "Missing",
        "reported" => "Reported",
        _ => "Not evaluated",
    };

    private static string Counts(RecordedAnswer answer)
    {
        var parts = new[]
        {
            (N: answer.Count(CriterionVerdict.Conforms), One: "conforms", Many: "conform"),
            (N: answer.Count(CriterionVerdict.DoesNotConform), One: "does not conform", Many: "do not conform"),
            (N: answer.Count(CriterionVerdict.Inconclusive), One: "inconclusive", Many: "inconclusive"),
            (N: answer.Count(CriterionVerdict.Missing), One: "missing", Many: "missing"),
        }.Where(p => p.N > 0).Select(p => $"{Batches.Figures.Count(p.N)} {(p.N == 1 ? p.One : p.Many)}").ToList();
        return parts.Count == 0 ? "the specification has no criteria" : string.Join(", ", parts);
    }

    private static IEnumerable<KeyFigure> Sizes(LotReading reading)
    {
        foreach (var code in new[] { AttributeCatalogue.SizeD50, AttributeCatalogue.SizePercentInRange, AttributeCatalogue.ParticlesPerMl })
        {
            var attribute = reading.Catalogue.Find(code)!;
            var criterion = reading.Answer?.Find(code);
            var value = criterion is not null ? criterion.Value : Profiled(reading, code);
            yield return new KeyFigure(
                AttributeNames.Of(code, criterion?.PercentRange), value is { } known ? Batches.Figures.Of(attribute, known) : Batches.Figures.None,
                value is null ? "" : NumberView.Unit(attribute.Unit));
        }
    }

    private static double? Profiled(LotReading reading, string code) =>
        reading.Neighbours is { } n && n.Judged.Values.TryGetValue(code, out var value) ? value : null;

    private static KeyFigure Distance(LotReading reading) =>
        reading.Neighbours?.Answer.Distribution is { DistanceNm: { } distance } answer
            ? new KeyFigure("Distance to reference set", Batches.Figures.Of(distance, 1), "nm",
                answer.Verdict == ConsistencyVerdict.OutOfTrend ? "above its limit" : answer.LimitNm is { } limit ? $"limit {Batches.Figures.Of(limit, 1)} nm" : "no limit yet")
            : new KeyFigure("Distance to reference set", Batches.Figures.None, "");
}
