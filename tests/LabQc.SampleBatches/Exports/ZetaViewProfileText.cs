using System.Globalization;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>
/// A "_prof_488.txt" of ZetaView 8.06: the zeta potential over the depth of the cell. CRLF, and a NUL byte inside "µm/s".
/// </summary>
internal static class ZetaViewProfileText
{
    public static string Of(ZetaViewRun run, Deviates deviates)
    {
        var potential = deviates.Between(-32, -24);
        string Six(double value) => Notation.Fixed(value, 6);
        var lines = new List<string>
        {
            $"Original File:\tZ:\\{run.Name}.avi\tProfile Voltage:\t+{Six(24)}V",
            $"Operator:\t{run.Operator}",
            $"Experiment:\t{run.Name[..13]}",
            $"ZetaView S/N:\t{run.Instrument.SerialNumber}",
            $"Cell S/N:\t{run.Instrument.CellNumber}",
            $"Software:\tZetaView (version {run.Instrument.Software})\tAnalyze:\t{run.Instrument.Software}",
            "SOP:\tZP_488_11-pos-Profil",
            $"Sample:\t{run.Sample}",
            "Electrolyte:\tPBS",
            $"pH:\t{Six(7)}\tentered",
            $"Conductivity: {Six(1480)}\tsensed",
            $"Temperature:\t{Six(run.Temperature)}\tsensed",
            $"Date:\t{run.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            $"Time:\t{run.At.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}",
            "Type of Measurement:\tProfile",
            "Positions:\t11",
            $"Number of Traces:\t{Notation.Whole(deviates.Whole(600, 760))}\tAverage Number of Particles:\t{Six(deviates.Between(50, 60))}\tDilution::\t{Six(run.Dilution)}",
            "Concentration Correction Factor:\t1.000000",
            "Laser Wavelength nm:\t488.000000",
            "Filter Wavelength nm:\tScatter",
            "Profile Data:",
            "ZP Factor:\t12.821775\t(Smoluchowski)",
            "Average Field (abs) / V/cm:\t2.503294",
            "Results:",
            $"Mean Velocity (Derived from Parabola Fit) / µ\0m/s:\t{Six(potential / 2.0029)}",
            $"Mobility /µ\0m/s/V/cm:\t{Six(potential / 12.8218)}",
            $"Zeta Potential / mV:\t{Six(potential)}",
            $"Zeta Potential @ 25°C / mV:\t{Six(potential)}",
            $"ZP Parabola Fit Accuracy / mV:\t{Six(deviates.Between(0.3, 0.6))}",
            "ZP Profile:",
            "Position\tPositive V\tNegative V\tAverage\tParabola Fit\tZP",
        };
        foreach (var position in ZetaViewPosition.Eleven)
            lines.Add(Row(position, potential, deviates));
        return string.Concat(lines.Select(line => line + "\r\n"));
    }

    private static string Row(double position, double potential, Deviates deviates)
    {
        var fit = potential * (1 - 3 * (position - 0.5) * (position - 0.5));
        double positive = fit + 3 * deviates.Normal(), negative = fit + 3 * deviates.Normal();
        double[] cells = [position, positive, negative, (positive + negative) / 2, fit, potential];
        return string.Join('\t', cells.Select(value => Notation.LabView(value)));
    }
}
