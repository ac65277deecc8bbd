namespace LabQc.Review;

/// <summary>Which lots a list shows; what is null does not matter.</summary>
public sealed record BatchListFilter
{
    public string? Product { get; init; }
    public string? IsolationMethod { get; init; }
    /// <summary>A stage's word, such as <c>submitted</c> or <c>released</c>; or <see cref="OnHold"/>.</summary>
    public string? State { get; init; }
    /// <summary>A verdict's word, or <see cref="NotEvaluated"/>.</summary>
    public string? Verdict { get; init; }
    /// <summary>Part of the lot number, in any case.</summary>
    public string? Lot { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>The state of lots with a hold on them, whatever their stage.</summary>
    public const string OnHold = "on-hold";

    /// <summary>The verdict of lots that have none.</summary>
    public const string NotEvaluated = "not-evaluated";

    /// <summary>Whether every lot is shown.</summary>
    public bool IsOpen => this == new BatchListFilter();
}

/// <summary>A place in the list: the isolation date and the number of a lot.</summary>
public sealed record BatchListPlace(DateOnly IsolatedOn, string Lot)
{
    /// <summary>As <c>2026-03-05~EXO-1</c>.</summary>
    public override string ToString() => $"{IsolatedOn:yyyy-MM-dd}~{Lot}";

    /// <summary>Reads a place, or null where the text is none.</summary>
    public static BatchListPlace? Parse(string? text) =>
        text is { Length: > 11 } && text[10] == '~'
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date)
            ? new BatchListPlace(date, text[11..])
            : null;
}

/// <summary>One lot of the list.</summary>
public sealed record BatchListRow
{
    public required string LotNumber { get; init; }
    public required string Product { get; init; }
    public required string IsolationMethod { get; init; }
    public required DateOnly IsolatedOn { get; init; }
    public required string WorkState { get; init; }
    public required string Disposition { get; init; }
    public string? HoldReason { get; init; }
    /// <summary>When the record of the decided lot was first corrected; null where it was not.</summary>
    public string? CorrectedAfterDecision { get; init; }
    public string? Verdict { get; init; }
    /// <summary>The answer behind the verdict, as JSON.</summary>
    public string? Answer { get; init; }

    /// <summary>Where the lot stands in the list.</summary>
    public BatchListPlace Place => new(IsolatedOn, LotNumber);
}

/// <summary>Some neighbouring lots of the list, newest isolation first.</summary>
public sealed record BatchListPage(IReadOnlyList<BatchListRow> Rows, bool HasNewer, bool HasOlder);
