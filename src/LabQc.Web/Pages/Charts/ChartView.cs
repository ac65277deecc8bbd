using LabQc.Charts;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Charts;

/// <summary>A signal of a chart: the lot, the rule it completes.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Words">What it breaks.</param>
/// <param name="IsLink">Whether the lot has a page: a historical one has none.</param>
/// <param name="IsBeyond">Whether it lies beyond the limits.</param>
internal sealed record ChartSignal(string Lot, string Words, bool IsLink, bool IsBeyond);

/// <summary>A chart of many lots with its numbers.</summary>
internal sealed record ChartView
{
    public required string Title { get; init; }
    public required string Message { get; init; }
    /// <summary>Null where there are too few lots for a picture.</summary>
    public Chart? Chart { get; init; }
    /// <summary>Tells apart what the chart was drawn from.</summary>
    public string Inputs { get; init; } = "";
    public required NumbersTable Numbers { get; init; }
    public IReadOnlyList<Fact> Limits { get; init; } = [];
    public IReadOnlyList<ChartSignal> Signals { get; init; } = [];
    public IReadOnlyList<string> Notes { get; init; } = [];
}
