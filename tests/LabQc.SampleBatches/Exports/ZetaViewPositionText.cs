using System.Text;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>
/// The "_11pos.txt" beside a size file: one row a position, X where it is used, the reason where it was removed; then mean,
/// SD (n - 1) and relative SD in % over the positions in use.
/// </summary>
internal static class ZetaViewPositionText
{
    private static readonly (Func<ZetaViewPosition, ZetaViewRun, double> Value, Func<double, string> Print)[] Columns =
    [
        ((p, _) => p.Intensity, OneDecimal),
        ((p, _) => p.Particles, OneDecimal),
        ((p, run) => p.Particles * run.Instrument.ConcentrationPerParticle, Rough),
        ((p, run) => p.Particles * run.Instrument.ConcentrationPerParticle * run.Dilution, Rough),
        ((p, _) => p.Traces.Count, OneDecimal),
        ((p, _) => p.X50, OneDecimal),
        ((p, _) => p.Peak, OneDecimal),
        ((p, _) => p.Span, OneDecimal),
        ((p, _) => p.Drift, OneDecimal),
    ];

    public static string Of(ZetaViewRun run)
    {
        var text = new StringBuilder();
        text.Append("Use\tPosition\tMean Int.\tAv. No of Particles\tConc. (p./mL)\tOrig. Conc. (p./cm^3)\tNo. of Traces\tX50 (nm)\tPeak ø (nm)\tSpan\tDrift (µm/s)\tRemoval\n");
        foreach (var position in run.Positions)
        {
            var cells = Columns.Select((column, i) => i == 4 ? Notation.Whole(position.Traces.Count) : column.Print(column.Value(position, run)));
            text.Append($"{(position.IsUsed ? "X" : "")}\t{Notation.Fixed(position.Position, 2)}\t{string.Join('\t', cells)}\t{position.Removal}\n");
        }
        Summary(text, "Mean", Columns.Select(column => column.Print(Mean(run, column.Value))));
        Summary(text, "St.Dev.", Columns.Select(column => column.Print(Deviation(run, column.Value))));
        Summary(text, "Rel.St.Dev.", Columns.Select(column => column.Print(Relative(run, column.Value))));
        return text.ToString();
    }

    private static void Summary(StringBuilder text, string name, IEnumerable<string> cells) =>
        text.Append($"\t{name}\t{string.Join('\t', cells)}\t\n");

    private static double Mean(ZetaViewRun run, Func<ZetaViewPosition, ZetaViewRun, double> value) =>
        run.Used.Any() ? run.Used.Average(position => value(position, run)) : 0;

    private static double Deviation(ZetaViewRun run, Func<ZetaViewPosition, ZetaViewRun, double> value)
    {
        var mean = Mean(run, value);
        var count = run.Used.Count();
        return count < 2 ? 0 : Math.Sqrt(run.Used.Sum(p => (value(p, run) - mean) * (value(p, run) - mean)) / (count - 1));
    }

    private static double Relative(ZetaViewRun run, Func<ZetaViewPosition, ZetaViewRun, double> value)
    {
        var mean = Mean(run, value);
        return mean == 0 ? 0 : 100 * Deviation(run, value) / mean;
    }

    private static string OneDecimal(double value) => Notation.Fixed(value, 1);

    /// <summary>Two digits, as 3.0E+7.</summary>
    private static string Rough(double value) => Notation.LabView(value, 1);
}
