using LabQc.AuditTrail;
using LabQc.Database;
using LabQc.Demonstration;
using LabQc.People;
using LabQc.Specifications;

namespace LabQc.Web.Hosting;

/// <summary>The laboratory behind this door: its registry once it is open, and what it is waiting for until then.</summary>
internal sealed class Laboratory(LaboratoryOptions options, TimeProvider clock)
{
    private volatile LabRegistry? _registry;
    private volatile bool _ready;

    /// <summary>How this process was started.</summary>
    public LaboratoryOptions Options => options;

    /// <summary>The clock of this process.</summary>
    public TimeProvider Clock => clock;

    /// <summary>The registry.</summary>
    /// <exception cref="InvalidOperationException">It is not open yet.</exception>
    public LabRegistry Registry => _registry ?? throw new InvalidOperationException("The registry is not open yet.");

    /// <summary>Whether people can work.</summary>
    public bool IsReady => _ready;

    /// <summary>What is being done until then, in words.</summary>
    public string Progress { get; private set; } = "Opening the registry.";

    /// <summary>Whether this registry can only ever hold demonstration data.</summary>
    public bool IsDemonstration => _registry?.Identity.IsDemonstration ?? options.Demo;

    /// <summary>The code with which the first administrator is made; null once there is somebody.</summary>
    public FirstCode? FirstCode { get; private set; }

    /// <summary>The zone in which pages show times.</summary>
    public TimeZoneInfo Zone => _registry is { } open ? TimeZoneInfo.FindSystemTimeZoneById(open.Identity.TimeZone) : TimeZoneInfo.Utc;

    /// <summary>Verifies names and passwords.</summary>
    public SignIn SignIn => new(Registry, clock);

    /// <summary>The sessions of signed-in people.</summary>
    public Sessions Sessions => new(Registry, clock);

    /// <summary>
    /// Whether the data folder holds a demonstration, or is to: such a registry stays one for ever, however it is opened.
    /// </summary>
    /// <exception cref="NoDemonstrationException">A demonstration was asked for, and the folder holds a laboratory's own registry.</exception>
    public bool HoldsDemonstration()
    {
        if (!LabDatabase.Exists(options.Data))
            return options.Demo;
        _registry = LabRegistry.Open(options.Data, options.Keys, clock);
        var holds = _registry.Identity.IsDemonstration;
        return holds || !options.Demo ? holds : throw new NoDemonstrationException(options.Data);
    }

    /// <summary>Opens the laboratory's registry, or makes an empty one.</summary>
    public void Open()
    {
        var actor = Actor.OfAccount();
        // One that stands is open already: whether it is a demonstration decided where the door may listen.
        if (_registry is null)
        {
            _registry = LabRegistry.Create(options.Data, RegistryKind.Laboratory, options.Keys, actor, clock);
            using var work = _registry.Begin(actor);
            new DefinitionRegister(work).DefineBuiltIn();
            work.Commit();
        }
        using var reading = _registry.Begin(actor);
        if (!new PeopleStore(reading).Any())
            FirstCode = People.FirstCode.Make();
    }

    /// <summary>Takes the demonstration's registry over.</summary>
    public void Use(LabRegistry registry) => _registry = registry;

    /// <summary>Says what is being done.</summary>
    public void Tell(string progress) => Progress = progress;

    /// <summary>Lets people in.</summary>
    public void Ready() => _ready = true;

    /// <summary>There is somebody now: the first code is worth nothing any more.</summary>
    public void Founded() => FirstCode = null;
}
