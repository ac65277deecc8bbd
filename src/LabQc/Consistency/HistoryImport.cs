using System.Globalization;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Consistency;

/// <summary>What a table of past lots added.</summary>
public sealed record HistoryOutcome
{
    public required IReadOnlyList<HistoricalLot> Added { get; init; }
    /// <summary>Lots that stood already with the same content.</summary>
    public required IReadOnlyList<string> Unchanged { get; init; }
    /// <summary>The kinds of lot in the table, and how many lots of the registry's own each can be compared with.</summary>
    public required IReadOnlyList<(LotKind Kind, int Lots, int OwnLots)> Kinds { get; init; }
    /// <summary>The set-ups of the registry's own lots, to be named where a table's set-up fits none.</summary>
    public required IReadOnlyList<string> OwnSetUps { get; init; }
}

/// <summary>Takes past lots from a table, all of it or nothing.</summary>
public sealed class HistoryImport
{
    private readonly LabWork _work;
    private readonly ProfileStore _profiles;
    private readonly HistoricalLotStore _lots;

    /// <summary>Brings the profiles of the registry's own lots up to date, and commits them.</summary>
    public HistoryImport(LabWork work)
    {
        _work = work;
        _profiles = new ProfileStore(work);
        _lots = new HistoricalLotStore(work);
        _profiles.Refresh();
    }

    /// <summary>Takes a table, keeps it whole, and makes its lots comparable. Does not commit.</summary>
    /// <exception cref="FormException">Something in the table is wrong; every problem is named, and nothing is taken.</exception>
    public HistoryOutcome Take(string fileName, byte[] content)
    {
        _work.Session.BeginWriting();
        var today = DateOnly.ParseExact(_work.Now()[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var lots = new HistoryTable(new DefinitionRegister(_work).Read(), today).Read(content, fileName);
        var standing = lots.Select(l => _lots.Find(l.LotNumber)).OfType<HistoricalLot>().ToDictionary(l => l.LotNumber);
        Check(fileName, lots, standing);
        var added = lots.Where(l => !standing.ContainsKey(l.LotNumber)).ToList();
        if (added.Count > 0)
            _lots.Insert(fileName, content, added);
        foreach (var lot in added)
            _profiles.Put(ProfileOf(lot));
        return Outcome(lots, added, standing.Keys);
    }

    private void Check(string fileName, IReadOnlyList<HistoricalLot> lots, Dictionary<string, HistoricalLot> standing)
    {
        var own = new BatchStore(_work).List().Select(b => b.LotNumber).ToHashSet(StringComparer.Ordinal);
        var problems = lots.Where(l => own.Contains(l.LotNumber))
            .Select(l => new FormProblem($"lot {l.LotNumber}", "this registry holds the lot itself; what is measured here is not taken from a table"))
            .Concat(lots.Where(l => standing.TryGetValue(l.LotNumber, out var before) && !Same(before, l))
                .Select(l => new FormProblem($"lot {l.LotNumber}", "it stands already with other content; what is recorded never changes")))
            .ToList();
        if (problems.Count > 0)
            throw new FormException(fileName, problems);
    }

    private static bool Same(HistoricalLot one, HistoricalLot other) => JsonForm.Write(Declared(one)) == JsonForm.Write(Declared(other));

    private static HistoricalLot Declared(HistoricalLot lot) => lot with
    {
        Values = new SortedDictionary<string, string>(lot.Values.ToDictionary(), StringComparer.Ordinal),
        SourceSha256 = "",
        RecordedAt = "",
        RecordedBy = "",
    };

    private HistoryOutcome Outcome(IReadOnlyList<HistoricalLot> lots, List<HistoricalLot> added, IEnumerable<string> unchanged)
    {
        var own = _profiles.All().Where(p => !p.IsHistorical).ToLookup(LotKind.Of);
        return new HistoryOutcome
        {
            Added = added,
            Unchanged = [.. unchanged],
            Kinds = [.. lots.GroupBy(l => new LotKind(l.Product, l.IsolationMethod, l.SetUp)).Select(g => (g.Key, g.Count(), own[g.Key].Count()))],
            OwnSetUps = [.. own.Select(g => g.Key.SetUp).Distinct()],
        };
    }

    private static ConsistencyProfile ProfileOf(HistoricalLot lot) => new()
    {
        Lot = lot.LotNumber,
        Product = lot.Product,
        IsolationMethod = lot.IsolationMethod,
        SetUp = lot.SetUp,
        IsolatedOn = lot.IsolatedOn,
        IsHistorical = true,
        Values = lot.Values.ToDictionary(v => v.Key, v => EnteredNumber.Parse(v.Value).AsDouble),
        Disposition = lot.Disposition,
    };
}
