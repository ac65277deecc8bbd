using LabQc.Units;

namespace LabQc.Measurements;

/// <summary>
/// What one person proposes about a replicate after a verdict was shown: to leave it out, or to take it back in. It has no effect
/// until another person confirms it.
/// </summary>
public sealed record ExclusionProposal
{
    public required string LotNumber { get; init; }
    /// <summary>Place in the order of the lot's proposals, from 1.</summary>
    public required long Number { get; init; }
    public required string MeasurementId { get; init; }
    public required string Sha256 { get; init; }
    public required long Entry { get; init; }
    public required long Ordinal { get; init; }
    /// <summary>The replicate's name.</summary>
    public required string Replicate { get; init; }
    /// <summary>Whether the replicate is to count.</summary>
    public required bool Included { get; init; }
    public required string Reason { get; init; }
    public required string ProposedAt { get; init; }
    public required string ProposedBy { get; init; }
    /// <summary>confirmed or declined; null while it waits.</summary>
    public string? Answer { get; init; }
    public string? AnswerReason { get; init; }
    public string? AnsweredAt { get; init; }
    public string? AnsweredBy { get; init; }

    public bool IsPending => Answer is null;
}

/// <summary>A second person has to be another person.</summary>
public sealed class SecondPersonException(ExclusionProposal proposal)
    : RefusalException($"{proposal.ProposedBy} proposed this on lot {proposal.LotNumber}; another person has to confirm or decline it.");

/// <summary>A replicate has a proposal that waits.</summary>
public sealed class ExclusionPendingException(ExclusionProposal proposal)
    : RefusalException($"{proposal.ProposedBy} proposed at {proposal.ProposedAt} to {(proposal.Included ? "take back in" : "exclude")} {proposal.Replicate} of lot {proposal.LotNumber}, and nobody has answered yet. Confirm or decline that first.");

/// <summary>There is no such proposal.</summary>
public sealed class ExclusionProposalMissingException(string lot, long number)
    : RefusalException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Lot {lot} has no proposed exclusion number {number}."));

/// <summary>A proposal was answered before.</summary>
public sealed class ExclusionAnsweredException(ExclusionProposal proposal)
    : RefusalException($"{proposal.AnsweredBy} {proposal.Answer} this at {proposal.AnsweredAt}. Nothing of yours was stored.");

/// <summary>A replicate stands already as it is asked to.</summary>
public sealed class NothingToExcludeException(string lot, string replicate, bool included)
    : RefusalException($"{replicate} of lot {lot} {(included ? "counts already" : "does not count already")}.");
