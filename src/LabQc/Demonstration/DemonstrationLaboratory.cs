using LabQc.AuditTrail;
using LabQc.People;

namespace LabQc.Demonstration;

/// <summary>A person of the demonstration, and the password that was just made for them.</summary>
public sealed record DemonstrationPerson(string Role, string Name, string Password);

/// <summary>
/// The demonstration as people meet it in a browser: the sample batches evaluated, one person a role, and lots at every stage of
/// the work, with real signatures over real dossiers.
/// </summary>
public static class DemonstrationLaboratory
{
    /// <summary>Who measured the sample batches, before anybody had an account.</summary>
    private const string MeasuredBy = "Jonas Lind";

    /// <summary>The people of the demonstration: invented, one a role.</summary>
    public static IReadOnlyList<(Role Role, string Name, string PrintedName)> People { get; } =
    [
        (Role.Technician, "mira.okafor", "Mira Okafor"),
        (Role.QaManager, "elena.varga", "Elena Varga"),
        (Role.Auditor, "pieter.dewit", "Pieter de Wit"),
        (Role.Administrator, "ada.brandt", "Ada Brandt"),
    ];

    /// <summary>Loads what is not loaded yet, and gives every person a new random password.</summary>
    /// <param name="registry">A demonstration's registry.</param>
    /// <param name="samples">The folder of the sample batches; null looks for it beside and above the current folder.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="tell">Is told what is being done.</param>
    /// <param name="stopping">Stops between two lots; what was loaded stands, and loading again goes on from there.</param>
    public static IReadOnlyList<DemonstrationPerson> Load(
        LabRegistry registry, string? samples, TimeProvider clock, Action<string> tell, CancellationToken stopping)
    {
        if (!registry.Identity.IsDemonstration)
            throw new NoDemonstrationException(registry.Folder);
        var isNew = IsWithoutPeople(registry);
        if (isNew)
            LoadLots(registry, SampleFolder(samples), tell, stopping);
        tell("Making people.");
        var people = new DemonstrationPeople(registry, clock).Make();
        if (isNew)
            new DemonstrationStages(registry, Prove(registry, clock, people, Role.Technician), Prove(registry, clock, people, Role.QaManager)).Sign(tell, stopping);
        return people;
    }

    private static bool IsWithoutPeople(LabRegistry registry)
    {
        using var work = registry.Begin(Actor.OfAccount());
        return !new PeopleStore(work).Any();
    }

    private static ProvenPerson Prove(LabRegistry registry, TimeProvider clock, IReadOnlyList<DemonstrationPerson> people, Role role)
    {
        var person = people.Single(p => p.Role == role.Word());
        return new SignIn(registry, clock).Prove(person.Name, person.Password, oneTimeCode: null, ProofPurpose.Signing);
    }

    private static void LoadLots(LabRegistry registry, string folder, Action<string> tell, CancellationToken stopping)
    {
        using var work = registry.Begin(Actor.Declared(MeasuredBy));
        var lots = SampleLot.All(folder);
        DemonstrationRegistry.Define(work, folder);
        for (var i = 0; i < lots.Count; i++)
        {
            stopping.ThrowIfCancellationRequested();
            tell($"Loading the sample batches: {i + 1} of {lots.Count}.");
            DemonstrationRegistry.Take(work, lots[i]);
        }
        tell("Freezing the reference set.");
        DemonstrationReference.Freeze(work, lots);
        tell("Recording third parties' results.");
        DemonstrationThirdParty.Record(work, lots);
        tell("Submitting lots.");
        DemonstrationStages.Submit(work);
    }

    private static string SampleFolder(string? named) =>
        named ?? SampleLot.FindSamples(Environment.CurrentDirectory) ?? SampleLot.FindSamples(AppContext.BaseDirectory)
        ?? throw new SampleBatchesMissingException(Environment.CurrentDirectory);
}
