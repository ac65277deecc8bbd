using LabQc.Measurements;
using LabQc.Web.Pages.Batches;

namespace LabQc.Web.Pages.Measurements;

/// <summary>One replicate of a lot, and whether it counts.</summary>
internal sealed record ReplicateRow
{
    public required Replicate Replicate { get; init; }

    /// <summary>The measurement's name.</summary>
    public required string Measurement { get; init; }

    public required string PerMl { get; init; }

    /// <summary>A proposal about it that waits for a second person.</summary>
    public ExclusionProposal? Pending { get; init; }

    /// <summary>Tells it apart from all replicates of the registry.</summary>
    public string Key => KeyOf(Replicate.Sha256, Replicate.Entry, Replicate.Ordinal);

    public static string KeyOf(string sha256, long entry, long ordinal) => FormattableString.Invariant($"{sha256}-{entry}-{ordinal}");

    /// <summary>The rows of one measurement.</summary>
    public static IReadOnlyList<ReplicateRow> Of(Measurement measurement, IReadOnlyList<ExclusionProposal> pending) =>
        [.. measurement.Runs.SelectMany(run => run.Replicates.Select(replicate => new ReplicateRow
        {
            Replicate = replicate,
            Measurement = measurement.Row.Name,
            PerMl = Figures.Power(replicate.ConcentrationPerMl * run.Row.ToUndiluted),
            Pending = pending.FirstOrDefault(p => KeyOf(p.Sha256, p.Entry, p.Ordinal) == KeyOf(replicate.Sha256, replicate.Entry, replicate.Ordinal)),
        }))];
}
