using System.Globalization;
using System.Text;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>
/// A "_size_488.txt" of the ZetaView: header of keys ending in a colon, then a linear table, a row of -1, a logarithmic table.
/// 8.06 and 8.05 differ in keys, line ends and the row at which the table begins; a German Windows writes decimal commas throughout.
/// </summary>
internal sealed class ZetaViewSizeText(ZetaViewRun run)
{
    private readonly StringBuilder _text = new();

    public static string Of(ZetaViewRun run) => new ZetaViewSizeText(run).Write();

    private string Write()
    {
        if (run.Instrument.Is806)
            Head806();
        else
            Head805();
        Analysis();
        Optics();
        Tables();
        return _text.ToString();
    }

    private void Head806()
    {
        Line($"Original File:\tZ:\\{run.Name}.avi\tSection:\t{Six(0.09999).TrimEnd('0')} [0]");
        Typed("ZetaView S/N");
        Line("Electrolyte:\tPBS");
        Line($"pH:\t{Six(7)}\tentered");
        Line($"Conductivity: {Six(15000)}\tsensed");
        Line("TempControl:\t1");
        Line($"SetTemperature:\t{Six(25)}");
        Line($"Temperature:\t{Six(run.Temperature)}\tsensed");
        Line($"Viscosity:\t{Six(0.885753)}");
        When();
        Line("Sample Info 1:\t");
        Line("Sample Info 2:\t");
        Line("Sample Info 3:");
        Checks("1904-01-01 05:30:00");
        Line("Positions:\t11");
        Line($"Microscope Position:\t{Six(0.099993)}");
        Traces();
        Line($"Concentration Correction Factor:\t{Six(1)}");
    }

    private void Head805()
    {
        Line($"Original File:\tZ:\\EV\\{run.Name}.avi\tSection:\t{Six(0.1).TrimEnd('0')} [0]");
        Typed("ZetaVIEW S/N");
        Line("Electrolyte:\t");
        Line($"pH:\t{Six(7)}\tentered");
        Line($"Conductivity:\t{Six(15000)}\tsensed");
        Line($"Temperature:\t{Six(run.Temperature)}\tsensed");
        Line($"Viscosity:\t{Six(0.921710)}");
        When();
        Line("Sample Remarks0:\t");
        Line("Sample Remarks1:\t");
        Line("Sample Remarks2:");
        Checks("1904-01-01 01:00:00");
        Line($"Microscope Position:\t{Six(0.100001)}");
        Traces();
    }

    private void Typed(string serialNumberKey)
    {
        Line($"Operator:\t{run.Operator}");
        Line($"Experiment:\t{run.Name[..13]}");
        Line($"{serialNumberKey}:\t{run.Instrument.SerialNumber}");
        if (run.Instrument.Is806)
            Line($"Cell S/N:\t{run.Instrument.CellNumber}");
        Line($"Software:\tZetaView (version {run.Instrument.Software})\tAnalyze:\t{run.Instrument.Software}");
        Line($"SOP:\t{(run.Filter is { } filter ? "EV_488F" + Notation.Whole(filter) : "EV_488")}");
        Line($"Sample:\t{run.Sample}");
    }

    private void When()
    {
        Line($"Date:\t{run.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        Line($"Time:\t{run.At.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}");
        Line("General Remarks:\tEV/ 488nm laser");
        Line($"Remarks:\t{run.Remarks}");
    }

    private void Checks(string neverChecked)
    {
        Line($"Scattering Intensity:\t{Six(Math.Round(run.Positions[0].Intensity, 1))}");
        Line($"Detected Particles:\t{Notation.Whole(run.Positions[0].Particles)}");
        Line($"Particle Drift Checked:\t{neverChecked}");
        Line("Particle Drift Check Result:\ttoo high");
        Line($"Cell Checked:\t{run.At.AddMinutes(-52).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}");
        Line("Cell Check Result:\tVery Good");
        Line("Type of Measurement:\tSize Distribution");
    }

    private void Traces() => Line(
        $"Number of Traces:\t{Notation.Whole(run.Traces.Count)}\t(at {Six(run.Instrument.Is806 ? 0.09999 : 0.1)})\tAverage Number of Particles:\t{Six(run.AverageParticles)}\tDilution::\t{Six(run.Dilution)}");

    private void Analysis()
    {
        foreach (var line in ZetaViewFixedLines.ImageEvaluation(run.Instrument.Is806))
            Line(Localised(line));
    }

    private void Optics()
    {
        Line($"Laser Wavelength nm:\t{Six(488)}");
        Line($"Filter Wavelength nm:\t{(run.Filter is { } filter ? Notation.Whole(filter) : "Scatter")}");
        foreach (var line in ZetaViewFixedLines.Cell(run.Instrument.Is806))
            Line(Localised(line));
    }

    private void Tables()
    {
        var linear = ZetaViewClasses.Linear(run.Traces);
        var byVolume = new BinStatistics([.. linear.Bins.Select((n, i) => n * Cube(ZetaViewClasses.LinearCentre(i)))], 5);
        Line($"Results (Pos {Six(run.Instrument.Is806 ? 0.099993 : 0.100001)}):");
        Line($"Median Number (D50):\t{Six(Median(linear))}");
        Line($"Median Concentration (D50):\t{Six(Median(linear))}");
        Line($"Median Volume (D50):\t{Six(Median(byVolume))}");
        Line("Size Distribution");
        Line("Size / nm\tNumber\tConcentration / cm-3\tVolume / nm^3\tArea / nm^2");
        if (run.Traces.Count > 0)
            Table(linear.Bins, ZetaViewClasses.LinearCentre);
        Line(Localised("-1.000E+0\t-1.000E+0\t-1.000E+0\t-1.000E+0\t0.000E+0"));
        if (run.Traces.Count > 0)
            Table(ZetaViewClasses.Logarithmic(run.Traces), ZetaViewClasses.LogarithmicCentre);
    }

    private void Table(IReadOnlyList<double> counts, Func<int, double> centre)
    {
        var perTrace = run.CellConcentration / run.Traces.Count;
        for (var i = 0; i < counts.Count; i++)
        {
            double n = counts[i], d = centre(i);
            double[] row = [d, n, n * perTrace, n * Math.PI / 6 * Cube(d), n * Math.PI / 4 * d * d];
            Line(Localised(string.Join('\t', row.Select(value => Notation.LabView(value)))));
        }
    }

    private static double Median(BinStatistics curve) =>
        curve.IsEmpty ? 0 : curve.Quantile(0.5) + ZetaViewClasses.OffsetOfPercentiles;

    private static double Cube(double d) => d * d * d;

    private string Six(double value) => Localised(Notation.Fixed(value, 6));

    private string Localised(string number) => number.Replace('.', run.Instrument.DecimalMark);

    private void Line(string line) => _text.Append(line).Append(run.Instrument.LineEnd);
}
