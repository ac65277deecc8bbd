namespace LabQc.Batches;

/// <summary>The forms that can be left unfinished.</summary>
public enum FormDraftKind
{
    /// <summary>Registration of a batch.</summary>
    Registration,
    /// <summary>Assay results of a lot.</summary>
    Results,
    /// <summary>What goes with uploaded instrument files.</summary>
    Import,
    /// <summary>A specification.</summary>
    Specification,
}

/// <summary>A form that its owner has not handed in yet. It is no record of the laboratory.</summary>
public sealed record FormDraft
{
    public required FormDraftKind Kind { get; init; }
    /// <summary>The lot that the form is about, or an id of its own; see <see cref="FormDraftStore.NewKey"/>.</summary>
    public required string Key { get; init; }
    /// <summary>The fields as typed: one JSON object.</summary>
    public required string Content { get; init; }
    public required string SavedAt { get; init; }
    /// <summary>Moves by one with each saving, from 1.</summary>
    public required long RowVersion { get; init; }
}
