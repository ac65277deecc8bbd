using System.Globalization;
using LabQc.Assays;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Measurements;
using LabQc.Methods;
using LabQc.SizeDistributions;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>Gathers what the registry holds about a lot into the evidence that a verdict is made from.</summary>
public sealed class LotEvidenceReader(LabWork work, Definitions definitions)
{
    /// <summary>The evidence for judging a lot by a specification.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    public LotEvidence Read(string lot, Specification specification) => Read(lot, specification.PercentRanges);

    /// <summary>The evidence on a lot, with the percentage in each of the ranges.</summary>
    /// <exception cref="BatchMissingException">There is no such lot.</exception>
    public LotEvidence Read(string lot, IReadOnlyList<NanometreRange> ranges) =>
        Read(new BatchStore(work).Current(lot), new MeasurementStore(work).OfLot(lot), ranges);

    /// <summary>The evidence on a lot whose details and measurements were read already, with the percentage in each of the ranges.</summary>
    internal LotEvidence Read(BatchVersion batch, IReadOnlyList<Measurement> measurements, IReadOnlyList<NanometreRange> ranges)
    {
        var lot = batch.Details.Lot;
        var volumes = batch.Details.Volumes;
        return new LotEvidence
        {
            Lot = lot,
            Measurements = [.. measurements.Select(m => Evidence(m, ranges))],
            Assays = [.. new AssayStore(work).Current(lot).Select(Evidence)],
            StartVolumeMl = volumes.Count > 1 ? Number(volumes[0].VolumeMl) : null,
            FinalVolumeMl = Number(volumes[^1].VolumeMl),
            CellsAtHarvest = Number(batch.Details.Source.CellsAtHarvest),
        };
    }

    private MeasurementEvidence Evidence(Measurement measurement, IReadOnlyList<NanometreRange> ranges)
    {
        var workingRange = WorkingRangeOf(measurement.Row);
        return new MeasurementEvidence
        {
            Name = measurement.Row.Name,
            Order = (int)measurement.Row.Ordinal,
            Purpose = measurement.Row.Purpose switch
            {
                "blank" => MeasurementPurpose.Blank,
                "bead-check" => MeasurementPurpose.BeadCheck,
                _ => MeasurementPurpose.Sample,
            },
            Technique = measurement.Row.Technique,
            Weighting = measurement.Row.Weighting,
            InvalidatedBecause = measurement.Invalidation?.Cause,
            WorkingRange = workingRange,
            Runs = [.. measurement.Runs.Select(r => Evidence(r, ranges, workingRange))],
        };
    }

    /// <summary>The working range of the version of the instrument that measured; without one, what its technique is known to see.</summary>
    private NanometreRange? WorkingRangeOf(MeasurementRow row) =>
        definitions.Instruments.FirstOrDefault(i => i.Code == row.Instrument && i.Version == row.InstrumentVersion) is { } instrument
            ? instrument.WorkingRange
            : row.Technique == "nta" ? Equipment.Instrument.NtaByScatter : null;

    private static RunEvidence Evidence(Run run, IReadOnlyList<NanometreRange> ranges, NanometreRange? workingRange) => new()
    {
        File = run.Row.Sha256,
        FailedBecause = run.Row.Status == "failed-run" ? run.Row.Failure ?? "the run failed" : null,
        DilutionFactor = run.Row.DilutionFactor,
        DilutionApplied = run.Row.ToUndiluted is not null,
        Replicates = [.. run.Replicates.Select(r => Evidence(r, run.Row.ToUndiluted ?? 1, ranges, workingRange))],
    };

    private static ReplicateEvidence Evidence(Replicate replicate, double factor, IReadOnlyList<NanometreRange> ranges, NanometreRange? workingRange)
    {
        var distribution = replicate.Distribution is { } packed ? DistributionCodec.Decode(packed) : null;
        return new ReplicateEvidence
        {
            Name = replicate.Name,
            IsIncluded = replicate.Included,
            Reason = replicate.ExclusionReason,
            IsExcludedByPerson = replicate.Readable && !replicate.Included,
            Tracks = replicate.Tracks is { } tracks ? (int)tracks : null,
            ConcentrationPerMl = replicate.ConcentrationPerMl * factor,
            Metrics = Metrics(replicate),
            PercentInRange = distribution is { IsEmpty: false }
                ? ranges.ToDictionary(r => r, r => 100 * distribution.FractionWithin(new SizeRange(r.From, r.To)))
                : new Dictionary<NanometreRange, double>(),
            PercentBelowWorkingRange = distribution is { IsEmpty: false } && workingRange is { } seen ? 100 * distribution.FractionBelow(seen.From) : null,
        };
    }

    private static Dictionary<string, double> Metrics(Replicate replicate) =>
        new (string Attribute, double? Value)[]
        {
            (AttributeCatalogue.SizeD10, replicate.D10Nm), (AttributeCatalogue.SizeD50, replicate.D50Nm),
            (AttributeCatalogue.SizeD90, replicate.D90Nm), (AttributeCatalogue.SizeMean, replicate.MeanNm),
            (AttributeCatalogue.SizeMode, replicate.ModeNm), (AttributeCatalogue.SizeSd, replicate.SdNm),
            (AttributeCatalogue.SizeSpan, replicate.Span),
        }
        .Where(m => m.Value is not null)
        .ToDictionary(m => m.Attribute, m => m.Value!.Value);

    private AssayEvidence Evidence(AssayResult result) => new()
    {
        Attribute = result.Attribute,
        Result = AssayReading.Of(AttributeOf(result.Attribute), result.EnteredText),
        Unit = result.Unit,
        Method = result.Method is { } code && result.MethodVersion is { } version ? new MethodReference(code, version) : null,
    };

    private LabAttribute AttributeOf(string code) =>
        new AttributeCatalogue(definitions.Attributes).Find(code)
        ?? throw new InvalidDataException($"The registry holds a result for {code}, which is no attribute of it.");

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
