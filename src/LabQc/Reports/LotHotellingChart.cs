using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Methods;

namespace LabQc.Reports;

/// <summary>T² of all comparable lots up to one of them, and what each attribute has to do with that lot's.</summary>
public static class LotHotellingChart
{
    /// <summary>The chart; each lot is left out of the set that it is compared with.</summary>
    public static HotellingChart Of(LotNeighbours neighbours, AttributeCatalogue catalogue) => new(Data(neighbours, catalogue));

    /// <summary>What the chart shows, for a table beneath it.</summary>
    public static HotellingChartData Data(LotNeighbours neighbours, AttributeCatalogue catalogue)
    {
        var answer = neighbours.Answer.Hotelling;
        IReadOnlyList<ConsistencyProfile> members = neighbours.Set.Lots.Contains(neighbours.Judged.Lot)
            ? [.. neighbours.Others, neighbours.Judged]
            : neighbours.Others;
        return new HotellingChartData
        {
            Points = [.. neighbours.History.Select(l => new ControlPoint(
                l.Lot,
                HotellingConsistency.Of(l, [.. members.Where(m => m.Lot != l.Lot)], catalogue).TSquared ?? double.NaN,
                l.Disposition == "rejected"))],
            Limit = answer.Limit,
            Confidence = answer.Confidence,
            Basis = $"{LotEnvelopeChart.Name(neighbours.Set)}, {neighbours.Others.Count} other lots{HistoricalNote.Of(neighbours.History)}",
            Chosen = neighbours.History.Count - 1,
            Contributions = [.. answer.Contributions.Select((drop, i) => Contribution(neighbours, catalogue.Find(answer.Attributes[i])!, drop))],
            Verdict = LotEnvelopeChart.VerdictOf(answer.Verdict),
            NotComputed = answer.Reason?.Replace("not computed: ", "", StringComparison.Ordinal) ?? "",
        };
    }

    private static AttributeContribution Contribution(LotNeighbours neighbours, LabAttribute attribute, double drop)
    {
        var others = ScaledValues.Of(attribute, neighbours.Others);
        return new AttributeContribution(
            AttributeWords.Of(attribute).Short, drop, ScaledValues.Of(attribute, neighbours.Judged) > Statistics.Descriptive.Mean(others));
    }
}
