using LabQc.AuditTrail;
using LabQc.Measurements;

namespace LabQc.Cli;

/// <summary>What is said of a lot whose content has just changed.</summary>
internal static class EarlierVerdict
{
    /// <summary>Tells that the lot's verdict, if it has one, is from before.</summary>
    public static void Tell(LabWork work, string lot)
    {
        if (new ImportStore(work).IsJudged(lot))
            Answer.Tell($"The verdict that lot {lot} has is from before this change: judge it anew with `labqc evaluate {lot}`.");
    }
}
