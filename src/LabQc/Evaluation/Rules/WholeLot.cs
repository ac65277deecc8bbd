namespace LabQc.Evaluation.Rules;

/// <summary>
/// The lot's verdict from its mandatory criteria: any that does not conform, then any that is missing (incomplete), then any that
/// is inconclusive, then conforms. Reported criteria decide nothing; where no mandatory criterion decides, the lot is incomplete.
/// </summary>
internal static class WholeLot
{
    public static LotVerdict Of(IReadOnlyList<CriterionAnswer> criteria)
    {
        var deciding = criteria.Where(c => c.IsMandatory && c.Verdict != CriterionVerdict.Reported).Select(c => c.Verdict).ToList();
        if (deciding.Contains(CriterionVerdict.DoesNotConform))
            return LotVerdict.DoesNotConform;
        if (deciding.Count == 0 || deciding.Contains(CriterionVerdict.Missing))
            return LotVerdict.Incomplete;
        return deciding.TrueForAll(v => v == CriterionVerdict.Conforms) ? LotVerdict.Conforms : LotVerdict.Inconclusive;
    }
}
