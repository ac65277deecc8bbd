namespace LabQc.People;

/// <summary>Everything that somebody may be allowed or refused.</summary>
public enum LabAction
{
    ReadRecords,
    ReadAuditTrail,
    VerifyRegistry,
    ReadPermissions,
    /// <summary>Own password, one-time codes, sessions, theme.</summary>
    KeepOwnAccount,

    RegisterBatch,
    /// <summary>Instrument files, blanks, bead checks.</summary>
    ImportFiles,
    EnterResults,
    /// <summary>A new version of what was recorded, with a reason.</summary>
    CorrectRecord,
    ExcludeReplicate,
    /// <summary>As the second person, after a verdict was shown.</summary>
    ConfirmExclusion,
    InvalidateMeasurement,
    SubmitLot,
    VerifyLot,
    ReturnLot,
    EvaluateLot,

    ReviewAuditTrail,
    ReleaseLot,
    RejectLot,
    RecallLot,
    HoldLot,
    DraftSpecification,
    ApproveSpecification,
    FreezeReferenceSet,
    /// <summary>Products, methods, instruments.</summary>
    DefineMeans,
    ImportHistory,
    RecordValidation,
    ConfirmQaGrant,

    KeepPeople,
    KeepSessions,
    KeepSettings,
}
