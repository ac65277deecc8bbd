using System.Text;

namespace LabQc.SampleBatches.Lots;

/// <summary>The folder of one lot: exports and their manifest, assays, the batch record and the verdict that is to come out.</summary>
internal sealed class LotContents
{
    private readonly List<SampleFile> _files = [];
    private readonly List<ManifestRow> _manifest = [];
    private readonly LotPlan _plan;

    private LotContents(LotPlan plan) => _plan = plan;

    public IReadOnlyList<SampleFile> Files => _files;

    public static LotContents Of(LotPlan plan)
    {
        var contents = new LotContents(plan);
        if (plan.Group.IsZetaView)
            ZetaViewMeasurement.AddTo(contents, plan);
        else
            NanoSightMeasurement.AddTo(contents, plan);
        DlsMeasurement.AddTo(contents, plan);
        BeadCheck.AddTo(contents, plan);
        contents.AddRecords();
        return contents;
    }

    /// <summary>An export in the letters of the instruments' computers: latin-1.</summary>
    public void Add(string name, string text) => Add(name, Encoding.Latin1.GetBytes(text));

    public void Add(string name, byte[] content) => _files.Add(new SampleFile(name, content));

    /// <summary>An export that the manifest names.</summary>
    public void Add(ManifestRow row, string text)
    {
        _manifest.Add(row);
        Add(row.File, text);
    }

    public void Add(ManifestRow row, byte[] content)
    {
        _manifest.Add(row);
        Add(row.File, content);
    }

    private void AddRecords()
    {
        Add("batch.json", Encoding.UTF8.GetBytes(BatchRecord.JsonOf(_plan)));
        Add("manifest.csv", Encoding.UTF8.GetBytes(string.Concat(_manifest.Select(row => row + "\n").Prepend(ManifestRow.Header + "\n"))));
        Add("assays.csv", Encoding.UTF8.GetBytes(AssayTable.CsvOf(_plan)));
        Add("expected-verdict.json", Encoding.UTF8.GetBytes(ExpectedVerdict.JsonOf(_plan)));
    }
}
