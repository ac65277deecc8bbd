using System.Globalization;
using LabQc.SizeDistributions;

namespace LabQc.Instruments;

/// <summary>What a person should know about a ZetaView run beside its numbers.</summary>
internal static class ZetaViewFindings
{
    /// <summary>Below this many traces the 5-nm mode jumps by 100 nm between repeats.</summary>
    private const int FewTraces = 200;

    /// <summary>Concentration in the cell per average particle in view: 3.8e5 to 4.6e5 on three instruments.</summary>
    private const double LeastPerParticle = 2e5;
    private const double MostPerParticle = 1e6;

    public static void Tell(FileDraft draft, ZetaViewText text, MeasuredReplicate measured, PositionTable? positions)
    {
        if (measured.Curve.IsEmpty)
            draft.Fail("zetaview.no-traces", $"A failed run: {measured.EmptyReason}", text.Line("Number of Traces") is { } line ? $"row {line.Row}" : null);
        else
            TellOfResult(draft, text, measured);
        if (positions is not null)
            TellOfPositions(draft, positions);
        TellOfHeader(draft, text);
        TellOfNames(draft, text);
    }

    /// <summary>Pairs a position table with the run, if its traces are the run's; null otherwise.</summary>
    public static PositionTable? Pair(FileDraft draft, ZetaViewText text, ReadOptions options)
    {
        if (options.PositionTable is not { } file)
            return null;
        var own = new FileDraft(file.Name, InstrumentFormats.ZetaViewPositionTable, PositionTableReader.Name);
        var table = PositionTableReader.Parse(TextBytes.Normalise(file.Bytes).Span, own, options.Limits);
        if (table is not null && table.TracesInUse == ZetaViewReader.Traces(text))
            return table;
        var why = table is null
            ? own.Refuse().Problem
            : $"its positions in use hold {table.TracesInUse} traces, the run has {ZetaViewReader.Traces(text)}";
        draft.Fail("zetaview.position-table-mismatch", $"{file.Name} is not this run's position table: {why}. It was not paired.");
        return null;
    }

    private static void TellOfResult(FileDraft draft, ZetaViewText text, MeasuredReplicate measured)
    {
        var metrics = measured.Metrics!.Value;
        TellOfTraces(draft, text, metrics);
        TellOfOffset(draft, text, measured, metrics);
        var perParticle = metrics.Total / ZetaViewReader.AverageParticles(text);
        if (perParticle is < LeastPerParticle or > MostPerParticle)
            draft.Warn("zetaview.concentration-implausible", string.Create(CultureInfo.InvariantCulture, $"The classes add up to {perParticle:0.0e+0} particles/mL per particle in view; 3.8e5 to 4.6e5 were seen on real instruments."));
        if (text.Number("Concentration Correction Factor") is { } correction && correction != 1)
            draft.Warn("zetaview.correction-factor", string.Create(CultureInfo.InvariantCulture, $"The header states a concentration correction factor of {correction}; it is multiplied into the concentration."));
    }

    private static void TellOfTraces(FileDraft draft, ZetaViewText text, SizeMetrics metrics)
    {
        var traces = ZetaViewReader.Traces(text);
        var counted = (text.Linear.Count > 0 ? text.Linear : text.Logarithmic).Numbers.Sum();
        if (Math.Abs(counted - traces) > 0.005 * traces)
            draft.Warn("zetaview.traces-differ", string.Create(CultureInfo.InvariantCulture, $"The header states {traces} traces, the Number column adds up to {counted:0.##}."));
        if (traces == 0)
            return;
        var p = metrics.PercentInRange / 100;
        var message = string.Create(CultureInfo.InvariantCulture, $"{traces} traces: {metrics.PercentInRange:0.0} % in range, ± {196 * Math.Sqrt(p * (1 - p) / traces):0.0} points by counting alone (95 %).");
        if (traces < FewTraces)
            draft.Warn("zetaview.few-traces", message + " The mode is mostly chance: rather use D50.");
        else
            draft.Info("zetaview.counting-uncertainty", message);
    }

    private static void TellOfOffset(FileDraft draft, ZetaViewText text, MeasuredReplicate measured, SizeMetrics metrics)
    {
        if (measured.Reported.D50Nm is not { } reported)
            return;
        var offset = reported - metrics.D50;
        var found = string.Create(CultureInfo.InvariantCulture, $"in this file D50 by {offset:+0.00;-0.00;0.00} nm");
        var known = string.Create(CultureInfo.InvariantCulture, $"ZetaView takes the centre of a class for its upper edge and so reports percentiles {ZetaViewSoftware.KnownOffset:+0.0;-0.0} nm beside LabQc's interpolation between edges");
        if (!ZetaViewSoftware.IsKnown(ZetaViewReader.Software(text)))
            draft.Info("zetaview.percentile-offset", $"The offset of this program's percentiles ({ZetaViewReader.Software(text)}) is unknown; {found}.");
        else if (text.Linear.Count > 0 && Math.Abs(offset - ZetaViewSoftware.KnownOffset) > 0.01)
            draft.Warn("zetaview.percentile-offset", $"{known}, but {found}.");
        else
            draft.Info("zetaview.percentile-offset", $"{known}, a known difference; {found}.");
    }

    private static void TellOfPositions(FileDraft draft, PositionTable table)
    {
        var spread = string.Create(CultureInfo.InvariantCulture, $"between them particles vary by {table.ParticlesCvPercent:0} %, the median diameter by {table.X50CvPercent:0} %");
        draft.Info("zetaview.positions", $"{table.FileName}: {table.Positions.Count(p => p.InUse)} of {table.Positions.Count} positions are in use{(table.ParticlesCvPercent is null ? "" : "; " + spread)}. {PositionTableReader.Removals(table)}".TrimEnd());
        if (table.ParticlesCvPercent > 50)
            draft.Warn("zetaview.position-spread", string.Create(CultureInfo.InvariantCulture, $"The number of particles varies by {table.ParticlesCvPercent:0} % between the positions in use: the run is in doubt."));
    }

    private static void TellOfHeader(FileDraft draft, ZetaViewText text)
    {
        if (text.Line("Particle Drift Checked") is { } drift)
            TellOfDrift(draft, text, drift);
        if (text.Line("Cell Check Result") is { } cell && text.Value("Cell Check Result") is not (null or "Good" or "Very Good"))
            draft.Warn("zetaview.cell-check", $"Cell check: {text.Value("Cell Check Result")}.", $"row {cell.Row}");
        if (text.Value("Filter Wavelength nm") is { } filter && filter != "Scatter")
            draft.Info("zetaview.fluorescence", $"Measured through a filter ({filter} nm): a labelled subpopulation, not to be averaged or compared with scatter.");
        if (text.Value("Type of Measurement") is { } type && type != "Size Distribution")
            draft.Warn("zetaview.measurement-type", $"Type of Measurement: \"Size Distribution\" was expected, \"{type}\" was found.");
    }

    private static void TellOfDrift(FileDraft draft, ZetaViewText text, ZetaViewLine drift)
    {
        // LabVIEW counts seconds from 1904: a clock at zero.
        if (drift.Cells.FirstOrDefault()?.StartsWith("1904-01-01", StringComparison.Ordinal) == true)
            draft.Info("zetaview.drift-never-checked", "The particle drift was never checked on this instrument (the file says 1904-01-01).", $"row {drift.Row}");
        else if (text.Value("Particle Drift Check Result") is { } result && result.Contains("high", StringComparison.OrdinalIgnoreCase))
            draft.Warn("zetaview.drift", $"Particle drift: {result}.", $"row {drift.Row}");
    }

    private static void TellOfNames(FileDraft draft, ZetaViewText text)
    {
        if (!SampleNames.Agree(draft.FileName, text.Value("Sample")) && !SampleNames.Agree(draft.FileName, OriginalName(text)))
            draft.Warn("name.differs", $"The file is named \"{SampleNames.Stem(draft.FileName)}\", the sample inside it \"{text.Value("Sample")}\": check that it is the right one.");
    }

    private static string? OriginalName(ZetaViewText text) => text.Value("Original File") is { } path ? SampleNames.Stem(path) : null;
}
