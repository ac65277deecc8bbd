using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>The one value of an attribute that a verdict judges, or why there is none.</summary>
public sealed record ReportableValue
{
    /// <summary>The number; null for words, for "not detected", and where there is none.</summary>
    public double? Value { get; init; }

    /// <summary>What the result says about its number.</summary>
    public Qualifier Qualifier { get; init; }

    /// <summary>The result as entered; null for what is computed.</summary>
    public EnteredResult? Entered { get; init; }

    /// <summary>u_run; null where it is unknown.</summary>
    public RunUncertainty? Run { get; init; }

    /// <summary>Why there is no result.</summary>
    public string? MissingBecause { get; init; }

    /// <summary>Why the results that there are give no number that could be judged.</summary>
    public string? UndefinedBecause { get; init; }

    /// <summary>That there are more results than were planned; null: there are not.</summary>
    public string? Unplanned { get; init; }

    /// <summary>The exact decimal value: of the text as entered, else of the shortest round-trip text of the computed number.</summary>
    public decimal? Exact =>
        Entered?.Number?.Value ?? (Value is { } number && double.IsFinite(number) ? Rounding.Exact(number) : null);

    /// <summary>Whether there is a finite number.</summary>
    public bool IsNumber => Value is { } number && double.IsFinite(number);

    public static ReportableValue Missing(string because) => new() { MissingBecause = because };

    public static ReportableValue Undefined(string because) => new() { UndefinedBecause = because };
}
