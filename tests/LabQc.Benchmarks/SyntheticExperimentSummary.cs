using System.Globalization;
using System.Text;

namespace LabQc.Benchmarks;

/// <summary>An experiment summary in the shape of NTA 3.4: lognormal videos in whole particles per mL.</summary>
internal static class SyntheticExperimentSummary
{
    public static byte[] Of(int videos)
    {
        var text = new StringBuilder();
        void Row(string key, Func<int, string> cell, string more = "")
        {
            text.Append(key);
            for (var video = 0; video < videos; video++)
                text.Append(',').Append(cell(video));
            text.Append(more).Append(",\n");
        }
        text.Append("NTA Experiment Summary File,\nCreated with NTA 3.4 Build 3.4.003,\n,\n[Experiment Details],,\nSample Description,lot7,\n");
        Row("Filename:", Name);
        text.Append("[Conditions],\n");
        foreach (var key in new[] { "Temperature/C", "Viscosity/cP", "Camera Level", "Slider Shutter", "Slider Gain", "Shutter/ms", "Frame rate/fps" })
            Row(key, _ => "22.000");
        text.Append("[Results],\n");
        Row("Dilution factor (concentrations adjusted for this factor)", _ => "1.00e+04");
        Row("Concentration (Particles / ml)", v => Column(v).Sum().ToString("0.00e+00", CultureInfo.InvariantCulture));
        Row("Completed tracks", _ => "4677");
        text.Append("[Concentration Warnings]\n");
        foreach (var key in new[] { "Validity of concentration measurement", "Particles per frame", "Brightness", "Detection Threshold" })
            Row(key, _ => "OK");
        text.Append("[Data Included],\n\"Size distribution - Number weighting - With Percentiles,\"\n[Size Data],,\nWeighting,Number,\n");
        Row("Filename", Name, ",Average,Standard Error");
        Row("Valid Tracks", _ => "1872.0");
        text.Append("Graph Data,\n");
        Row("Bin centre (nm)", _ => "Concentration (particles / ml)", ",Concentration average,Standard Error");
        var columns = Enumerable.Range(0, videos).Select(Column).ToList();
        for (var bin = 0; bin < 1000; bin++)
            Row((bin + 0.5).ToString("0.0", CultureInfo.InvariantCulture), v => columns[v][bin].ToString("0", CultureInfo.InvariantCulture), ",1239,1008");
        text.Append(",\n");
        Row("Percentile", _ => "Size (nm)");
        for (var p = 0; p <= 100; p++)
            Row(p.ToString(CultureInfo.InvariantCulture), _ => (p * 2.5).ToString("0.0", CultureInfo.InvariantCulture));
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>A lognormal column of whole particles per 1-nm bin.</summary>
    public static double[] Column(int video)
    {
        var column = new double[1000];
        for (var bin = 0; bin < column.Length; bin++)
        {
            var z = Math.Log((bin + 0.5) / (95 + video % 10)) / Math.Log(1.36);
            column[bin] = Math.Round(1e12 / (bin + 0.5) * Math.Exp(-z * z / 2));
        }
        return column;
    }

    private static string Name(int video) => string.Create(CultureInfo.InvariantCulture, $"lot7_{video:00}");
}
