using LabQc.People;
using LabQc.Review;
using LabQc.Web.Pages.Batches;

namespace LabQc.Web.Pages.Review;

/// <summary>One thing that stands between a lot and its release, on the page where the decision is signed.</summary>
/// <param name="Line">Its words and its mark.</param>
/// <param name="Address">Where it is cured; null where the person cannot go there.</param>
/// <param name="CanBeAccepted">Whether a release that names the deviation is possible all the same.</param>
internal sealed record BlockedLine(BlockerLine Line, string? Address, bool CanBeAccepted)
{
    /// <summary>Everything in the way, in the order in which it is done.</summary>
    public static IReadOnlyList<BlockedLine> Of(LotReading reading, Person decider, Func<LabAction, bool> may)
    {
        IReadOnlyList<CriterionGroup> criteria = reading.Answer is { } answer ? CriteriaTable.Of(answer, reading.Specification, reading.Catalogue) : [];
        return [.. BlockerLine.Of(reading, decider, criteria, may).Zip(ReleaseBlockers.Of(reading.Work, reading.Lot, decider), (line, blocker) =>
            new BlockedLine(line, line.Address?.StartsWith('#') == true ? reading.Address(line.Address) : line.Address, blocker.CanBeAccepted))];
    }
}
