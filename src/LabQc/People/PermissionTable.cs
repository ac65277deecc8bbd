namespace LabQc.People;

/// <summary>
/// Who may do what: role by action by the stage of the lot. Pages, buttons, the command line and the tests ask this table and
/// no other. What it cannot know stands with the verbs: nobody decides on a lot with own measurements in it, and a second
/// person is another person.
/// </summary>
public static class PermissionTable
{
    private static readonly LotStage[] Unrelated = [LotStage.None];
    private static readonly LotStage[] AnyLot = [.. LotStages.OfLots];
    private static readonly LotStage[] Anywhere = [LotStage.None, .. LotStages.OfLots];
    private static readonly LotStage[] AtBench = [LotStage.Draft, LotStage.Testing];
    private static readonly LotStage[] Undecided = [LotStage.Draft, LotStage.Testing, LotStage.Submitted, LotStage.Verified];

    private static readonly Role[] Everybody = [Role.Technician, Role.QaManager, Role.Auditor, Role.Administrator];
    private static readonly Role[] Technician = [Role.Technician];
    private static readonly Role[] QaManager = [Role.QaManager];
    private static readonly Role[] Laboratory = [Role.Technician, Role.QaManager];
    private static readonly Role[] Administrator = [Role.Administrator];

    /// <summary>The whole table, an entry an action, in the order in which it is published.</summary>
    public static IReadOnlyList<PermissionLine> Entries { get; } =
    [
        new(LabAction.ReadRecords, "Read lots, records, signatures, files", Everybody, Anywhere),
        new(LabAction.ReadAuditTrail, "Read the audit trail", Everybody, Anywhere),
        new(LabAction.VerifyRegistry, "Verify the registry, take a checkpoint", Everybody, Unrelated),
        new(LabAction.ReadPermissions, "Read this table", Everybody, Unrelated),
        new(LabAction.KeepOwnAccount, "Keep the own account", Everybody, Unrelated),
        new(LabAction.RegisterBatch, "Register a batch", Technician, Unrelated),
        new(LabAction.ImportFiles, "Import instrument files, blanks and bead checks", Technician, [LotStage.None, .. AtBench]),
        new(LabAction.EnterResults, "Enter results", Technician, AtBench),
        new(LabAction.CorrectRecord, "Correct what was recorded, with a reason", Technician, AnyLot),
        new(LabAction.ExcludeReplicate, "Exclude a replicate, or take it back in, with a reason", Technician, Undecided),
        new(LabAction.ConfirmExclusion, "Confirm an exclusion as the second person", Laboratory, Undecided),
        new(LabAction.InvalidateMeasurement, "Invalidate a measurement for an assignable cause, signed", QaManager, Undecided),
        new(LabAction.SubmitLot, "Submit a lot", Technician, AtBench),
        new(LabAction.VerifyLot, "Verify a lot as the second person, signed", Laboratory, [LotStage.Submitted]),
        new(LabAction.ReturnLot, "Return a lot to the bench, with a reason", Laboratory, [LotStage.Submitted, LotStage.Verified]),
        new(LabAction.EvaluateLot, "Evaluate a lot, also against another specification", Laboratory, AnyLot),
        new(LabAction.ReviewAuditTrail, "Review a lot's audit trail, signed", QaManager, [LotStage.Submitted, LotStage.Verified, LotStage.Released, LotStage.Rejected, LotStage.Recalled]),
        new(LabAction.ReleaseLot, "Release a lot, signed", QaManager, [LotStage.Verified]),
        new(LabAction.RejectLot, "Reject a lot, signed", QaManager, Undecided),
        new(LabAction.RecallLot, "Recall a released lot, signed", QaManager, [LotStage.Released]),
        new(LabAction.HoldLot, "Put a lot on hold, lift a hold", QaManager, AnyLot),
        new(LabAction.DraftSpecification, "Draft a specification", QaManager, Unrelated),
        new(LabAction.ApproveSpecification, "Approve a specification, signed", QaManager, Unrelated),
        new(LabAction.FreezeReferenceSet, "Propose and freeze a reference set, signed", QaManager, Unrelated),
        new(LabAction.DefineMeans, "Define products, methods, instruments, lot patterns", QaManager, Unrelated),
        new(LabAction.ImportHistory, "Bring in past lots", QaManager, Unrelated),
        new(LabAction.RecordValidation, "Record a third party's result", Laboratory, AnyLot),
        new(LabAction.ConfirmQaGrant, "Confirm that somebody becomes QA manager", QaManager, Unrelated),
        new(LabAction.KeepPeople, "Invite people, grant roles, reset credentials, close accounts", Administrator, Unrelated),
        new(LabAction.KeepSessions, "See and end sessions, lift lockouts", Administrator, Unrelated),
        new(LabAction.KeepSettings, "Change settings", Administrator, Unrelated),
    ];

    private static readonly Dictionary<LabAction, PermissionLine> ByAction = Entries.ToDictionary(e => e.Action);

    /// <summary>The entry of an action.</summary>
    public static PermissionLine Of(LabAction action) => ByAction[action];

    /// <summary>Whether somebody with these roles may do something with a lot at this stage.</summary>
    public static bool Allows(IEnumerable<Role> roles, LabAction action, LotStage stage = LotStage.None) =>
        roles.Any(role => ByAction[action].Roles.Contains(role)) && ByAction[action].Stages.Contains(stage);
}

/// <summary>One line of the permission table.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Roles">Who may do it.</param>
/// <param name="Stages">At which stages of the lot; <see cref="LotStage.None"/> where the action is about no lot.</param>
public sealed record PermissionLine(LabAction Action, string Words, IReadOnlyList<Role> Roles, IReadOnlyList<LotStage> Stages)
{
    /// <summary>Whether one of the roles that somebody has would do.</summary>
    public bool IsFor(IReadOnlyList<Role> held) => Roles.Intersect(held).Any();

    /// <summary>Why somebody may not do it: for their roles or for the lot's stage, and both as they are.</summary>
    /// <param name="whoIs">"You are", or a name and "is".</param>
    /// <param name="held">The roles of that person.</param>
    /// <param name="stage">The stage of the lot.</param>
    public string Refusal(string whoIs, IReadOnlyList<Role> held, LotStage stage)
    {
        var roles = held.Count == 0 ? "in no role" : string.Join(" and ", held.Select(r => r.Title()));
        if (IsFor(held))
            return $"{Words}: not while the lot is {stage.Word()}, only while it is {string.Join(", ", Stages.Select(s => s.Word()))}. {whoIs} {roles}.";
        var lot = stage == LotStage.None ? "" : $" The lot is {stage.Word()}.";
        return $"{Words}: this is for {string.Join(" or ", Roles.Select(r => r.Title()))}. {whoIs} {roles}.{lot}";
    }
}
