using System.Globalization;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>
/// Tables exported by the Zetasizer program: tab-separated, CRLF, first line the column names of the user's export template,
/// one row a sub-run. Light scattering gives intensities and what a model makes of them, no concentration.
/// </summary>
internal static class ZetasizerText
{
    private const int Classes = 70;

    private static readonly double LogRatio = ExactMath.Log(10_000 / 0.4) / (Classes - 1);

    /// <summary>A size table with three sub-runs: sizes, intensities, volumes and numbers of 70 classes.</summary>
    public static string SizeTable(string sample, DateTime at, SizeCurve sizes, Deviates deviates)
    {
        var names = new List<string>
        {
            "Type", "Sample Name", "S/W Version", "Serial Number", "Measurement Date and Time", "T (°C)", "Z-Ave (d.nm)", "PdI",
            "Derived Count Rate (kcps)", "Attenuator", "Dispersant Name", "Dispersant RI", "Viscosity (cP)",
        };
        names.AddRange(Numbered("Sizes", " (d.nm)", Classes));
        foreach (var weighting in (string[])["Intensities", "Volumes", "Numbers"])
            names.AddRange(Numbered(weighting, " (Percent)", Classes));
        var rows = Enumerable.Range(1, 3).Select(run => SizeRow($"{sample} {Notation.Whole(run)}", at.AddSeconds(102 * run), sizes.OfOneVideo(deviates), deviates));
        return string.Concat(rows.Prepend(string.Join('\t', names)).Select(line => line + "\r\n"));
    }

    /// <summary>A zeta potential table with three sub-runs.</summary>
    public static string ZetaTable(string sample, DateTime at, Deviates deviates)
    {
        string[] names =
        [
            "Type", "Sample Name", "Measurement Date and Time", "Conductivity (mS/cm)", "Derived Count Rate (kcps)", "Mean Count Rate (kcps)",
            "Mobility (µmcm/Vs)", "Zeta Deviation (mV)", "Zeta Potential (mV)", "Quality Factor", "Result Quality", "Temperature (°C)",
        ];
        var rows = Enumerable.Range(1, 3).Select(run =>
        {
            var potential = -11.4 + 0.6 * deviates.Normal();
            return string.Join('\t', "Zeta", $"{sample} {Notation.Whole(run)}", Time(at.AddSeconds(70 * run)), "15.2", Notation.Fixed(deviates.Between(180, 240), 1),
                Notation.Fixed(deviates.Between(180, 240), 1), Notation.Fixed(potential / 12.76, 4), Notation.Fixed(deviates.Between(4, 6), 2),
                Notation.Fixed(potential, 1), Notation.Fixed(deviates.Between(1, 2), 2), "Good", "25.0");
        });
        return string.Concat(rows.Prepend(string.Join('\t', names)).Select(line => line + "\r\n"));
    }

    private static string SizeRow(string name, DateTime at, SizeCurve sizes, Deviates deviates)
    {
        var centres = Enumerable.Range(0, Classes).Select(i => 0.4 * ExactMath.Exp(i * LogRatio)).ToArray();
        var intensities = Percentages(centres, sizes, 6);
        var mean = 1 / (intensities.Select((share, i) => share / centres[i]).Sum() / 100);
        var cells = new List<string>
        {
            "Size", name, "7.11", "MAL1071203", Time(at), "25.0", Notation.FourDigits(mean), Notation.Fixed(deviates.Between(0.12, 0.19), 3),
            Notation.Fixed(deviates.Between(3000, 6000), 1), "7", "PBS", "1.332", "0.9024",
        };
        cells.AddRange(centres.Select(Notation.FourDigits));
        foreach (var shares in (double[][])[intensities, Percentages(centres, sizes, 3), Percentages(centres, sizes, 0)])
            cells.AddRange(shares.Select(share => Notation.Fixed(share, 1)));
        return string.Join('\t', cells);
    }

    /// <summary>Shares in percent when each particle counts with a power of its diameter: 6 for scattered light, 3 for volume, 0 for number.</summary>
    private static double[] Percentages(double[] centres, SizeCurve sizes, int power)
    {
        var logSd = ExactMath.Log(sizes.GeometricSd);
        var logMedian = ExactMath.Log(sizes.Median) + power * logSd * logSd;
        var weights = centres.Select(d =>
        {
            var z = (ExactMath.Log(d) - logMedian) / logSd;
            return ExactMath.Exp(-0.5 * z * z);
        }).ToArray();
        var total = weights.Sum();
        return [.. weights.Select(weight => 100 * weight / total)];
    }

    private static IEnumerable<string> Numbered(string name, string unit, int count) =>
        Enumerable.Range(1, count).Select(i => $"{name}[{Notation.Whole(i)}]{unit}");

    private static string Time(DateTime at) => at.ToString("dd MMMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);
}
