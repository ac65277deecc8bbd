using System.Text.Json;
using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>A recorded verdict with all that its answer tells, for people to read.</summary>
public sealed record RecordedAnswer
{
    public required string Verdict { get; init; }
    /// <summary>The verdict in a sentence, with the part of the specified range that was not observed.</summary>
    public required string Statement { get; init; }
    /// <summary>In the order of the specification.</summary>
    public required IReadOnlyList<AnsweredCriterion> Criteria { get; init; }
    public NanometreRange? WorkingRange { get; init; }
    public NanometreRange? SpecifiedRange { get; init; }
    public NanometreRange? VisibleRange { get; init; }
    public double? CountsBelowWorkingRangePercent { get; init; }
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];
    /// <summary>The verdict with every replicate that a person excluded after a verdict was shown; null where none was.</summary>
    public RecordedAnswer? WithoutExclusions { get; init; }

    /// <summary>Reads the answer of a recorded evaluation.</summary>
    public static RecordedAnswer Of(RecordedEvaluation evaluation) => Of(evaluation.Answer);

    /// <summary>Reads an answer as <see cref="EvaluationJson"/> writes it.</summary>
    /// <exception cref="JsonException">It is no such answer.</exception>
    public static RecordedAnswer Of(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return Of(document.RootElement);
    }

    /// <summary>How many criteria became what; in the order of <see cref="CriterionVerdict"/>.</summary>
    public int Count(CriterionVerdict verdict) => Criteria.Count(c => c.Verdict == verdict.Word());

    /// <summary>The first criterion of an attribute, or null.</summary>
    public AnsweredCriterion? Find(string attribute) => Criteria.FirstOrDefault(c => c.Attribute == attribute);

    private static RecordedAnswer Of(JsonElement root) => new()
    {
        Verdict = AnsweredCriterion.Text(root, "verdict")!,
        Statement = AnsweredCriterion.Text(root, "statement") ?? "",
        Criteria = [.. root.GetProperty("criteria").EnumerateArray().Select(AnsweredCriterion.Of)],
        WorkingRange = AnsweredCriterion.Range(root, "working_range_nm"),
        SpecifiedRange = AnsweredCriterion.Range(root, "specified_range_nm"),
        VisibleRange = AnsweredCriterion.Range(root, "visible_range_nm"),
        CountsBelowWorkingRangePercent = AnsweredCriterion.Number(root, "counts_below_working_range_percent"),
        LeftOut = root.TryGetProperty("left_out", out var left) && left.ValueKind == JsonValueKind.Array
            ? [.. left.EnumerateArray().Select(l => new LeftOut(AnsweredCriterion.Text(l, "what") ?? "", AnsweredCriterion.Text(l, "reason") ?? ""))]
            : [],
        WithoutExclusions = root.TryGetProperty("without_exclusions", out var without) && without.ValueKind == JsonValueKind.Object ? Of(without) : null,
    };
}
