using System.Globalization;
using LabQc.SampleBatches.Exports;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Lots;

/// <summary>What the ZetaViews of the laboratory write about a lot: three runs, each a file of its own, R and R2 in the repeats' names.</summary>
internal sealed class ZetaViewMeasurement
{
    private static readonly ZetaViewInstrument Zv1 = new("23-1187", "021-018-22-407-F23-1", "8.06.01 SP1", 4.29e5, '.');
    private static readonly ZetaViewInstrument Zv2 = new("20-655", "", "8.05.14 SP7", 4.59e5, '.');

    private readonly LotContents _contents;
    private readonly LotPlan _plan;

    private ZetaViewMeasurement(LotContents contents, LotPlan plan) => (_contents, _plan) = (contents, plan);

    private ZetaViewInstrument Instrument => _plan switch
    {
        { Planted: Planted.DecimalComma } => Zv2 with { Software = "8.05.16 SP2", DecimalMark = ',' },
        { Group.Instrument: "ZV-2" } => Zv2,
        _ => Zv1,
    };

    public static ZetaViewInstrument InstrumentOf(string code) => code == "ZV-2" ? Zv2 : Zv1;

    public static void AddTo(LotContents contents, LotPlan plan)
    {
        var measurement = new ZetaViewMeasurement(contents, plan);
        if (plan.Planted == Planted.FailedRun)
        {
            measurement.Add(replicate: 1);
            return;
        }
        for (var replicate = 1; replicate <= 3; replicate++)
            measurement.Add(replicate);
        if (plan.Planted == Planted.FluorescenceBeside)
            measurement.AddFluorescence();
        if (plan.Planted == Planted.ZetaProfileBeside)
            measurement.AddProfile();
    }

    private void Add(int replicate)
    {
        var deviates = _plan.Stream($"zetaview {replicate}");
        var run = Run(replicate, deviates);
        var positionTable = Instrument.Is806 ? $"{run.Name}_11pos.txt" : "";
        var row = new ManifestRow
        {
            File = $"{run.Name}.txt",
            Lot = _plan.Lot,
            Measurement = "M1",
            Dilution = _plan.Planted == Planted.DilutionRepeatedInManifest ? _plan.Group.Dilution : null,
            Replicate = replicate,
            Instrument = _plan.Group.Instrument,
            PositionTable = positionTable,
        };
        _contents.Add(row, ZetaViewSizeText.Of(run));
        if (positionTable.Length > 0)
            _contents.Add(positionTable, ZetaViewPositionText.Of(run));
    }

    private ZetaViewRun Run(int replicate, Deviates deviates)
    {
        var at = _plan.MeasuredOn.ToDateTime(new TimeOnly(13, 5)).AddMinutes(9 * replicate + deviates.Whole(0, 4)).AddSeconds(deviates.Whole(0, 59));
        var suffix = replicate switch { 1 => "", 2 => "R", _ => "R2" };
        var sample = $"{_plan.Lot}-{Notation.Whole(_plan.Group.Dilution)}{suffix}";
        return new ZetaViewRun
        {
            Name = $"{at.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}_{(2 * replicate).ToString("D4", CultureInfo.InvariantCulture)}_{sample}_size_488",
            Sample = sample,
            Operator = Staff.Initials(_plan, "measured"),
            At = at,
            Instrument = Instrument,
            Dilution = _plan.Group.Dilution,
            Temperature = Math.Round(deviates.Between(24.6, 25.6), 2),
            Positions = Positions(deviates),
        };
    }

    /// <summary>The first positions drift, as they do near the cell's wall; in a failed run no position holds enough tracks.</summary>
    private IReadOnlyList<ZetaViewPosition> Positions(Deviates deviates)
    {
        var failed = _plan.Planted == Planted.FailedRun;
        var inCell = failed ? 2 : _plan.Concentration / _plan.Group.Dilution / Instrument.ConcentrationPerParticle * deviates.Factor(0.05);
        var drifting = deviates.Whole(1, 3);
        return [.. ZetaViewPosition.Eleven.Select((position, index) =>
        {
            var removal = failed ? "MIN_TRACES" : index < drifting ? "MAX_DRIFT" : index == 10 && deviates.Uniform() < 0.3 ? "GRUBBS_SIZE" : "";
            return ZetaViewPosition.Of(position, _plan.Sizes, inCell * deviates.Between(0.9, 1.1), removal, deviates);
        })];
    }

    /// <summary>The same sample through the fluorescence filter: a smaller population, kept beside and not averaged with scatter.</summary>
    private void AddFluorescence()
    {
        var deviates = _plan.Stream("fluorescence");
        var labelled = _plan with { Concentration = _plan.Concentration * 0.31, Sizes = _plan.Sizes with { Median = 118, LargeShare = 0 } };
        var run = new ZetaViewMeasurement(_contents, labelled).Run(1, deviates);
        run = run with { Name = run.Name + "F500", Filter = 500 };
        _contents.Add($"{run.Name}.txt", ZetaViewSizeText.Of(run));
        _contents.Add($"{run.Name}_11pos.txt", ZetaViewPositionText.Of(run));
    }

    private void AddProfile()
    {
        var deviates = _plan.Stream("profile");
        var run = Run(1, deviates);
        var name = run.Name.Replace("_0002_", "_0001_", StringComparison.Ordinal).Replace("_size_", "_prof_", StringComparison.Ordinal);
        var row = new ManifestRow { File = $"{name}.txt", Lot = _plan.Lot, Measurement = "ZP1", Instrument = _plan.Group.Instrument };
        _contents.Add(row, ZetaViewProfileText.Of(run with { Name = name, At = run.At.AddMinutes(-6) }, deviates));
    }
}
