using System.Text;
using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Web.Access;
using LabQc.Web.Downloads;
using LabQc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.AuditTrail;

/// <summary>Verifies the registry, holds it against checkpoints, and gives new ones out. Nothing here writes.</summary>
[Asks(LabAction.VerifyRegistry)]
[RequestSizeLimit(LargestRequest)]
internal sealed class VerifyModel(VerificationRuns runs) : LabPage
{
    private const int LargestRequest = 1024 * 1024;
    private const int LargestCheckpoint = 64 * 1024;

    /// <summary>How long a short verification is waited for before the page tells how far a long one is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public VerificationRun? Running => runs.Running;

    public VerificationRun? Last => runs.Last;

    public RegistryIdentity Registry => Work.Registry;

    public void OnGet()
    {
        if (Running is not null)
            Response.Headers["Refresh"] = "2";
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? checkpoint)
    {
        VerificationRun? run = null;
        var refused = Attempt(() =>
        {
            run = runs.Start(Me, checkpoint is null ? null : Read(checkpoint))
                ?? throw new VerificationBusyException(runs.Running?.By);
            return Redirect("/verify");
        }, OnGet);
        if (run is not null)
            await Task.WhenAny(run.Completion, Task.Delay(Patience));
        return refused;
    }

    public IActionResult OnPostCheckpoint() => Attempt(() =>
    {
        var signed = SignedCheckpoint.Take(Work);
        var name = FormattableString.Invariant($"labqc-{signed.Checkpoint.Site}-{signed.Checkpoint.Length}.checkpoint");
        return File(Encoding.UTF8.GetBytes(CheckpointFile.Text(signed)), "text/plain; charset=utf-8", Attachment.SafeName(name));
    }, OnGet);

    private static SignedCheckpoint Read(IFormFile file)
    {
        if (file.Length > LargestCheckpoint)
            throw new CheckpointUnreadableException(file.FileName, "it is too large to be one");
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return CheckpointFile.Parse(file.FileName, reader.ReadToEnd());
    }
}

/// <summary>Another verification runs, which does not answer what is asked.</summary>
internal sealed class VerificationBusyException(string? by)
    : Units.RefusalException($"Another verification, started by {by ?? "somebody"}, is still running. Hold the checkpoint against the history when it is done.");
