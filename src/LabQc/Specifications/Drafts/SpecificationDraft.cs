using System.Globalization;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>A specification on its way to its next version, as it was saved last.</summary>
public sealed record SpecificationDraft
{
    /// <summary>The specification's code: its product's, or <c>PRODUCT/MARKET</c>.</summary>
    public required string Code { get; init; }
    /// <summary>Counts the drafts of the code, from 1.</summary>
    public required long Draft { get; init; }
    /// <summary>Counts the savings of the draft, from 1.</summary>
    public required long Version { get; init; }
    public required string Product { get; init; }
    public string? Market { get; init; }
    /// <summary>The version that it began from; null where it began empty.</summary>
    public int? BasedOn { get; init; }
    /// <summary>open, discarded or approved.</summary>
    public required string State { get; init; }
    /// <summary>The fields as a definitions file writes them, however unfinished; <see cref="SpecificationForm.Read"/> reads them.</summary>
    public required string Content { get; init; }
    /// <summary>What changed and why, in the writer's words.</summary>
    public required string Note { get; init; }
    public required string SavedAt { get; init; }
    public required string SavedBy { get; init; }

    public bool IsOpen => State == "open";

    public SpecificationForm Form => SpecificationForm.Read(Content);
}

/// <summary>Somebody else saved, discarded or approved the draft since it was read.</summary>
public sealed class SpecificationDraftChangedException(SpecificationDraft standing)
    : RefusalException($"The draft of {standing.Code} was {(standing.IsOpen ? "saved" : standing.State)} by {standing.SavedBy} at {standing.SavedAt} since you read it. Nothing was overwritten, and what you typed is still on this page.")
{
    /// <summary>The draft as it stands.</summary>
    public SpecificationDraft Standing { get; } = standing;
}

/// <summary>A specification is being drafted already.</summary>
public sealed class SpecificationDraftExistsException(SpecificationDraft standing)
    : RefusalException($"{standing.SavedBy} has a draft of {standing.Code} open since {standing.SavedAt}. Go on with that one, or discard it first.")
{
    public SpecificationDraft Standing { get; } = standing;
}

/// <summary>There is no such draft.</summary>
public sealed class SpecificationDraftMissingException(string code)
    : RefusalException($"There is no open draft of {code}.");

/// <summary>A specification cannot come into force on a day.</summary>
public sealed class EffectiveDateRefusedException(string code, DateOnly asked, DateOnly earliest)
    : RefusalException(string.Create(CultureInfo.InvariantCulture,
        $"The next version of {code} cannot be effective from {asked:yyyy-MM-dd}: lots of days that are over were made under the version before. The earliest day is {earliest:yyyy-MM-dd}."))
{
    public DateOnly Earliest { get; } = earliest;
}
