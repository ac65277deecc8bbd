using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.ThirdPartyValidation;

namespace LabQc.Web.Pages.Batches;

/// <summary>A third party's result beside ours.</summary>
internal sealed record ThirdPartyLine(string Attribute, ValidationComparison Comparison)
{
    /// <summary>All of a lot, set against the evaluation that its review goes by.</summary>
    public static IReadOnlyList<ThirdPartyLine> Of(LotReading reading) =>
        [.. new ValidationStore(reading.Work).OfLot(reading.Lot).Select(r => new ThirdPartyLine(
            AttributeNames.Of(r.Attribute), ValidationComparison.Of(r, reading.Judgement is { } judgement ? RecordedCriterion.Of(judgement, r.Attribute) : null)))];
}
