using LabQc.AuditTrail;
using LabQc.Demonstration;
using LabQc.Units;

namespace LabQc.Web.Hosting;

/// <summary>Opens the registry, or loads the demonstration, while the door already answers that it is not ready.</summary>
internal sealed partial class Opening(Laboratory laboratory, IHostApplicationLifetime lifetime, ILogger<Opening> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The door answers first: whoever asks meanwhile is told what is being done.
        await Task.Yield();
        try
        {
            if (laboratory.Options.Demo)
                await Task.Run(() => Demonstrate(stoppingToken), stoppingToken);
            else
                OpenRegistry();
            laboratory.Ready();
            if (laboratory.Options.Demo)
                await Console.Out.WriteLineAsync("The demonstration is loaded.");
            LogReady(laboratory.Options.Data);
        }
        catch (RefusalException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private void OpenRegistry()
    {
        laboratory.Open();
        if (laboratory.FirstCode is { } code)
            Console.Out.WriteLine($"There is nobody yet. Open the address above: the first administrator is made with the one-time code {code.Text}");
    }

    private void Demonstrate(CancellationToken stopping)
    {
        var options = laboratory.Options;
        var registry = DemonstrationRegistry.OpenOrCreate(options.Data, options.Keys, Actor.OfAccount(), laboratory.Clock);
        laboratory.Use(registry);
        var people = DemonstrationLaboratory.Load(registry, options.Samples, laboratory.Clock, laboratory.Tell, stopping);
        foreach (var person in people)
            Console.Out.WriteLine($"{person.Role} {person.Name} {person.Password}");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready. The registry is in {Folder}.")]
    private partial void LogReady(string folder);
}
