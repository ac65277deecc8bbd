using System.Globalization;
using LabQc.People;
using LabQc.Specifications;
using LabQc.Units;
using LabQc.Web.Access;
using LabQc.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Specifications;

/// <summary>Approves a draft by signature: it becomes the next version, in force from a day on.</summary>
[Asks(LabAction.ApproveSpecification)]
internal sealed class ApproveModel : SigningPage
{
    /// <summary>The version of the draft that the person read.</summary>
    [BindProperty]
    public long RowVersion { get; set; }

    /// <summary>The day from which lots are judged by it, as typed.</summary>
    [BindProperty]
    public string? EffectiveFrom { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public string Code { get; private set; } = "";

    /// <summary>The draft as it stands; null where none is open.</summary>
    public SpecificationDraft? Draft { get; private set; }

    /// <summary>What the draft becomes; null where its fields cannot be read yet.</summary>
    public Specification? Next { get; private set; }

    /// <summary>What keeps it from being approved.</summary>
    public IReadOnlyList<FormProblem> Problems { get; private set; } = [];

    public ComparedSpecification? Compared { get; private set; }

    /// <summary>The first day that is possible, as a text; null: any day.</summary>
    public string? Earliest { get; private set; }

    /// <summary>SHA-256 of what is signed, with the day that the page shows.</summary>
    public string DossierSha256 { get; private set; } = "";

    public void OnGet(string code, string? from)
    {
        EffectiveFrom = from;
        Read(code);
    }

    public IActionResult OnPost(string code)
    {
        Code = SpecificationAddress.CodeOf(code);
        return Attempt(
            () =>
            {
                var day = Day() ?? throw new FormException("The approval", [new FormProblem(nameof(EffectiveFrom), "Give the day from which lots are judged by it, as 2026-11-24.")]);
                var why = string.IsNullOrWhiteSpace(Reason) ? throw new FormException("The approval", [new FormProblem(nameof(Reason), "Say why this version is approved.")]) : Reason.Trim();
                var approval = Approve(day, why);
                Toast($"{approval.Code}, version {NumberText.General(approval.Version)}, is approved and in force from {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.");
                return Redirect(SpecificationAddress.Of(approval.Code, approval.Version));
            },
            () => Read(code));
    }

    private SpecificationApproval Approve(DateOnly day, string why)
    {
        try
        {
            var approval = new SpecificationApprovals(Work).Approve(Prove(), Code, RowVersion, day, why);
            Work.Commit();
            return approval;
        }
        catch (EffectiveDateRefusedException refused)
        {
            throw new FormException("The approval", [new FormProblem(nameof(EffectiveFrom), refused.Message)]);
        }
    }

    private void Read(string code)
    {
        Code = SpecificationAddress.CodeOf(code);
        Draft = new SpecificationDraftStore(Work).Open(Code);
        if (Draft is null)
        {
            if (Response.StatusCode == StatusCodes.Status200OK)
                Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var approvals = new SpecificationApprovals(Work);
        var earliest = approvals.EarliestDay(Code);
        Earliest = earliest == DateOnly.MinValue ? null : earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        EffectiveFrom ??= Earliest ?? IndexModel.Today(Lab).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var day = Day() ?? IndexModel.Today(Lab);
        var reading = approvals.Read(Code, day);
        (Next, Problems) = (reading.Specification, reading.Problems);
        if (Next is null)
            return;
        DossierSha256 = approvals.DossierSha256(Code, day);
        Compared = ComparedSpecification.Of(approvals.Compare(Code, day)!, Next.Version == 1 ? "Nothing before" : $"Version {NumberText.General(Next.Version - 1)}", $"Draft, to become version {NumberText.General(Next.Version)}");
    }

    private DateOnly? Day() => DateOnly.TryParseExact(EffectiveFrom?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
