using LabQc.Review;

namespace LabQc.Web.Downloads;

/// <summary>Which lots an address asks for, by the names that the list of lots uses.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Problems">What of it could not be read, in sentences.</param>
internal sealed record LotQuery(BatchListFilter Filter, IReadOnlyList<string> Problems)
{
    public static LotQuery Read(IQueryCollection query)
    {
        var problems = new List<string>();
        var filter = new BatchListFilter
        {
            Product = Text(query, "product"),
            IsolationMethod = Text(query, "method"),
            State = Text(query, "state"),
            Verdict = Text(query, "verdict"),
            Lot = Text(query, "lot"),
            From = QueryDay.Read(query, "from", problems),
            To = QueryDay.Read(query, "to", problems),
        };
        return new LotQuery(filter, problems);
    }

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
