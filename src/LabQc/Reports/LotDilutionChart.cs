using LabQc.AuditTrail;
using LabQc.Charts;
using LabQc.Evaluation;
using LabQc.Evaluation.Rules;
using LabQc.Specifications;
using LabQc.Statistics;
using LabQc.Units;

namespace LabQc.Reports;

/// <summary>The dilution series of a lot's measurement.</summary>
public sealed class LotDilutionChart(LabWork work, Definitions definitions)
{
    /// <summary>The chart, or null where no dilution is known.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="specification">Whose agreement holds; null: the usual one.</param>
    public DilutionChart? Of(string lot, Specification? specification) => Data(lot, specification) is { } data ? new DilutionChart(data) : null;

    /// <summary>What the chart shows, for a table beneath it; null where no dilution is known.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="specification">Whose agreement holds; null: the usual one.</param>
    public DilutionChartData? Data(string lot, Specification? specification)
    {
        var evidence = new LotEvidenceReader(work, definitions).Read(lot, Array.Empty<NanometreRange>());
        if (MeasurementSelection.Of(evidence, MeasurementPlan.One, technique: null).Reportable is not [var measurement, ..])
            return null;
        var runs = measurement.Runs.Where(r => r.DilutionFactor is not null).GroupBy(r => r.DilutionFactor!.Value).OrderBy(g => g.Key).ToList();
        if (runs.Count == 0)
            return null;
        var agreement = (specification?.DilutionAgreementPercent ?? Specification.UsualDilutionAgreement).AsDouble;
        var points = runs.Select(Point).ToList();
        double[] known = [.. points.Select(p => p.PerMl).Where(double.IsFinite)];
        return new DilutionChartData
        {
            Lot = lot,
            Dilutions = points,
            MedianPerMl = known.Length == 0 ? double.NaN : Descriptive.Median(known),
            TolerancePercent = agreement,
            Agrees = DilutionSeries.Agrees(ConcentrationValue.Dilutions(measurement), agreement),
            Origin = measurement.Name,
        };
    }

    private static DilutionPoint Point(IGrouping<double, RunEvidence> dilution)
    {
        double[] replicates = [.. dilution.Where(r => !r.HasFailed).SelectMany(r => r.Included.Select(r.Undiluted)).Where(double.IsFinite)];
        return new DilutionPoint(dilution.Key, replicates.Length == 0 ? double.NaN : Descriptive.Mean(replicates), replicates);
    }
}
