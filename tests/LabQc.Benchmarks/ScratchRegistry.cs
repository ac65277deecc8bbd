using System.Globalization;
using System.Text;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Measurements;
using LabQc.Specifications;

namespace LabQc.Benchmarks;

/// <summary>A registry with keys, lots and instrument files in a folder that goes with this object.</summary>
internal sealed class ScratchRegistry : IDisposable
{
    private readonly LabRegistry _registry;

    public ScratchRegistry(int lots)
    {
        Root = Directory.CreateTempSubdirectory("labqc-benchmark-").FullName;
        _registry = LabRegistry.Create(
            Path.Combine(Root, "data"), RegistryKind.Laboratory, Path.Combine(Root, "keys"), Actor.Declared("benchmark"), TimeProvider.System);
        using var work = Begin();
        var definitions = new DefinitionRegister(work);
        definitions.DefineBuiltIn();
        definitions.Define("""{"products": [{"code": "EV", "version": 1, "name": "EV", "label_name": "EV"}]}""", "definitions");
        var batches = new BatchStore(work);
        for (var lot = 0; lot < lots; lot++)
            batches.Register(BatchForm.Read(Form(LotName(lot)), "batch"));
        work.Commit();
    }

    /// <summary>The folder of everything.</summary>
    public string Root { get; }

    public static string LotName(int lot) => string.Create(CultureInfo.InvariantCulture, $"L{lot:0000}");

    /// <summary>Experiment summaries of 5 videos, each its own bytes, spread evenly over the lots.</summary>
    public IReadOnlyList<ManifestRow> WriteFiles(int files, int lots)
    {
        var pattern = Encoding.Latin1.GetString(SyntheticExperimentSummary.Of(5));
        var rows = new List<ManifestRow>(files);
        for (var i = 0; i < files; i++)
        {
            var lot = LotName(i % lots);
            var name = string.Create(CultureInfo.InvariantCulture, $"{lot}-run{i:0000}");
            var path = Path.Combine(Root, name + ".csv");
            File.WriteAllText(path, pattern.Replace("lot7", name, StringComparison.Ordinal), Encoding.Latin1);
            rows.Add(new ManifestRow { Line = i + 1, File = path, Lot = lot, Measurement = name, Purpose = "sample" });
        }
        return rows;
    }

    public LabWork Begin() => _registry.Begin(Actor.Declared("benchmark"));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Root, recursive: true);
    }

    private static string Form(string lot) =>
        $$"""
        {"lot": "{{lot}}", "product": "EV", "isolation_method": "precipitation", "isolated_on": "2026-03-02",
         "source": {"kind": "cell-culture", "material": "conditioned medium"},
         "method_parameters": {"reagent": "PEG 6000", "percent": "10"},
         "volumes": [{"step": "final", "volume_ml": "1"}]}
        """;
}
