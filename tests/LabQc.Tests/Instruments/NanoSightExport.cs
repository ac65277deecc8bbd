using System.Globalization;
using System.Text;
using LabQc.Instruments;

namespace LabQc.Tests.Instruments;

/// <summary>Synthetic experiment summaries in the shape of NTA 3.4 or 3.2, oddities included.</summary>
internal sealed record NanoSightExport
{
    public string Title { get; init; } = "NTA Experiment Summary File";
    public string Software { get; init; } = "NTA 3.4 Build 3.4.003";
    public string Sample { get; init; } = "lot7";
    public string Experiment { get; init; } = "lot7_.nano";
    public string Remarks { get; init; } = "";
    public int Videos { get; init; } = 3;
    public IReadOnlyList<int> EmptyVideos { get; init; } = [];
    public string Dilution { get; init; } = "Not recorded";
    public double Total { get; init; } = 1e8;
    public double Offset { get; init; }
    public string Line { get; init; } = "\n";
    public IReadOnlyDictionary<string, string> Cells { get; init; } = new Dictionary<string, string>();
    public bool WithOtherWeightings { get; init; }
    public Func<int, string>? VideoName { get; init; }

    public InstrumentFile Read(ReadOptions? options = null, string name = "lot7_-ExperimentSummary.csv") =>
        Assert.Single(InstrumentReader.Read(Bytes(), name, options));

    public byte[] Bytes() => Encoding.Latin1.GetBytes(Text());

    public string Text()
    {
        var text = new StringBuilder();
        void Row(string key, params IEnumerable<string> cells) => text.Append(string.Join(',', cells.Prepend(key))).Append(',').Append(Line);
        Header(Row);
        Results(Row);
        foreach (var (weighting, unit, power) in Weightings())
            Block(Row, weighting, unit, power);
        return text.ToString();
    }

    private void Header(Action<string, IEnumerable<string>> row)
    {
        row(Title, []);
        row("Created with " + Software, []);
        row("[Experiment Details]", []);
        row("Software Version", [Software]);
        row("Experiment Name", [Experiment]);
        row("Operator Name", ["AB"]);
        row("Time Captured", ["11:52:04  16/06/2020"]);
        row("Sample Description", [Sample]);
        row("Remarks", [Remarks.Contains(',', StringComparison.Ordinal) ? $"\"{Remarks}\"" : Remarks]);
        row("Filename:", Each(Name));
        row("[Conditions]", []);
        row("Temperature/C", Each(_ => "22.000"));
        row("Laser Type", Each(_ => "Blue488"));
        row("Camera Level", Each(v => Cell("Camera Level", v, "11")));
        row("[Settings]", []);
        row("Detection Threshold", Each(_ => "5"));
        row("Total frames analysed", Each(v => EmptyVideos.Contains(v) ? "0" : "499"));
    }

    private void Results(Action<string, IEnumerable<string>> row)
    {
        row("[Results]", [.. Each(_ => ""), "Average", "Standard Error"]);
        row("Dilution factor (concentrations adjusted for this factor)", Each(v => Cell("Dilution", v, Dilution)));
        row("Concentration (Particles / ml)", Each(v => Cell("Concentration", v, Number(EmptyVideos.Contains(v) ? 0 : Values(v).Sum(), "0.00e+000"))));
        row("Completed tracks", Each(_ => "4677"));
        row("[Concentration Warnings]", []);
        row("Validity of concentration measurement", Each(v => Cell("Validity", v, EmptyVideos.Contains(v) ? "Unreliable" : "OK")));
        row("Completed Tracks", Each(v => EmptyVideos.Contains(v) ? "No Data" : "OK"));
        row("Particles per frame", Each(v => Cell("Particles per frame", v, "OK")));
        row("Brightness", Each(v => EmptyVideos.Contains(v) ? "Too dim" : "OK"));
        row("[Information]", []);
        row("Vibration detected", Each(v => Cell("Vibration", v, "No")));
        row("[Data Included]", []);
        foreach (var (weighting, _, _) in Weightings())
            row($"Size distribution - {weighting} weighting - With Percentiles", []);
        row("[Size Data]", []);
    }

    private void Block(Action<string, IEnumerable<string>> row, string weighting, string unit, int power)
    {
        row("Analysis Method", ["FTLA"]);
        row("Weighting", [weighting]);
        row("Filename", [.. Each(v => Cell("Data name", v, Name(v))), "Average", "Standard Error"]);
        row("Mean", Each(v => Figure(v, f => f.Mean)));
        row("SD", Each(v => Figure(v, f => f.Sd)));
        row("D10", Each(v => Figure(v, f => f.D10 + Offset)));
        row("D50", Each(v => Figure(v, f => f.D50 + Offset)));
        row("D90", Each(v => Figure(v, f => f.D90 + Offset)));
        row("Valid Tracks", Each(v => EmptyVideos.Contains(v) ? "0.0" : "1872.0"));
        row("Graph Data", []);
        row("Bin centre (nm)", [.. Each(_ => $"Concentration ({unit})"), "Concentration average", "Standard Error"]);
        var columns = Enumerable.Range(0, Videos).Select(v => Values(v)).ToList();
        for (var i = 0; i < 1000; i++)
            row(Number(i + 0.5, "0.0"), [.. Each(v => Number(columns[v][i] * Math.Pow(i + 0.5, power), "0")), "0", "0"]);
        row("", []);
        row("Percentile", Each(_ => "Size (nm)"));
        for (var p = 0; p <= 100; p++)
            row(Number(p, "0"), Each(_ => Number(p * 12.28, "0.0")));
    }

    private IEnumerable<(string Weighting, string Unit, int Power)> Weightings() =>
        WithOtherWeightings
            ? [("Number", "particles / ml", 0), ("Surface Area", "nm²/ml", 2), ("Volume", "nm³/ml", 3)]
            : [("Number", "particles / ml", 0)];

    private string Figure(int video, Func<LabQc.SizeDistributions.SizeMetrics, double> figure) =>
        EmptyVideos.Contains(video)
            ? "0.0"
            : Number(figure(new LabQc.SizeDistributions.SizeDistribution(LabQc.SizeDistributions.SizeBins.Nanometres1000, Values(video), LabQc.SizeDistributions.Weighting.Number)
                .Metrics(LabQc.SizeDistributions.SizeRange.Exosomes)!.Value), "0.0");

    private double[] Values(int video) => EmptyVideos.Contains(video)
        ? new double[1000]
        : SizeDistributions.Curves.Lognormal(95 + video, 1.36, Total).Values.ToArray();

    private string Name(int video) => VideoName?.Invoke(video) ?? $"lot7_{video:00}";

    private IEnumerable<string> Each(Func<int, string> cell) => Enumerable.Range(0, Videos).Select(cell);

    private string Cell(string key, int video, string otherwise) =>
        Cells.GetValueOrDefault($"{key} {video}") ?? Cells.GetValueOrDefault(key) ?? otherwise;

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
