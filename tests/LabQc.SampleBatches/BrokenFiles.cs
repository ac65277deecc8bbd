using System.Text;
using LabQc.SampleBatches.Lots;

namespace LabQc.SampleBatches;

/// <summary>Files that must be refused, made from good ones by one fault each. The name of a file says its fault.</summary>
internal sealed class BrokenFiles
{
    private readonly string _nanoSight;
    private readonly string _zetaView;
    private readonly string _zetasizer;
    private readonly LotPlan _lot;

    private BrokenFiles()
    {
        _lot = Campaign.Lots.First(plan => plan.Group.Code == "MSC-SEC");
        _nanoSight = TextOf(_lot, "ExperimentSummary.csv");
        _zetaView = TextOf(Campaign.Lots.First(plan => plan.Group.Code == "PLT-SEC"), "_size_488.txt");
        _zetasizer = TextOf(Campaign.Lots.First(plan => plan.Planted == Planted.DlsSizeBeside), "_DLS.txt");
    }

    public static IEnumerable<SampleFile> All()
    {
        var broken = new BrokenFiles();
        return [.. broken.NanoSight(), .. broken.ZetaView(), .. broken.OtherExports(), .. broken.Manifests(), .. BrokenDefinitions.All()];
    }

    private IEnumerable<SampleFile> NanoSight() =>
    [
        Latin("nanosight-cut-off-in-size-data.csv", UpTo(_nanoSight, "\n120.5,")),
        Latin("nanosight-two-columns-missing.csv", WithoutTwoColumns(_nanoSight)),
        Latin("nanosight-without-size-data.csv", UpTo(_nanoSight, "[Size Data]")),
        Latin("text-in-a-number.csv", ReplaceCell(_nanoSight, "\n101.5,", "n.d.")),
        Latin("not-a-number-in-a-bin.csv", ReplaceCell(_nanoSight, "\n101.5,", "NaN")),
        Latin("infinite-concentration-in-a-bin.csv", ReplaceCell(_nanoSight, "\n101.5,", "1e999")),
        Latin("nanosight-bins-out-of-order.csv", _nanoSight.Replace("\n101.5,", "\n301.5,", StringComparison.Ordinal)),
        Latin("hand-made-table-under-instrument-name-ExperimentSummary.csv",
            "Sample,Mean,Mode,Concentration\nMSC-SEC day 1,104.2,88.1,4.1E+10\nMSC-SEC day 2,106.9,90.4,3.8E+10\n"),
    ];

    private IEnumerable<SampleFile> ZetaView() =>
    [
        Latin("zetaview-mixed-decimal-marks.txt", MixedDecimalMarks(_zetaView)),
        Latin("negative-counts.txt", _zetaView.Replace("\n9.750E+1\t", "\n9.750E+1\t-", StringComparison.Ordinal)),
        Latin("zetaview-header-only.txt", UpTo(_zetaView, "Size Distribution\r\nSize / nm")),
        Latin("zetaview-cut-off-in-linear-table.txt", UpTo(_zetaView, "\n1.325E+2\t")),
        Latin("zetaview-without-number-of-traces.txt", WithoutLine(_zetaView, "Number of Traces:")),
    ];

    private IEnumerable<SampleFile> OtherExports() =>
    [
        new("empty.csv", []),
        Latin("zetasizer-with-a-size-missing.txt", _zetasizer.Replace("Sizes[30] (d.nm)\t", "", StringComparison.Ordinal)),
        new("spreadsheet.zmes", [.. Encoding.ASCII.GetBytes("SQLite format 3\0"), 0x10, 0x00, 0x01, 0x01, 0x00, 0x40, 0x20, 0x20, .. new byte[488]]),
        new("spreadsheet.xlsx-named.csv", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00, .. new byte[246]]),
        new("binary.png-named.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, .. new byte[240]]),
    ];

    private IEnumerable<SampleFile> Manifests()
    {
        var good = $"../{_lot.Lot}/{NameOf(_lot, "ExperimentSummary.csv")}";
        ManifestRow Row(string file) => new() { File = file, Lot = _lot.Lot, Measurement = "M9", Instrument = _lot.Group.Instrument, Dilution = 150 };
        var recorded = Campaign.Lots.First(plan => plan.Group.Code == "PLT-PEG");
        var conflict = Row($"../{recorded.Lot}/{NameOf(recorded, "_size_488.txt")}") with { Lot = recorded.Lot, Dilution = 7, Instrument = "ZV-1" };
        return
        [
            Manifest("manifest-naming-a-missing-file.csv", Row("no-such-file_-ExperimentSummary.csv")),
            Manifest("manifest-naming-an-unknown-lot.csv", Row(good) with { Lot = "MSC-SEC-0000Z" }),
            Manifest("manifest-naming-an-unknown-instrument.csv", Row(good) with { Instrument = "NTA-77" }),
            Manifest("manifest-with-an-unknown-purpose.csv", Row(good) with { Purpose = "practice" }),
            Manifest("manifest-contradicting-the-dilution-of-the-file.csv", conflict),
            Latin("manifest-without-the-column-lot.csv", $"file,measurement,dilution\n{good},M9,150\n"),
        ];
    }

    private static SampleFile Manifest(string name, ManifestRow row) => Latin(name, $"{ManifestRow.Header}\n{row}\n");

    private static SampleFile Latin(string name, string text) => new(name, Encoding.Latin1.GetBytes(text));

    private static string NameOf(LotPlan plan, string ending) => FileOf(plan, ending).Name;

    private static string TextOf(LotPlan plan, string ending) => Encoding.Latin1.GetString(FileOf(plan, ending).Content);

    private static SampleFile FileOf(LotPlan plan, string ending) =>
        LotContents.Of(plan).Files.First(file => file.Name.EndsWith(ending, StringComparison.Ordinal) && file.Name.Contains(plan.Lot, StringComparison.Ordinal));

    private static string UpTo(string text, string mark) => text[..text.IndexOf(mark, StringComparison.Ordinal)];

    private static string WithoutLine(string text, string beginning)
    {
        var start = text.IndexOf("\n" + beginning, StringComparison.Ordinal) + 1;
        return text.Remove(start, text.IndexOf('\n', start) + 1 - start);
    }

    /// <summary>Puts other text into the first value of the row that begins so.</summary>
    private static string ReplaceCell(string text, string rowBeginning, string cell)
    {
        var start = text.IndexOf(rowBeginning, StringComparison.Ordinal) + rowBeginning.Length;
        return text[..start] + cell + text[text.IndexOf(',', start)..];
    }

    /// <summary>Drops the last two values of every row of the size table, as a copy of too few columns does.</summary>
    private static string WithoutTwoColumns(string text)
    {
        var table = text.IndexOf("\nBin centre (nm)", StringComparison.Ordinal) + 1;
        var end = text.IndexOf("\nPercentile", StringComparison.Ordinal);
        var rows = text[table..end].Split('\n').Select(row => row.Split(',') is { Length: > 4 } cells ? string.Join(',', cells[..^3]) + "," : row);
        return text[..table] + string.Join('\n', rows) + text[end..];
    }

    /// <summary>From some row on a decimal comma, as when two files were put together by hand.</summary>
    private static string MixedDecimalMarks(string text)
    {
        var from = text.IndexOf("\n9.250E+1\t", StringComparison.Ordinal);
        return text[..from] + text[from..].Replace('.', ',');
    }
}
