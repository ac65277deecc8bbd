namespace LabQc.People;

/// <summary>Where a lot stands, as far as permissions ask: its work state while it is quarantined, then its disposition.</summary>
public enum LotStage
{
    /// <summary>The action is not about a lot.</summary>
    None,
    Draft,
    Testing,
    Submitted,
    Verified,
    Released,
    Rejected,
    Recalled,
}

/// <summary>Finds the stage of a lot.</summary>
public static class LotStages
{
    /// <summary>Every stage that a lot can be at.</summary>
    public static IReadOnlyList<LotStage> OfLots { get; } =
        [LotStage.Draft, LotStage.Testing, LotStage.Submitted, LotStage.Verified, LotStage.Released, LotStage.Rejected, LotStage.Recalled];

    /// <summary>The stage of a lot by its work state and disposition as the registry writes them.</summary>
    public static LotStage Of(string workState, string disposition) => (workState, disposition) switch
    {
        (_, "released") => LotStage.Released,
        (_, "rejected") => LotStage.Rejected,
        (_, "recalled") => LotStage.Recalled,
        ("draft", _) => LotStage.Draft,
        ("testing", _) => LotStage.Testing,
        ("submitted", _) => LotStage.Submitted,
        ("verified", _) => LotStage.Verified,
        _ => throw new ArgumentException($"No lot is {workState} and {disposition}.", nameof(workState)),
    };

    /// <summary>The stage in a word.</summary>
    public static string Word(this LotStage stage) => stage switch
    {
        LotStage.None => "no lot",
        _ => stage.ToString().ToLowerInvariant(),
    };
}
