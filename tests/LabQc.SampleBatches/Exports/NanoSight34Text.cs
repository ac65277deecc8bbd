using System.Text;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>
/// An "ExperimentSummary.csv" as NTA 3.4 writes it: a comma at the end of most rows, also of the short ones, three-digit
/// temperatures, exponents of two digits, percentiles interpolated at bin edges.
/// </summary>
internal sealed class NanoSight34Text(NanoSightExperiment experiment)
{
    private const string Program = "NTA 3.4 Build 3.4.003";

    private readonly StringBuilder _text = new();
    private readonly int _videos = experiment.Videos.Count;

    /// <summary>The file with LF line ends; weightings beside Number are written where asked for.</summary>
    public static string Of(NanoSightExperiment experiment, bool allWeightings = false) =>
        new NanoSight34Text(experiment).Write(allWeightings);

    private string Write(bool allWeightings)
    {
        Head();
        Section("[Conditions]" + Commas(_videos + 1), NanoSightRows.Conditions(experiment.Camera, Notation.Fixed));
        Line(Commas(_videos + 1));
        Section("[Settings]" + Commas(_videos + 1), NanoSightRows.Settings(experiment.Camera, Notation.Fixed));
        Line(Commas(_videos + 1));
        Line("[Exclusion Regions]");
        Line("No Exclusion Regions Used" + Commas(_videos + 1));
        Line("");
        Results();
        Section("[Concentration Warnings]", NanoSightRows.ConcentrationWarnings);
        Line("");
        Section("[Information]", NanoSightRows.Information);
        Line("Errors (1)" + Commas(_videos + 1));
        Line("Errors (2)" + Commas(_videos + 1));
        Line("");
        IncludedData(allWeightings);
        Line("[Size Data],,");
        foreach (var weighting in allWeightings ? NanoSightWeighting.All : [NanoSightWeighting.Number])
            SizeTable(weighting);
        return _text.ToString();
    }

    private void Head()
    {
        Line("NTA Experiment Summary File,");
        Line($"Created with {Program},");
        Line(",");
        Line("[Experiment Details],,");
        Line($"Software Version,{Program},");
        Line($"Experiment Name,{experiment.Name}_.nano,");
        Line($"Operator Name,{experiment.Operator},");
        Line($"Time Captured,{experiment.TimeCaptured},");
        Line($"Sample Description,{experiment.Sample},");
        Line("Pre-treatment,,");
        Line($"Diluent,{experiment.Diluent},");
        Line($"Remarks,{experiment.Remarks},");
        Line(",,");
        Line(Commas(_videos));
        Line($"Filename:,{VideoNames()},");
        Row("Processed", _ => "Yes");
        Line("");
    }

    private void Results()
    {
        Line($"[Results]{Commas(_videos + 1)}Average,Standard Error,");
        var dilution = experiment.RecordedDilution is { } factor ? Notation.Exponent(factor, 2) : "Not recorded";
        WideRow("Dilution factor (concentrations adjusted for this factor)", _ => dilution);
        AveragedRow("Concentration (Particles / ml)", video => video.Curve.Total, value => Notation.Exponent(value, 2));
        WideRow("Concentration Upgrade?", _ => "Yes");
        AveragedRow("Particles per frame", video => video.ParticlesPerFrame, OneDecimal);
        AveragedRow("Centres per frame", video => video.CentresPerFrame, OneDecimal);
        WideRow("Completed tracks", video => Notation.Whole(video.CompletedTracks));
        WideRow("X-Drift (pix/frame)", video => OneDecimal(video.DriftX));
        WideRow("Y-Drift (pix/frame)", video => OneDecimal(video.DriftY));
        Line(Commas(_videos + 3));
    }

    private void IncludedData(bool allWeightings)
    {
        Line("[Data Included],");
        foreach (var weighting in allWeightings ? NanoSightWeighting.All : [NanoSightWeighting.Number])
            Line($"Size distribution - {weighting.Name} weighting - With Percentiles,");
        Line(",");
    }

    private void SizeTable(NanoSightWeighting weighting)
    {
        var curves = experiment.Videos.ToDictionary(video => video, weighting.Curve);
        Line("Analysis Method,FTLA,");
        Line($"Weighting,{weighting.Name},");
        Line($"Filename,{VideoNames()},Average,Standard Error,");
        foreach (var (key, value) in NanoSightRows.Statistics(offset: 0))
            AveragedRow(key, video => value(curves[video]), OneDecimal);
        WideRow("Valid Tracks", video => OneDecimal(video.ValidTracks));
        Line("Graph Data,");
        Line("Bin centre (nm)," + Repeat($"Concentration ({weighting.Unit}),") + "Concentration average,Standard Error,");
        for (var bin = 0; bin < 1000; bin++)
            BinRow(bin, [.. experiment.Videos.Select(video => curves[video].Bins[bin])]);
        Line("");
        Percentiles([.. curves.Values]);
        Line(Commas(_videos + 1));
    }

    private void BinRow(int bin, double[] values)
    {
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, _videos - 1) / _videos);
        Line($"{OneDecimal(bin + 0.5)},{string.Join(',', values.Select(Notation.Whole))},{Notation.Whole(mean)},{Notation.Whole(error)},");
    }

    private void Percentiles(BinStatistics[] curves)
    {
        Line("Percentile," + Repeat("Size (nm),"));
        for (var percent = 0; percent <= 100; percent++)
        {
            var sizes = curves.Select(curve => curve.Quantile(percent / 100.0)).ToArray();
            if (percent == 100 && experiment.LargestTrack is { } largest)
                sizes[0] = largest;
            Line($"{Notation.Whole(percent)},{string.Join(',', sizes.Select(OneDecimal))},");
        }
    }

    private void Section(string header, IEnumerable<(string Key, Func<NanoSightVideo, string> Value)> rows)
    {
        Line(header);
        foreach (var (key, value) in rows)
            Row(key, value);
    }

    private void Row(string key, Func<NanoSightVideo, string> value) => Line($"{key},{Each(value)},");

    private void WideRow(string key, Func<NanoSightVideo, string> value) => Line($"{key},{Each(value)},,,");

    private void AveragedRow(string key, Func<NanoSightVideo, double> value, Func<double, string> print) =>
        Line($"{key},{Each(video => print(value(video)))},{print(experiment.Average(value))},{print(experiment.StandardError(value))},");

    private string Each(Func<NanoSightVideo, string> value) => string.Join(',', experiment.Videos.Select(value));

    private string VideoNames() => string.Join(',', Enumerable.Range(0, _videos).Select(experiment.VideoName));

    private string Repeat(string cell) => string.Concat(Enumerable.Repeat(cell, _videos));

    private void Line(string line) => _text.Append(line).Append('\n');

    private static string Commas(int count) => new(',', count);

    private static string OneDecimal(double value) => Notation.Fixed(value, 1);
}
