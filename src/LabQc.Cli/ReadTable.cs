using System.Globalization;
using LabQc.Instruments;
using LabQc.SizeDistributions;
using LabQc.Units;

namespace LabQc.Cli;

/// <summary>What was read, as tables for people; what they must know goes to standard error.</summary>
internal static class ReadTable
{
    /// <summary>Above this many files the replicates are not listed.</summary>
    private const int FilesInDetail = 3;

    public static void Print(IReadOnlyList<ReadEntry> read, SizeRange range)
    {
        PrintFiles(read, range);
        if (read.Count <= FilesInDetail)
        {
            foreach (var entry in read.Where(e => e.File.Replicates.Count > 0))
                PrintReplicates(entry.File, range);
        }
        foreach (var entry in read)
            Tell(entry);
    }

    private static void PrintFiles(IReadOnlyList<ReadEntry> read, SizeRange range)
    {
        var table = Answer.Table("File", "Format", "Status", "Sample", "n", "Particles/mL", "Dilution", "Mean nm", "D10", "D50", "D90", $"% in {range}");
        foreach (var entry in read)
            table.Row([System.IO.Path.GetFileName(entry.Path), entry.File.Format, Word(entry.File.Status), entry.File.Sample, .. Figures(entry.File)]);
        Answer.Out.Write(table);
    }

    private static IEnumerable<string?> Figures(InstrumentFile file) => file.Summary is not { } s
        ? Enumerable.Repeat("", 8)
        :
        [
            s.N == file.Replicates.Count ? Whole(s.N) : $"{Whole(s.N)} of {Whole(file.Replicates.Count)}",
            s.ConcentrationPerMl.Mean is { } c ? NumberText.PowersOfTen(c) + (file.ConcentrationBasis == ConcentrationBasis.AsMeasured ? " in the cell" : "") : "–",
            DilutionText(file.Dilution),
            Mean(s.Mean), Mean(s.D10), Mean(s.D50), Mean(s.D90), Mean(s.PercentInRange),
        ];

    private static void PrintReplicates(InstrumentFile file, SizeRange range)
    {
        var table = Answer.Table("Replicate", "Tracks", "Particles/mL", "Mean nm", "Mode", "SD", "D10", "D50", "D90", "Span", $"% in {range}", "Instrument's D50");
        foreach (var replicate in file.Replicates)
            table.Row([replicate.Name, replicate.Tracks is { } tracks ? Whole(tracks) : "–", .. Figures(replicate)]);
        if (file.AveragedMetrics is { } curve)
            table.Row(["averaged curve", "", file.Summary?.ConcentrationPerMl.Mean is null ? "–" : NumberText.PowersOfTen(curve.Total), .. Figures(curve), ""]);
        Answer.Out.Write(table);
    }

    private static IEnumerable<string?> Figures(Replicate replicate) => replicate.Metrics is not { } m
        ? ["left out: " + replicate.Reason, .. Enumerable.Repeat("", 9)]
        :
        [
            replicate.ConcentrationPerMl is { } c ? NumberText.PowersOfTen(c) : "–",
            .. Figures(m),
            replicate.Reported.D50Nm is { } d50 ? NumberText.Fixed(d50, 1) : "–",
        ];

    private static IEnumerable<string?> Figures(SizeMetrics m) =>
    [
        .. new[] { m.Mean, m.Mode, m.Sd, m.D10, m.D50, m.D90 }.Select(v => NumberText.Fixed(v, 1)),
        NumberText.Fixed(m.Span, 3),
        NumberText.Fixed(m.PercentInRange, 1),
    ];

    private static void Tell(ReadEntry entry)
    {
        foreach (var finding in entry.File.Findings)
            Answer.Tell($"{entry.Path}: {Word(finding.Severity)}: {finding.Message}{(finding.Where is null ? "" : $" [{finding.Where}]")} ({finding.Rule})");
    }

    private static string Mean(SummaryStatistic statistic) =>
        statistic.Mean is not { } mean ? "–" : NumberText.Fixed(mean, 1) + (statistic.Sd is { } sd ? " ± " + NumberText.Fixed(sd, 1) : "");

    private static string DilutionText(Dilution dilution) => dilution switch
    {
        { Factor: { } factor } => $"{NumberText.General(factor)} ({Word(dilution.Source)})",
        { AppliedInFile: true } => "applied in file",
        { Proposed: { } proposed } => $"unknown; {NumberText.General(proposed.Factor)}?",
        _ => "unknown",
    };

    private static string Word<T>(T value) where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()).Replace('-', ' ');

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
