using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Web.Safety;

namespace LabQc.Web.Hosting;

/// <summary>Verifies the registry beside the work of others, one at a time, however long it takes; and remembers the last.</summary>
internal sealed class VerificationRuns(Laboratory laboratory, TimeProvider clock, ILogger<VerificationRuns> log)
{
    private readonly Lock _gate = new();

    /// <summary>The one that runs, or null.</summary>
    public VerificationRun? Running { get; private set; }

    /// <summary>The last one that ended since this process was started, or null.</summary>
    public VerificationRun? Last { get; private set; }

    /// <summary>Starts one, or joins the one that runs where no checkpoint is to be held against the history.</summary>
    /// <returns>The one that runs; null where another runs and does not answer what is asked.</returns>
    public VerificationRun? Start(SignedIn me, SignedCheckpoint? checkpoint)
    {
        lock (_gate)
        {
            if (Running is { } running)
                return checkpoint is null ? running : null;
            var run = new VerificationRun(me.Person.PrintedName, clock.GetUtcNow(), checkpoint);
            Running = run;
            run.Completion = Task.Factory.StartNew(() => Do(run, me.Actor), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return run;
        }
    }

    private void Do(VerificationRun run, Actor actor)
    {
        Failure? failure = null;
        try
        {
            using var work = laboratory.Registry.Begin(actor);
            run.Do(work);
        }
        catch (Exception thrown)
        {
            // Whatever stops it must be said on the page: nobody may take silence for a result.
            failure = Failures.Of(thrown, log, "The verification");
        }
        lock (_gate)
        {
            run.End(clock.GetUtcNow(), failure);
            (Last, Running) = (run, null);
        }
    }
}
