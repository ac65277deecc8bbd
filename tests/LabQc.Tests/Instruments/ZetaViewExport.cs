using System.Globalization;
using System.Text;
using LabQc.Instruments;

namespace LabQc.Tests.Instruments;

/// <summary>Synthetic ZetaView size texts in the shape of 8.06 or 8.05, oddities included.</summary>
internal sealed record ZetaViewExport
{
    public string SerialKey { get; init; } = "ZetaView S/N:";
    public string Version { get; init; } = "8.06.01 SP1";
    public string Sample { get; init; } = "EV_lot7-1000";
    public string Dilution { get; init; } = "1000.000000";
    public IReadOnlyList<int> Numbers { get; init; } = [0, 0, 5, 20, 60, 80, 50, 20, 10, 3, 2];
    public double PerTrace { get; init; } = 1.5e5;
    public double Correction { get; init; } = 1;
    public string Filter { get; init; } = "Scatter";
    public string DriftChecked { get; init; } = "2025-02-20 09:00:00";
    public bool DecimalComma { get; init; }
    public bool WithLinear { get; init; } = true;
    public string Line { get; init; } = "\n";

    /// <summary>Number of traces that the header states; null: what the table holds.</summary>
    public int? Traces { get; init; }

    public InstrumentFile Read(ReadOptions? options = null, string name = "EV_lot7-1000_size_488.txt") =>
        Assert.Single(InstrumentReader.Read(Bytes(), name, options));

    public byte[] Bytes() => Encoding.Latin1.GetBytes(Text());

    public string Text()
    {
        var lines = new List<string>(Header()) { "Size Distribution", "Size / nm\tNumber\tConcentration / cm-3\tVolume / nm^3\tArea / nm^2" };
        var any = Numbers.Sum() > 0;
        if (any && WithLinear)
            lines.AddRange(Enumerable.Range(0, 1200).Select(i => Row(2.5 + 5 * i, i / 3 < Numbers.Count && i % 3 == 0 ? Numbers[i / 3] : 0)));
        lines.Add(Decimal("-1.000E+0\t-1.000E+0\t-1.000E+0\t-1.000E+0\t0.000E+0"));
        if (any)
            lines.AddRange(Enumerable.Range(0, 200).Select(i => Row(4.683 * Math.Pow(1.0366, i), i == 90 ? Numbers.Sum() : 0)));
        return string.Join(Line, lines) + Line;
    }

    private IEnumerable<string> Header()
    {
        yield return "Original File:\tZ:\\EV_lot7-1000_size_488.avi\tSection:\t" + Decimal("0.09999") + " [0]";
        yield return "Operator:\tAdmin";
        yield return "Experiment:\t20250227_0000";
        yield return $"{SerialKey}\t24-1152";
        yield return $"Software:\tZetaView (version {Version})\tAnalyze:\t{Version}";
        yield return $"Sample:\t{Sample}";
        yield return "Electrolyte:\tWATER";
        yield return "Conductivity: " + Decimal("26.000000") + "\tsensed";
        yield return "Temperature:\t" + Decimal("25.690000") + "\tsensed";
        yield return "Date:\t2025-02-27";
        yield return "Time:\t15:55:34";
        yield return "Sample Info 3:";
        yield return $"Particle Drift Checked:\t{DriftChecked}";
        yield return "Particle Drift Check Result:\ttoo high";
        yield return "Cell Check Result:\tVery Good";
        yield return "Type of Measurement:\tSize Distribution";
        yield return $"Number of Traces:\t{Traces ?? Numbers.Sum()}\t(at {Decimal("0.099990")})\tAverage Number of Particles:\t{Decimal("83.000000")}\tDilution::\t{Decimal(Dilution)}";
        yield return $"Concentration Correction Factor:\t{Decimal(Correction.ToString("0.000000", CultureInfo.InvariantCulture))}";
        yield return "Minimum Brightness:\t30";
        yield return "Sensitivity:\t" + Decimal("80.000000");
        yield return "Shutter:\t100";
        yield return "Brightness:\tNaN";
        yield return "Camera Trigger Delay µs:\t0";
        yield return "Laser Wavelength nm:\t" + Decimal("488.000000");
        yield return $"Filter Wavelength nm:\t{Filter}";
        yield return "Median Number (D50):\t" + Decimal(Numbers.Sum() > 0 ? "75.625000" : "0.000000");
    }

    private string Row(double size, double number)
    {
        var (volume, area) = (number * Math.PI / 6 * size * size * size, number * Math.PI / 4 * size * size);
        return Decimal(string.Join('\t', new[] { size, number, number * PerTrace, volume, area }.Select(v => v.ToString("0.000E+0", CultureInfo.InvariantCulture))));
    }

    private string Decimal(string text) => DecimalComma ? text.Replace('.', ',') : text;
}
