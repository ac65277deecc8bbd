using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>One replicate of a run: a video, a position, a sub-run.</summary>
public sealed record ReplicateEvidence
{
    public required string Name { get; init; }

    public bool IsIncluded { get; init; } = true;

    /// <summary>Why it is not included.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a person left it out, and not the reader of the instrument's file.</summary>
    public bool IsExcludedByPerson { get; init; }

    /// <summary>Tracks or traces that its distribution is made of; null where the file tells none.</summary>
    public int? Tracks { get; init; }

    /// <summary>Particles/mL as stored; the run says whether the dilution is in it. Null where the technique tells none.</summary>
    public double? ConcentrationPerMl { get; init; }

    /// <summary>Metrics of the size distribution by the code of the attribute (<c>size.d50</c>…), without the percentage.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    /// <summary>The percentage in each range that the specification asks for.</summary>
    public IReadOnlyDictionary<NanometreRange, double> PercentInRange { get; init; } = new Dictionary<NanometreRange, double>();

    /// <summary>The percentage below the instrument's working range; null where that is unknown.</summary>
    public double? PercentBelowWorkingRange { get; init; }

    /// <summary>A metric, or the percentage in <paramref name="range"/>; NaN where it was not computed.</summary>
    public double Metric(string attribute, NanometreRange? range)
    {
        if (attribute != AttributeCatalogue.SizePercentInRange)
            return Metrics.TryGetValue(attribute, out var value) ? value : double.NaN;
        return range is { } asked && PercentInRange.TryGetValue(asked, out var percent) ? percent : double.NaN;
    }
}
