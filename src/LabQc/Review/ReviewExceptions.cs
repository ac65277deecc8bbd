using LabQc.People;
using LabQc.Units;

namespace LabQc.Review;

/// <summary>Somebody's roles do not allow something with the lot as it stands.</summary>
public sealed class NotPermittedException(string who, IReadOnlyList<Role> roles, LabAction action, LotStage stage)
    : RefusalException(PermissionTable.Of(action).Refusal($"{who} is", roles, stage) + " Nothing was changed.")
{
    public IReadOnlyList<Role> Roles { get; } = roles;
    public LabAction Action { get; } = action;
    public LotStage Stage { get; } = stage;
}

/// <summary>Somebody would judge their own work.</summary>
public sealed class FourEyesException(string who, string lot, IReadOnlyList<string> did)
    : RefusalException($"{who} {Listed(did)} on lot {lot}: who worked on a lot neither verifies nor reviews it nor decides on it. Another person has to. Nothing was changed.")
{
    /// <summary>What the person did on the lot.</summary>
    public IReadOnlyList<string> Did { get; } = did;

    private static string Listed(IReadOnlyList<string> did) =>
        did.Count <= 3 ? string.Join(" and ", did) : $"{string.Join(", ", did.Take(3))} and {did.Count - 3} more";
}

/// <summary>Who acts is nobody of the people with an account.</summary>
public sealed class NobodyActsException()
    : RefusalException("People have accounts in this laboratory: sign in with your name and password (on the command line --as NAME, which then asks for it). Nothing was changed.");

/// <summary>Decisions are signed since people have accounts.</summary>
public sealed class UnsignedDecisionException(string lot)
    : RefusalException($"People have accounts in this laboratory, so a decision on lot {lot} is signed: by a QA manager, with name and password. Nothing was changed.");

/// <summary>A step cannot be taken as the lot stands.</summary>
public sealed class StepRefusedException(string message) : RefusalException(message);

/// <summary>Something is missing before a lot can be released.</summary>
public sealed class ReleaseBlockedException(string lot, IReadOnlyList<Blocker> blockers)
    : RefusalException($"Lot {lot} is not released. {string.Join(" ", blockers.Select(b => b.Words + "."))}")
{
    /// <summary>All that is missing.</summary>
    public IReadOnlyList<Blocker> Blockers { get; } = blockers;
}
