using System.Text;
using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Review;
using LabQc.Web.Access;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Html;

namespace LabQc.Web.Pages.AuditTrail;

/// <summary>One event whole: what stood before and after, and what holds it in its place.</summary>
[Asks(LabAction.ReadAuditTrail)]
internal sealed class EventModel : LabPage
{
    /// <summary>How many of an event's rows the page shows; all stand in its canonical form.</summary>
    public const int MostRows = 60;

    private const int MostCharacters = 20_000;
    private const int MostOfAValue = 1_000;

    public long Sequence { get; private set; }

    /// <summary>The event; null where there is none of that number.</summary>
    public AuditEvent? Event { get; private set; }

    public string What => EventWords.Of(Event!.Action);

    /// <summary>What it tells; null where its bytes are not those of an event.</summary>
    public EventContent? Told { get; private set; }

    public EventCheck Check { get; private set; } = null!;

    public bool HasNext { get; private set; }

    /// <summary>The canonical form, cut where it is long.</summary>
    public string Canonical { get; private set; } = "";

    /// <summary>Whether the canonical form is longer than what is shown.</summary>
    public bool IsCut => Event!.Canonical.Length > MostCharacters;

    public void OnGet(long sequence)
    {
        Sequence = sequence;
        var events = new AuditEventStore(Work.Session);
        Event = events.At(Work.Site, sequence);
        if (Event is not { } happened)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        HasNext = events.After(Work.Site, sequence, 1).Count > 0;
        Told = Read(happened);
        Check = EventCheck.Of(Work, happened);
        Canonical = Encoding.UTF8.GetString(happened.Canonical.AsSpan(0, Math.Min(happened.Canonical.Length, MostCharacters)));
    }

    /// <summary>A row before and after, side by side; of a row that was not there before, or is gone since, only what it holds.</summary>
    public static IHtmlContent Tables(RowChange row) => row is { HasBefore: true, HasAfter: true } ? Both(row) : One(row);

    private static IHtmlContent One(RowChange row)
    {
        var nothing = Element.Of("p", row.HasBefore ? "After: the row is gone." : "Before: nothing stood here.");
        var table = Element.Of(
            "table", Element.Of("caption", row.HasBefore ? "Before" : "After"),
            Element.Of("tbody", row.Members.Where(m => (m.Before ?? m.After) is not null).Select(m => Element.Of("tr", Element.Of("th", m.Name.Replace('_', ' ')).With("scope", "row"), Element.Of("td", Cut(m.Before ?? m.After))))));
        return (row.HasBefore ? Element.Of("div", table, nothing) : Element.Of("div", nothing, table)).Classed("diff");
    }

    private static IHtmlContent Both(RowChange row) => DiffTables.Of(
        [.. row.Members.Select(m => new DiffLine(m.Name.Replace('_', ' '), Cut(m.Before), Cut(m.After)))],
        row.IsNewVersion ? "Before: the version before, which stands on beside it" : "Before",
        "After");

    private static string? Cut(string? value) => value is { Length: > MostOfAValue } ? FormattableString.Invariant($"{value[..MostOfAValue]}… ({value.Length} characters)") : value;

    private EventContent? Read(AuditEvent happened)
    {
        try
        {
            return EventContent.Read(Work, happened.Canonical);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
