using LabQc.AuditTrail;
using LabQc.Charts;
using LabQc.Reports;
using LabQc.Specifications;

namespace LabQc.Cli;

/// <summary>Pictures of many lots at once.</summary>
internal static class LotCharts
{
    /// <summary>Writes one picture a lot, <c>LOT.svg</c>. Without a usable font none is drawn, and it is said why.</summary>
    /// <returns>How many were written.</returns>
    public static int WriteAll(LabWork work, IReadOnlyList<string> lots, string folder)
    {
        try
        {
            using var fonts = MachineFonts.Open();
            Directory.CreateDirectory(folder);
            var charts = new LotSizeChart(work, new DefinitionRegister(work).Read());
            var written = 0;
            ProgressBar.Over("Drawing", lots, lot =>
            {
                if (charts.Of(lot, logarithmic: false) is not { } chart)
                    return;
                File.WriteAllText(Path.Combine(folder, lot + ".svg"), chart.Svg(fonts));
                written++;
            });
            return written;
        }
        catch (NoUsableFontException missing)
        {
            Answer.Tell($"Charts are skipped: {missing.Message}");
            return 0;
        }
    }
}
