using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Demonstration;
using LabQc.Evaluation;
using LabQc.Measurements;
using LabQc.People;
using LabQc.Tests.AuditTrail;
using LabQc.Tests.Cli;
using LabQc.Tests.Review;

namespace LabQc.Tests.Measurements;

/// <summary>A laboratory with two technicians, the sample batches' definitions, and lots of them whose files are uploaded.</summary>
internal sealed class UploadingLaboratory : IDisposable
{
    public const string Mira = "mira.okafor";
    public const string Jonas = "jonas.lind";

    public UploadingLaboratory(bool withPeople = true)
    {
        using (var work = Registry.Begin())
            DemonstrationRegistry.Define(work, SampleBatchFolder.Path);
        if (withPeople)
            HirePeople();
    }

    public TestRegistry Registry { get; } = new();

    public void HirePeople()
    {
        TestPeople.Hire(Registry, Mira, "Mira Okafor", [Role.Technician]);
        TestPeople.Hire(Registry, Jonas, "Jonas Lind", [Role.Technician]);
    }

    public T Do<T>(string name, Func<LabWork, T> act)
    {
        Registry.Clock.Advance(TimeSpan.FromMinutes(1));
        using var look = Registry.Begin();
        var actor = new PeopleStore(look).Find(name) is null ? Actor.Declared(name) : TestPeople.Prove(Registry, name).Actor;
        using var work = Registry.Registry.Begin(actor);
        var done = act(work);
        work.Commit();
        return done;
    }

    /// <summary>Registers a sample lot, and nothing more.</summary>
    public void Lot(string lot) => Do(Mira, work => new BatchStore(work).Register(BatchForm.Read(File.ReadAllText(SampleBatchFolder.File(lot, "batch.json")), lot)));

    /// <summary>Uploads files of a sample lot, all of them or those whose names hold a text.</summary>
    public void Upload(string lot, string holding = "", string by = Mira) => Do(by, work =>
    {
        var files = Directory.GetFiles(SampleBatchFolder.File(lot)).Order(StringComparer.Ordinal)
            .Where(f => Path.GetExtension(f) == ".txt" || f.EndsWith("ExperimentSummary.csv", StringComparison.Ordinal))
            .Where(f => Path.GetFileName(f).Contains(holding, StringComparison.Ordinal));
        return files.Select(f => new StagedFileStore(work).Stage(Path.GetFileName(f), File.ReadAllBytes(f))).ToList();
    });

    public IReadOnlyList<FilePreview> Previews(string by = Mira) => Do(by, work => new ImportPreviews(work).All());

    public IReadOnlyList<IntakeResult> Take(string by = Mira) => Do(by, work => new StagedIntake(work).Take(new ImportPreviews(work).All()));

    public RecordedEvaluation Evaluate(string lot) => Do(Mira, work => new LotEvaluator(work).Evaluate(lot, specification: null));

    public IReadOnlyList<Measurement> Measurements(string lot) => Do(Mira, work => new MeasurementStore(work).OfLot(lot));

    public void Dispose() => Registry.Dispose();
}
