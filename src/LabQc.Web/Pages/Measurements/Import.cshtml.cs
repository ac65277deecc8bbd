using LabQc.Batches;
using LabQc.Equipment;
using LabQc.Instruments;
using LabQc.Measurements;
using LabQc.People;
using LabQc.Units;
using LabQc.Web.Access;
using LabQc.Web.Hosting;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LabQc.Web.Pages.Measurements;

/// <summary>No file of those that were to be taken can be taken yet.</summary>
internal sealed class NothingReadyException()
    : RefusalException("None of these files can be taken yet: what is still to be said stands beside each of them. Nothing was stored.");

/// <summary>Drops instrument files, looks at what was read of them, takes or discards them.</summary>
[Asks(LabAction.ImportFiles)]
[EnableRateLimiting(LabHost.UploadRate)]
internal sealed class ImportModel : LabPage
{
    private const int MostLots = 200;

    /// <summary>The lot that the person comes from; null: the files' names say it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Lot { get; set; }

    /// <summary>The instrument whose bead checks the files are; null: they are no bead checks, unless somebody says so.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Instrument { get; set; }

    /// <summary>What is said about the files, by their SHA-256.</summary>
    [BindProperty]
    public Dictionary<string, FileForm> Files { get; set; } = [];

    public IReadOnlyList<RunView> Runs { get; private set; } = [];

    /// <summary>The lots at the bench, the newest first.</summary>
    public IReadOnlyList<string> Lots { get; private set; } = [];

    public IReadOnlyList<Choice> Instruments { get; private set; } = [];

    public IReadOnlyList<Choice> Mappings { get; private set; } = [];

    public string MappingHint => Mappings.Count == 1
        ? "No mapping is saved yet; `labqc mapping new FILE` proposes one."
        : "How the columns of this table are read.";

    /// <summary>The waiting files that can be the position table of another.</summary>
    public IReadOnlyList<Choice> PositionTables { get; private set; } = [];

    public static IReadOnlyList<Choice> Purposes { get; } = [new("sample", "Sample"), new("blank", "Blank"), new("bead-check", "Bead check")];

    /// <summary>What was taken, where something else was refused; else the next page tells it.</summary>
    public TakenFiles? Taken { get; private set; }

    public int Ready => Runs.Count(r => r.IsReady);

    /// <summary>This page's own address, for a handler.</summary>
    public string Address(string? handler = null)
    {
        var query = new List<string>();
        if (!string.IsNullOrEmpty(Lot))
            query.Add("lot=" + Uri.EscapeDataString(Lot));
        if (!string.IsNullOrEmpty(Instrument))
            query.Add("instrument=" + Uri.EscapeDataString(Instrument));
        if (handler is not null)
            query.Add("handler=" + handler);
        return query.Count == 0 ? "/import" : "/import?" + string.Join('&', query);
    }

    public void OnGet() => Show();

    /// <summary>Keeps dropped files until they are taken or discarded.</summary>
    public IActionResult OnPostUpload(List<IFormFile> upload) => Attempt(
        () =>
        {
            if (upload.Count == 0)
                throw new FormException("The upload", [new FormProblem("upload", "choose at least one file")]);
            var problems = upload.Select(Keep).OfType<string>().ToList();
            Work.Commit();
            return problems.Count == 0 ? Redirect(Address()) : Refuse(problems);
        },
        Show);

    /// <summary>Keeps what is said about the files, and looks again.</summary>
    public IActionResult OnPostDescribe() => Attempt(
        () =>
        {
            Describe();
            Work.Commit();
            return Redirect(Address());
        },
        Show);

    /// <summary>Takes all ready files, or the measurement of one.</summary>
    public IActionResult OnPostTake(string? only) => Attempt(
        () =>
        {
            Describe();
            Work.Commit();
            var chosen = Chosen(only);
            var results = new StagedIntake(Work).Take(chosen);
            var taken = TakenFiles.Of(Work, results);
            if (taken.Refused.Count > 0)
            {
                Taken = taken.Count > 0 ? taken : null;
                return Refuse(taken.Refused);
            }
            Toast(taken.Sentence, taken.Address, taken.Action);
            return Redirect(Address());
        },
        Show);

    /// <summary>Discards one file, or all.</summary>
    public IActionResult OnPostDiscard(string? only) => Attempt(
        () =>
        {
            var files = new StagedFileStore(Work);
            var discarded = (only is null ? files.List().Select(f => f.Sha256) : [only]).ToList().Count(files.Discard);
            Work.Commit();
            Toast(discarded == 1 ? "The file is discarded; nothing of it was stored." : $"{discarded} files are discarded; nothing of them was stored.");
            return Redirect(Address());
        },
        Show);

    private string? Keep(IFormFile file)
    {
        try
        {
            if (file.Length > StagedFileStore.MostBytesOfFile)
                throw new StagedFileTooLargeException(Path.GetFileName(file.FileName), file.Length, StagedFileStore.MostBytesOfFile, together: false);
            using var content = new MemoryStream((int)file.Length);
            file.CopyTo(content);
            new StagedFileStore(Work).Stage(file.FileName, content.ToArray(), new StagedOptions { Lot = Lot, Instrument = Instrument, Purpose = Instrument is null ? null : "bead-check" });
            return null;
        }
        catch (StagedFileTooLargeException tooLarge)
        {
            return tooLarge.Message;
        }
    }

    private void Describe()
    {
        var files = new StagedFileStore(Work);
        foreach (var preview in new ImportPreviews(Work).All())
        {
            if (Files.TryGetValue(preview.File.Sha256, out var form) && form.Over(preview) is var options && options != preview.File.Options)
                files.Describe(preview.File.Sha256, options, form.RowVersion);
        }
    }

    private IReadOnlyList<FilePreview> Chosen(string? only)
    {
        var previews = new ImportPreviews(Work).All();
        var one = only is null ? null : previews.FirstOrDefault(p => p.File.Sha256 == only) ?? throw new StagedFileMissingException(only);
        IReadOnlyList<FilePreview> chosen = one is null
            ? [.. RunView.Of(previews).Where(r => r.IsReady).Select(r => r.Preview)]
            : [.. previews.Where(p => RunView.IsTakenWith(one, p))];
        return chosen.Count > 0 && (one is null || one.IsReady) ? chosen : throw new NothingReadyException();
    }

    private PageResult Refuse(IReadOnlyList<string> problems)
    {
        ModelState.Clear();
        foreach (var problem in problems)
            ModelState.AddModelError("", problem);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Show();
        return Page();
    }

    private void Show()
    {
        Runs = RunView.Of(new ImportPreviews(Work).All());
        Lots = new LotNumberStore(Work).AtTheBench(MostLots);
        Instruments = [new("", "Not known"), .. new InstrumentStore(Work).InForce().Select(i => new Choice(i.Code, $"{i.Code}, {i.Model}"))];
        PositionTables = [new("", "None"), .. Runs.Where(r => r.Preview.Entries.Any(e => e.Format == InstrumentFormats.ZetaViewPositionTable)).Select(r => new Choice(r.Sha256, r.Preview.File.FileName))];
        Mappings = [new("", "None"), .. Choice.Of(new SavedMappings(Work, new StagedFileStore(Work)).Names())];
    }
}
