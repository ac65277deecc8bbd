using LabQc.Assays;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Database;
using LabQc.Evaluation;
using LabQc.Measurements;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Demonstration;

/// <summary>What became of a sample lot.</summary>
public sealed record DemonstratedLot
{
    public required SampleLot Sample { get; init; }
    public required RecordedEvaluation Evaluation { get; init; }
    /// <summary>Where the verdict differs from the one that the lot was made for, in words; empty where nothing does.</summary>
    public required IReadOnlyList<string> Differences { get; init; }
}

/// <summary>
/// A registry of the sample batches: registered, imported, entered and evaluated as a laboratory would do it. It can never
/// become a laboratory's own. Making it again finishes what was begun and changes nothing that stands.
/// </summary>
public static class DemonstrationRegistry
{
    /// <summary>Opens the demonstration of a data folder, or makes an empty one.</summary>
    /// <exception cref="NoDemonstrationException">The folder holds a laboratory's registry.</exception>
    public static LabRegistry OpenOrCreate(string folder, string keysFolder, Actor actor, TimeProvider clock)
    {
        if (!LabDatabase.Exists(folder))
            return LabRegistry.Create(folder, RegistryKind.Demonstration, keysFolder, actor, clock);
        var registry = LabRegistry.Open(folder, keysFolder, clock);
        return registry.Identity.IsDemonstration ? registry : throw new NoDemonstrationException(folder);
    }

    /// <summary>Defines what the sample batches need.</summary>
    public static void Define(LabWork work, string samples)
    {
        var register = new DefinitionRegister(work);
        register.DefineBuiltIn();
        register.Define(File.ReadAllText(SampleLot.DefinitionsOf(samples)), "definitions.json");
        work.Commit();
    }

    /// <summary>Takes one sample lot all the way from its form to its verdict.</summary>
    public static DemonstratedLot Take(LabWork work, SampleLot sample)
    {
        var lot = sample.Details.Lot;
        new BatchStore(work).Register(sample.Details);
        work.Commit();
        Import(work, sample);
        if (File.Exists(sample.Assays))
            new AssayBench(work, new DefinitionRegister(work).Read()).Enter(lot, AssayTable.Read(File.ReadAllText(sample.Assays), sample.Assays));
        work.Commit();
        var evaluation = new LotEvaluator(work).Evaluate(lot, specification: null);
        work.Commit();
        return new DemonstratedLot { Sample = sample, Evaluation = evaluation, Differences = VerdictDifference.Of(sample.Expected, evaluation) };
    }

    private static void Import(LabWork work, SampleLot sample)
    {
        if (!File.Exists(sample.Manifest))
            return;
        var rows = ImportManifest.Read(File.ReadAllText(sample.Manifest), sample.Manifest);
        var intake = new MeasurementIntake(work, sample.Folder);
        var refused = intake.TakeAll(MeasurementIntake.Groups(rows)).SelectMany(results => results)
            .Where(r => r.Outcome is IntakeOutcome.Refused or IntakeOutcome.HeldBack)
            .Select(r => new FormProblem(r.Row.File, r.Problem ?? "refused"))
            .ToList();
        if (refused.Count > 0)
            throw new FormException(sample.Manifest, refused);
    }
}
