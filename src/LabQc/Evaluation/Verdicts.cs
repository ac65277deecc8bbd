namespace LabQc.Evaluation;

/// <summary>What became of one criterion.</summary>
public enum CriterionVerdict
{
    Conforms,
    DoesNotConform,
    Inconclusive,
    Missing,

    /// <summary>The attribute has no limits: its value is told and decides nothing.</summary>
    Reported,
}

/// <summary>What became of a lot.</summary>
public enum LotVerdict
{
    Conforms,
    DoesNotConform,
    Incomplete,
    Inconclusive,
}

/// <summary>The verdicts as they are written in records and answers.</summary>
public static class VerdictWords
{
    public static string Word(this CriterionVerdict verdict) => verdict switch
    {
        CriterionVerdict.Conforms => "conforms",
        CriterionVerdict.DoesNotConform => "does-not-conform",
        CriterionVerdict.Inconclusive => "inconclusive",
        CriterionVerdict.Missing => "missing",
        CriterionVerdict.Reported => "reported",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };

    public static string Word(this LotVerdict verdict) => verdict switch
    {
        LotVerdict.Conforms => "conforms",
        LotVerdict.DoesNotConform => "does-not-conform",
        LotVerdict.Incomplete => "incomplete",
        LotVerdict.Inconclusive => "inconclusive",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };

    /// <summary>The verdict on a criterion that a word names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It names none.</exception>
    public static CriterionVerdict OfCriterion(string word) =>
        Enum.GetValues<CriterionVerdict>().Select(v => (CriterionVerdict?)v).FirstOrDefault(v => v!.Value.Word() == word)
        ?? throw new ArgumentOutOfRangeException(nameof(word), word, "No such verdict.");

    /// <summary>The verdict on a lot that a word names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It names none.</exception>
    public static LotVerdict OfLot(string word) =>
        Enum.GetValues<LotVerdict>().Select(v => (LotVerdict?)v).FirstOrDefault(v => v!.Value.Word() == word)
        ?? throw new ArgumentOutOfRangeException(nameof(word), word, "No such verdict.");
}
