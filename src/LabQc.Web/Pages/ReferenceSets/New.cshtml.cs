using LabQc.Consistency;
using LabQc.Methods;
using LabQc.People;
using LabQc.Specifications;
using LabQc.Units;
using LabQc.Web.Access;
using LabQc.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.ReferenceSets;

/// <summary>
/// Chooses comparable lots, shows the limits that they would give, and freezes them by signature. Nothing is stored before; a
/// frozen set never changes.
/// </summary>
[Asks(LabAction.FreezeReferenceSet)]
internal sealed class NewModel : SigningPage
{
    private Definitions _definitions = Definitions.None;

    /// <summary>The kind of lots, as <see cref="KindChoice.KeyOf"/> writes it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    /// <summary>The lots that are chosen.</summary>
    [BindProperty]
    public IReadOnlyList<string> Lots { get; set; } = [];

    [BindProperty]
    public IReadOnlyList<CountedFinding> Counted { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The set of the kind that stood when the page was read, as NAME@VERSION; empty where there was none.</summary>
    [BindProperty]
    public string? Stood { get; set; }

    public IReadOnlyList<KindChoice> Kinds { get; private set; } = [];

    public KindChoice? Chosen { get; private set; }

    public IReadOnlyList<ReferenceSetCandidate> Candidates { get; private set; } = [];

    /// <summary>The set that the chosen lots make; null where they are too few.</summary>
    public ReferenceSet? Proposed { get; private set; }

    /// <summary>The newest version of the name, which this one would replace.</summary>
    public ReferenceSet? Before { get; private set; }

    public IReadOnlyList<LimitLine> Limits { get; private set; } = [];

    /// <summary>The average run length of what is chosen to count.</summary>
    public double AverageRunLength { get; private set; }

    public string NewestName { get; private set; } = "";

    public bool IsPosted => HttpMethods.IsPost(Request.Method);

    public void OnGet() => Show();

    public IActionResult OnPost(string? @do)
    {
        if (@do == "freeze")
            return Attempt(Freeze, Show);
        Show();
        return Page();
    }

    /// <summary>The field of a lot's cause.</summary>
    public static string CauseOf(string lot) => $"cause.{lot}";

    /// <summary>The cause as typed.</summary>
    public string Cause(string lot) => IsPosted ? Request.Form[CauseOf(lot)].ToString() : Before?.LeftOut.FirstOrDefault(l => l.Lot == lot)?.Reason ?? "";

    /// <summary>The run length if one more finding, or one less, counted.</summary>
    public double RunLengthWith(CountedFinding finding) => LabQc.Consistency.ReferenceSets.AverageRunLength([.. Counted.Except([finding]), finding]);

    private IActionResult Freeze()
    {
        Read();
        var leftOut = LeftOut();
        Refuse(leftOut);
        // Failures of proving are counted in a unit of work of their own, so this one must not be writing yet.
        var signer = Prove();
        Work.Session.BeginWriting();
        if (new ReferenceSetStore(Work).NewestOf(Chosen!.Kind) is { } standing && NameOf(standing) != Stood)
            throw new ReferenceSetOvertakenException(standing);
        var sets = new LabQc.Consistency.ReferenceSets(Work, Catalogue);
        var frozen = sets.Freeze(sets.Propose(Name!.Trim(), Lots), Reason!.Trim(), leftOut, Counted, signer);
        Work.Commit();
        Toast($"{frozen.Name}, version {NumberText.General(frozen.Version)}, is frozen with {NumberText.General(frozen.Lots.Count)} lots, signed.");
        return Redirect(ReferenceSetAddress.Of(frozen.Name, frozen.Version));
    }

    /// <summary>Everything that is wrong, each beside its field.</summary>
    private void Refuse(IReadOnlyList<LeftOutLot> leftOut)
    {
        var problems = new List<FormProblem>();
        if (Chosen is null)
            problems.Add(new(nameof(Kind), "Choose product, method and set-up."));
        if (string.IsNullOrWhiteSpace(Name))
            problems.Add(new(nameof(Name), "Name the set."));
        if (string.IsNullOrWhiteSpace(Reason))
            problems.Add(new(nameof(Reason), "Say why this set is frozen."));
        if (Lots.Count < 2)
            problems.Add(new(nameof(Lots), "A reference set needs two lots at least."));
        problems.AddRange(ReferenceSetCandidates.WithoutCause(Candidates, [.. Lots], leftOut).Select(lot =>
            new FormProblem(CauseOf(lot), $"Lot {lot} was isolated before the last lot of the set. Take it in, or name the assignable cause for leaving it out.")));
        if (problems.Count > 0)
            throw new FormException("The reference set", problems);
    }

    private IReadOnlyList<LeftOutLot> LeftOut() =>
        [.. Candidates.Where(c => !Lots.Contains(c.Lot)).Select(c => new LeftOutLot(c.Lot, Cause(c.Lot).Trim())).Where(l => l.Reason.Length > 0)];

    private void Show()
    {
        Read();
        AverageRunLength = LabQc.Consistency.ReferenceSets.AverageRunLength(Counted);
        if (Chosen is null)
            return;
        NewestName = Stood ?? (new ReferenceSetStore(Work).NewestOf(Chosen.Kind) is { } newest ? NameOf(newest) : "");
        if (Response.StatusCode == StatusCodes.Status409Conflict && new ReferenceSetStore(Work).NewestOf(Chosen.Kind) is { } since)
            NewestName = NameOf(since);
        if (Proposed is not null)
            Limits = LimitLine.Of(Proposed, Before, Catalogue);
    }

    private void Read()
    {
        _definitions = new DefinitionRegister(Work).Read();
        var sets = new LotConsistency(Work).Sets;
        Kinds = KindChoice.Of(new ProfileStore(Work).Kinds(), _definitions);
        Chosen = Kinds.FirstOrDefault(k => k.Key == Kind);
        if (Chosen is null)
            return;
        Name ??= new ReferenceSetStore(Work).NewestOf(Chosen.Kind)?.Name ?? $"{Chosen.Kind.Product} {Chosen.Kind.IsolationMethod}";
        Before = new ReferenceSetStore(Work).Versions(Name.Trim()) is [.., var last] && last.Kind == Chosen.Kind ? last : null;
        var comparable = new ReferenceSetCandidates(Work, Catalogue).Of(Chosen.Kind, proposed: null);
        if (!IsPosted)
            (Lots, Counted) = (Before?.Lots ?? [.. comparable.Take(LabQc.Consistency.ReferenceSets.ProvisionalSize).Select(c => c.Lot)], Before?.Counted ?? []);
        Lots = [.. Lots.Where(l => comparable.Any(c => c.Lot == l)).Distinct()];
        Proposed = Lots.Count < 2 ? null : sets.Propose(Name, Lots);
        Candidates = new ReferenceSetCandidates(Work, Catalogue).Of(Chosen.Kind, Proposed);
    }

    private AttributeCatalogue Catalogue => new(_definitions.Attributes);

    private static string NameOf(ReferenceSet set) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{set.Name}@{set.Version}");
}
