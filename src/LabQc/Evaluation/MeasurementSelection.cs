using System.Globalization;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>Whether a lot has the measurements that its specification planned.</summary>
public enum SelectionStatus
{
    AsPlanned,
    FewerThanPlanned,
    MoreThanPlanned,

    /// <summary>There are measurements, and every run of them failed.</summary>
    Failed,

    /// <summary>There is none, or none that counts.</summary>
    None,
}

/// <summary>
/// The measurements of a lot that a criterion is judged on: samples, not invalidated, by the criterion's technique, with at least
/// one included replicate, the first ones in the order in which they were made, as many as the plan says.
/// </summary>
public sealed record MeasurementSelection
{
    public required SelectionStatus Status { get; init; }

    /// <summary>The reportable measurements; with more than were planned, the first ones.</summary>
    public IReadOnlyList<MeasurementEvidence> Reportable { get; init; } = [];

    /// <summary>Why the status is what it is, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The diameters that every reportable measurement's instrument sees; null where one is unknown.</summary>
    public NanometreRange? WorkingRange
    {
        get
        {
            var seen = Reportable is [var first, ..] ? first.WorkingRange : null;
            foreach (var measurement in Reportable.Skip(1))
                seen = seen is { } one && measurement.WorkingRange is { } other ? one.Intersect(other) : null;
            return seen;
        }
    }

    /// <summary>Selects from the evidence.</summary>
    /// <param name="evidence">All measurements of the lot.</param>
    /// <param name="plan">How many there are to be.</param>
    /// <param name="technique">The technique of the criterion's method; null takes every one.</param>
    public static MeasurementSelection Of(LotEvidence evidence, MeasurementPlan plan, string? technique)
    {
        var samples = evidence.Measurements
            .Where(m => m.Purpose == MeasurementPurpose.Sample)
            .OrderBy(m => m.Order)
            .ThenBy(m => m.Name, StringComparer.Ordinal)
            .ToList();
        var ofTechnique = samples.Where(m => technique is null || technique.Equals(m.Technique, StringComparison.OrdinalIgnoreCase)).ToList();
        var complete = ofTechnique.Where(m => m.IsComplete).ToList();
        return complete.Count > 0 ? ByPlan(complete, plan) : WithoutAny(samples, ofTechnique, technique);
    }

    private static MeasurementSelection ByPlan(List<MeasurementEvidence> complete, MeasurementPlan plan) => new()
    {
        Status = complete.Count.CompareTo(plan.Count) switch
        {
            0 => SelectionStatus.AsPlanned,
            < 0 => SelectionStatus.FewerThanPlanned,
            _ => SelectionStatus.MoreThanPlanned,
        },
        Reportable = [.. complete.Take(plan.Count)],
        Reason = PlanWords(complete, plan.Count),
    };

    private static string PlanWords(List<MeasurementEvidence> complete, int planned)
    {
        var names = string.Join(", ", complete.Select(m => m.Name));
        var count = complete.Count;
        if (count == planned)
            return count == 1 ? $"measurement {names}" : string.Create(CultureInfo.InvariantCulture, $"the {count} planned measurements: {names}");
        if (planned == 1)
            return string.Create(CultureInfo.InvariantCulture, $"{count} measurements, no plan ({names})");
        return count < planned
            ? string.Create(CultureInfo.InvariantCulture, $"{count} of {planned} planned measurements ({names})")
            : string.Create(CultureInfo.InvariantCulture, $"{count} measurements, {planned} planned ({names})");
    }

    private static MeasurementSelection WithoutAny(
        List<MeasurementEvidence> samples, List<MeasurementEvidence> ofTechnique, string? technique)
    {
        var counted = ofTechnique.Where(m => !m.IsInvalidated).ToList();
        var failures = counted.SelectMany(m => m.Runs).Where(r => r.HasFailed).Select(r => $"{r.File}: {r.FailedBecause}").ToList();
        if (failures.Count > 0)
            return new MeasurementSelection { Status = SelectionStatus.Failed, Reason = $"failed run ({string.Join("; ", failures)})" };
        return new MeasurementSelection { Status = SelectionStatus.None, Reason = WhyNone(samples, ofTechnique, counted, technique) };
    }

    private static string WhyNone(
        List<MeasurementEvidence> samples, List<MeasurementEvidence> ofTechnique, List<MeasurementEvidence> counted, string? technique)
    {
        if (samples.Count == 0)
            return "there is no measurement";
        if (ofTechnique.Count == 0)
            return $"there is no measurement by {technique}, only by {string.Join(", ", samples.Select(m => m.Technique ?? "an unknown technique").Distinct())}";
        if (counted.Count == 0)
            return $"every measurement was invalidated ({string.Join("; ", ofTechnique.Select(m => $"{m.Name}: {m.InvalidatedBecause}"))})";
        return $"no replicate of {string.Join(", ", counted.Select(m => m.Name))} is included";
    }
}
