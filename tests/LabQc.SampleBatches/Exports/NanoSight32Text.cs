using System.Text;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>
/// An "ExperimentSummary.csv" as NTA 3.2 writes it: quoted texts, sample name before operator, exponents of three digits,
/// numbers without padding in the conditions, D values 1.0 nm below the edge interpolation, a comma at the end of some rows only.
/// </summary>
internal sealed class NanoSight32Text(NanoSightExperiment experiment)
{
    private const string Program = "NTA 3.2 Dev Build 3.2.16";
    private const double OffsetOfPercentiles = -1.0;

    private readonly StringBuilder _text = new();
    private readonly int _videos = experiment.Videos.Count;

    /// <summary>The file with LF line ends.</summary>
    public static string Of(NanoSightExperiment experiment) => new NanoSight32Text(experiment).Write();

    private string Write()
    {
        Head();
        Section("[Conditions]", NanoSightRows.Conditions(experiment.Camera, Short));
        Section("[Settings]", NanoSightRows.Settings(experiment.Camera, Short));
        Line("[Exclusion Regions]");
        Line("No Exclusion Regions Used,");
        Line("");
        Results();
        Section("[Concentration Warnings]", NanoSightRows.ConcentrationWarnings);
        Line("[Information]");
        foreach (var (key, value) in NanoSightRows.Information)
            Row(key, value);
        Line("Errors (1)" + new string(',', _videos + 1));
        Line("Errors (2)" + new string(',', _videos + 1));
        Line("");
        Line("[Data Included]");
        Line("Size distribution - Number weighting - With Percentiles");
        Line("");
        SizeTable();
        return _text.ToString();
    }

    private void Head()
    {
        Line("NTA Experiment Summary File");
        Line($"Created with {Program}");
        Line("");
        Line("[Experiment Details]");
        Line($"Software Version,{Program}");
        Line($"Experiment Name,{experiment.Name}_.nano");
        Line($"Sample Name,\"{experiment.Sample}\"");
        Line($"Operator Name,\"{experiment.Operator}\"");
        Line($"Time Captured,{experiment.TimeCaptured}");
        Line("Pre-treatment,\"\"");
        Line($"Diluent,\"{experiment.Diluent}\"");
        Line($"Remarks,\"{experiment.Remarks}\"");
        Line("");
        Line($"Filename:,{VideoNames()},");
        Line("");
    }

    private void Results()
    {
        Line($"[Results]{new string(',', _videos + 1)}Average,Standard Error,");
        var dilution = experiment.RecordedDilution is { } factor ? Notation.Exponent(factor, 3) : "Not recorded";
        Row("Dilution factor (concentrations adjusted for this factor)", _ => dilution);
        AveragedRow("Concentration (Particles / ml)", video => video.Curve.Total, value => Notation.Exponent(value, 3));
        Row("Concentration Upgrade?", _ => "Yes");
        AveragedRow("Particles per frame", video => video.ParticlesPerFrame, OneDecimal);
        AveragedRow("Centres per frame", video => video.CentresPerFrame, OneDecimal);
        Row("Completed tracks", video => Notation.Whole(video.CompletedTracks));
        Row("X-Drift (pix/frame)", video => OneDecimal(video.DriftX));
        Row("Y-Drift (pix/frame)", video => OneDecimal(video.DriftY));
        Line("");
    }

    private void SizeTable()
    {
        Line("[Size Data]");
        Line("Analysis Method,FTLA,");
        Line("Weighting,Number,");
        Line($"Filename,{VideoNames()},Average,Standard Error");
        foreach (var (key, value) in NanoSightRows.Statistics(OffsetOfPercentiles))
            AveragedRow(key, video => value(video.Curve), OneDecimal);
        Row("Valid Tracks", video => OneDecimal(video.ValidTracks));
        Line("Graph Data");
        var columns = string.Join(',', Enumerable.Repeat("Concentration (particles / ml)", _videos));
        Line($"Bin centre (nm), {columns},Concentration average,Standard Error");
        for (var bin = 0; bin < 1000; bin++)
            BinRow(bin);
        Line("");
        Percentiles();
        Line("");
    }

    private void BinRow(int bin)
    {
        double Value(NanoSightVideo video) => video.Curve.Bins[bin];
        var values = Each(video => Notation.Whole(Value(video)));
        Line($"{OneDecimal(bin + 0.5)},{values},{Notation.Whole(experiment.Average(Value))},{Notation.Whole(experiment.StandardError(Value))},");
    }

    private void Percentiles()
    {
        Line("Percentile," + string.Concat(Enumerable.Repeat("Size (nm),", _videos)));
        for (var percent = 0; percent <= 100; percent++)
        {
            var p = percent;
            Row(Notation.Whole(percent), video => OneDecimal(NanoSightRows.Percentile(video.Curve, p, OffsetOfPercentiles)));
        }
    }

    private void Section(string header, IEnumerable<(string Key, Func<NanoSightVideo, string> Value)> rows)
    {
        Line(header);
        foreach (var (key, value) in rows)
            Row(key, value);
        Line("");
    }

    private void Row(string key, Func<NanoSightVideo, string> value) => Line($"{key},{Each(value)},");

    private void AveragedRow(string key, Func<NanoSightVideo, double> value, Func<double, string> print) =>
        Line($"{key},{Each(video => print(value(video)))},{print(experiment.Average(value))},{print(experiment.StandardError(value))}");

    private string Each(Func<NanoSightVideo, string> value) => string.Join(',', experiment.Videos.Select(value));

    private string VideoNames() => string.Join(',', Enumerable.Range(0, _videos).Select(experiment.VideoName));

    private void Line(string line) => _text.Append(line).Append('\n');

    private static string Short(double value, int decimals) => Notation.Plain(Math.Round(value, decimals));

    private static string OneDecimal(double value) => Notation.Fixed(value, 1);
}
