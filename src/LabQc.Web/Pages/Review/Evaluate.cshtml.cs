using LabQc.Evaluation;
using LabQc.People;
using LabQc.Web.Access;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Review;

/// <summary>Evaluates a lot now, by its own specification or by another, such as another market's.</summary>
[Asks(LabAction.EvaluateLot)]
internal sealed class EvaluateModel : LotStepPage
{
    /// <summary>PRODUCT@VERSION; empty: the one effective on the day of isolation.</summary>
    [BindProperty]
    public string? Specification { get; set; }

    public override string Title => "Evaluate";

    /// <summary>The specifications, those of the lot's product first.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public IActionResult OnPost() => Attempt(
        () =>
        {
            var given = new LotEvaluator(Work).Evaluate(Lot, string.IsNullOrWhiteSpace(Specification) ? null : Specification.Trim());
            Work.Commit();
            Toast($"Evaluated by {given.SpecificationProduct}@{given.SpecificationVersion}: {given.Verdict.Replace('-', ' ')}.");
            return Redirect(Address($"?evaluation={given.Ordinal}#criteria"));
        },
        Show);

    protected override void Read() => Choices =
    [
        new Choice("", "the one effective on the day of isolation"),
        .. Definitions.Specifications.OrderBy(s => s.Product != State.Product).ThenBy(s => s.Product, StringComparer.Ordinal).ThenByDescending(s => s.Version)
            .Select(s => new Choice(s.Name, s.Title is { Length: > 0 } title ? $"{s.Name}, {title}" : s.Name)),
    ];
}
