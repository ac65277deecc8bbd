namespace LabQc.Charts;

/// <summary>What a control strip in a table's row shows.</summary>
public sealed record MiniControlData
{
    /// <summary>"D50".</summary>
    public required string Attribute { get; init; }

    /// <summary>Values in sigma from the frozen centre, the judged lot last; only the last 20 are drawn.</summary>
    public required IReadOnlyList<double> Sigmas { get; init; }

    /// <summary>Specification limits in sigma from the centre; one beyond ±4.3 is drawn at the edge.</summary>
    public double? LowerSpecification { get; init; }

    public double? UpperSpecification { get; init; }

    /// <summary>What the last lot breaks: "the upper control limit"; empty when nothing.</summary>
    public string LastBreaks { get; init; } = "";
}
