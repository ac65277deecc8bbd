using LabQc.AuditTrail;
using LabQc.Web.Downloads;
using Microsoft.AspNetCore.Http.Extensions;

namespace LabQc.Web.Pages.AuditTrail;

/// <summary>A search of the trail as an address holds it; days are those of the laboratory.</summary>
internal sealed record AuditQuery
{
    public string? Who { get; init; }
    public string? What { get; init; }
    public string? Lot { get; init; }
    public string? Why { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>The same for the registry.</summary>
    public required AuditFilter Filter { get; init; }

    /// <summary>What could not be read, in sentences.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Reads an address.</summary>
    public static AuditQuery Read(IQueryCollection query, TimeZoneInfo zone)
    {
        string? Text(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        var problems = new List<string>();
        var (from, to) = (QueryDay.Read(query, "from", problems), QueryDay.Read(query, "to", problems));
        var (who, what, lot, why) = (Text("who"), Text("what"), Text("lot"), Text("why"));
        return new AuditQuery
        {
            Who = who,
            What = what,
            Lot = lot,
            Why = why,
            From = from,
            To = to,
            Problems = problems,
            Filter = new AuditFilter
            {
                Actor = who,
                Action = what,
                Lot = lot,
                Reason = why,
                From = from is { } first ? QueryDay.Begins(first, zone) : null,
                Before = to is { } last && last < DateOnly.MaxValue ? QueryDay.Begins(last.AddDays(1), zone) : null,
            },
        };
    }

    /// <summary>An address with the same search, and a place in it.</summary>
    public string Address(string path, string? place = null, long sequence = 0)
    {
        var query = new QueryBuilder();
        void Add(string name, string? value)
        {
            if (value is not null)
                query.Add(name, value);
        }
        Add("who", Who);
        Add("what", What);
        Add("lot", Lot);
        Add("why", Why);
        Add("from", From is { } from ? FormattableString.Invariant($"{from:yyyy-MM-dd}") : null);
        Add("to", To is { } to ? FormattableString.Invariant($"{to:yyyy-MM-dd}") : null);
        if (place is not null)
            query.Add(place, FormattableString.Invariant($"{sequence}"));
        return path + query.ToQueryString();
    }
}
