using LabQc.Methods;
using LabQc.People;
using LabQc.Specifications;
using LabQc.ThirdPartyValidation;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Http.Extensions;

namespace LabQc.Web.Pages.Validation;

/// <summary>Third parties' results, lot by lot, beside ours.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class IndexModel : LabPage
{
    public ValidationFilter Filter { get; private set; } = new();

    public IReadOnlyList<ValidationRow> Rows { get; private set; } = [];

    public IReadOnlyList<string> Attributes { get; private set; } = [];

    public IReadOnlyList<string> Laboratories { get; private set; } = [];

    /// <summary>Address of the results before, or null.</summary>
    public string? Before { get; private set; }

    /// <summary>Address of the results that follow, or null.</summary>
    public string? After { get; private set; }

    /// <summary>How the results of the chosen attribute agree; null where none is chosen.</summary>
    public AgreementSection? Agreement { get; private set; }

    public void OnGet(string? lot, string? attribute, string? laboratory, string? verdict, string? after, string? before)
    {
        Filter = new ValidationFilter { Lot = Text(lot), Attribute = Text(attribute), Laboratory = Text(laboratory), Agreement = VerdictOf(verdict) };
        var records = new ValidationStore(Work);
        (Attributes, Laboratories) = records.Known();
        var bench = new ValidationBench(Work);
        var page = bench.Page(Filter, ValidationPlace.Parse(after), ValidationPlace.Parse(before));
        var catalogue = new AttributeCatalogue(new DefinitionRegister(Work).Read().Attributes);
        Rows = ValidationRow.Of(page.Comparisons, catalogue);
        Before = page.HasBefore && Rows.Count > 0 ? Address("before", Rows[0].Record) : null;
        After = page.HasAfter && Rows.Count > 0 ? Address("after", Rows[^1].Record) : null;
        if ((Filter.Attribute ?? (Attributes.Count == 1 ? Attributes[0] : null)) is { } chosen)
            Agreement = AgreementSection.Of(bench, Filter with { Attribute = chosen }, catalogue.Find(chosen));
    }

    private static Agreement? VerdictOf(string? verdict) => verdict switch
    {
        "agrees" => ThirdPartyValidation.Agreement.Agrees,
        "discordant" => ThirdPartyValidation.Agreement.Discordant,
        "not-judged" => ThirdPartyValidation.Agreement.NotJudged,
        _ => null,
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private string Address(string place, ValidationRecord record)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Request.Query.Where(q => q.Key is "lot" or "attribute" or "laboratory" or "verdict"))
            query.Add(name, value.ToString());
        query.Add(place, new ValidationPlace(record.LotNumber, record.Ordinal).ToString());
        return "/validation" + query.ToQueryString();
    }
}
