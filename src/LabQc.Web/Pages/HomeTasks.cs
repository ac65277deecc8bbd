using System.Globalization;
using LabQc.Batches;
using LabQc.Methods;
using LabQc.Review;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages;

/// <summary>One line of what waits: since when, for what, and the one thing to do.</summary>
internal sealed record HomeTask
{
    /// <summary>Since when it waits, as the registry writes times.</summary>
    public required string Since { get; init; }
    /// <summary>How long that is, in words.</summary>
    public required string Waits { get; init; }
    /// <summary>Whether that is long.</summary>
    public required bool IsLate { get; init; }
    /// <summary>The lot, or the draft's; null where it has no number yet.</summary>
    public string? Lot { get; init; }
    /// <summary>Whether the lot has a page.</summary>
    public bool IsRegistered { get; init; } = true;
    public required string What { get; init; }
    public string? Detail { get; init; }
    public required string Verb { get; init; }
    public required string Address { get; init; }
}

/// <summary>Puts into words what waits.</summary>
internal sealed class HomeTasks(DateTimeOffset now, TimeZoneInfo zone)
{
    /// <summary>From so many days on, something waits long.</summary>
    private const int Long = 7;

    /// <summary>What waits on lots.</summary>
    public IEnumerable<HomeTask> Of(IEnumerable<BenchTask> tasks) => tasks.Select(Of);

    /// <summary>What was begun and not handed in.</summary>
    public IEnumerable<HomeTask> Of(IEnumerable<FormDraft> drafts) => drafts.Select(Of).OfType<HomeTask>();

    private HomeTask Of(BenchTask task)
    {
        var lot = LotLink.Address(task.LotNumber);
        return task.Kind switch
        {
            BenchTaskKind.Returned => Task(task, "Correct what was sent back", $"Returned by {task.By}, {Day(task.Since)}: {task.Reason}", "Correct", $"{lot}/correct"),
            BenchTaskKind.UnknownDilution => Task(task, task.About.Count == 1 ? "Give the dilution of one file" : $"Give the dilution of {NumberView.Count(task.About.Count)} files",
                $"{string.Join(", ", task.About.Take(3))}: not said by the file; the concentration is as measured in the cell", "Give dilution", $"{lot}/correct#dilutions"),
            BenchTaskKind.ExclusionToConfirm => Task(task, $"Confirm or decline a change of {task.About[0]}", $"Proposed by {task.By}: {task.Reason}", "Answer", $"{lot}/replicates"),
            BenchTaskKind.Unmeasured => Task(task, "Measure it", "Neither a file nor a result yet", "Import files", Import(task.LotNumber)),
            BenchTaskKind.ResultsMissing => Missing(task, lot),
            BenchTaskKind.ReadyToSubmit => Task(task, "Submit it for review", task.About.Count == 0 ? "Nothing is missing" : $"Nothing is missing; {string.Join(", ", task.About.Select(a => AttributeNames.Of(a)))} {(task.About.Count == 1 ? "does" : "do")} not conform", "Submit", $"{lot}/submit"),
            _ => Task(task, "Verify it as the second person", task.By is null ? null : $"Submitted by {task.By}", "Verify", $"{lot}/verify"),
        };
    }

    private HomeTask Missing(BenchTask task, string lot)
    {
        var names = string.Join(", ", task.About.Select(a => AttributeNames.Of(a)));
        return task.About.All(AttributeCatalogue.IsMeasured)
            ? Task(task, "Bring in its measurement", $"Missing: {names}", "Import files", Import(task.LotNumber))
            : Task(task, task.About.Count == 1 ? $"Enter {names}" : $"Enter {NumberView.Count(task.About.Count)} results", task.About.Count == 1 ? "The last one missing" : names, "Enter results", $"{lot}/results");
    }

    private HomeTask Task(BenchTask task, string what, string? detail, string verb, string address) => new()
    {
        Since = task.Since,
        Waits = Waits(task.Since),
        IsLate = Days(task.Since) >= Long,
        Lot = task.LotNumber,
        What = what,
        Detail = detail,
        Verb = verb,
        Address = address,
    };

    private HomeTask? Of(FormDraft draft)
    {
        var task = new HomeTask { Since = draft.SavedAt, Waits = Waits(draft.SavedAt), IsLate = Days(draft.SavedAt) >= Long, What = "", Verb = "Continue", Address = "" };
        var saved = $"Draft saved {Near(draft.SavedAt)}";
        return draft.Kind switch
        {
            FormDraftKind.Registration => task with
            {
                What = "Finish the registration",
                Detail = saved,
                Address = $"/batches/new/{draft.Key}",
                Lot = TypedForm.Of(draft).GetValueOrDefault("lot"),
                IsRegistered = false,
            },
            FormDraftKind.Results => task with { What = "Save the results that you began to enter", Detail = saved, Address = $"{LotLink.Address(draft.Key)}/results", Lot = draft.Key },
            FormDraftKind.Import => task with { What = "Finish the import of files", Detail = saved, Address = "/import", IsRegistered = false },
            _ => null,
        };
    }

    private static string Import(string lot) => $"/import?lot={Uri.EscapeDataString(lot)}";

    private string Waits(string since) => Days(since) switch
    {
        <= 0 => "today",
        1 => "since yesterday",
        var days => $"{NumberView.Count(days)} days",
    };

    private int Days(string since) => (TimeZoneInfo.ConvertTime(now, zone).Date - Local(since).Date).Days;

    private string Day(string at) => Local(at).ToString("d MMM", CultureInfo.InvariantCulture);

    private string Near(string at) => Days(at) == 0 ? Local(at).ToString("HH:mm", CultureInfo.InvariantCulture) : Day(at);

    private DateTimeOffset Local(string at) => TimeZoneInfo.ConvertTime(TimeView.Read(at), zone);
}
