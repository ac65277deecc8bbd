using System.Diagnostics;
using System.Globalization;
using LabQc.AuditTrail;
using LabQc.Consistency;
using LabQc.Methods;

namespace LabQc.Benchmarks;

/// <summary>
/// Judges one lot against 50 lots in a small and in a large registry, in turns, and the last of 5,000 lots of one kind. The lots
/// are written straight into the tables of batches and profiles, past the audit trail: what is measured is a comparison, which
/// reads nothing else of a lot, and the frozen sets and definitions are recorded as always.
/// </summary>
internal static class ConsistencyMeasurement
{
    private const int Few = 1_000;
    private const int SetSize = 50;
    private const int LotsOfLargeKind = 5_000;
    private const int Repeats = 60;
    private const int WarmUps = 60;

    /// <summary>Runs it.</summary>
    /// <param name="many">Lots of the large registry.</param>
    public static void Run(int many)
    {
        using var small = new ScratchRegistry(0);
        using var large = new ScratchRegistry(0);
        using var workOnSmall = Fill(small, Few, largeKind: 0);
        using var workOnLarge = Fill(large, many, LotsOfLargeKind);
        var judges = new (string What, Func<ConsistencyAnswer> Judge)[]
        {
            ($"a lot against {SetSize}, registry of {Few} lots", () => new LotConsistency(workOnSmall).Of(Name("EV", SetSize))),
            ($"a lot against {SetSize}, registry of {many} lots", () => new LotConsistency(workOnLarge).Of(Name("EV", SetSize))),
            ($"the last of {LotsOfLargeKind} lots of a kind against {SetSize}, charts looking back {LotConsistency.LookBack}", () => new LotConsistency(workOnLarge).Of(Name("LARGE", LotsOfLargeKind - 1))),
            ($"the {SetSize + 1}st of these {LotsOfLargeKind}", () => new LotConsistency(workOnLarge).Of(Name("LARGE", SetSize))),
        };
        for (var i = 0; i < WarmUps; i++)
            foreach (var (what, judge) in judges)
                Check(what, judge());
        var times = judges.Select(_ => new List<double>(Repeats)).ToList();
        for (var i = 0; i < Repeats; i++)
            for (var j = 0; j < judges.Length; j++)
                times[j].Add(Timed(judges[j].Judge));
        Console.WriteLine("  median ms   least ms");
        for (var j = 0; j < judges.Length; j++)
            Say($"  {Median(times[j]),9:0.000}   {times[j].Min(),8:0.000}   {judges[j].What}");
        Say($"large over small registry: median {Median(times[1]) / Median(times[0]):0.00}, least {times[1].Min() / times[0].Min():0.00} (target: under 20 ms, and no dearer)");
    }

    private static void Check(string what, ConsistencyAnswer answer)
    {
        if (answer.Status != ConsistencyStatus.Sufficient || answer.ReferenceSet.Lots.Count != SetSize || answer.Distribution.DistanceNm is null || answer.Hotelling.TSquared is null)
            throw new InvalidOperationException($"{what}: {answer.Status}, {answer.ReferenceSet.Lots.Count} lots.");
    }

    /// <summary>Lots of the judged kind, of a large kind, and of as many other kinds of 50 lots as it takes; a frozen set for both.</summary>
    private static LabWork Fill(ScratchRegistry registry, int lots, int largeKind)
    {
        var work = registry.Begin();
        var profiles = new ProfileStore(work);
        var kinds = new List<(string Product, int Lots)> { ("EV", SetSize + 1) };
        if (largeKind > 0)
            kinds.Add(("LARGE", largeKind));
        for (var written = kinds.Sum(k => k.Lots); written < lots; written += SetSize)
            kinds.Add((string.Create(CultureInfo.InvariantCulture, $"P{kinds.Count:0000}"), Math.Min(SetSize, lots - written)));
        foreach (var (profile, i) in kinds.SelectMany(k => Enumerable.Range(0, k.Lots).Select(i => Profile(k.Product, i))).Select((p, i) => (p, i)))
        {
            PutBatch(work, profile);
            profiles.Put(profile);
            if (i % 1000 == 999)
                work.Commit();
        }
        work.Commit();
        var sets = new LotConsistency(work).Sets;
        foreach (var product in kinds.Select(k => k.Product).Where(p => p is "EV" or "LARGE"))
            sets.Freeze(sets.Propose("first 50 of " + product, [.. Enumerable.Range(0, SetSize).Select(i => Name(product, i))]), "benchmark", [], []);
        work.Commit();
        return work;
    }

    private static void PutBatch(LabWork work, ConsistencyProfile profile) =>
        work.Session.Derive(
            """
            INSERT INTO batch
                   (site, lot_number, version, product, isolation_method, isolated_on, work_state, disposition, row_version)
            VALUES (@site, @Lot, 1, @Product, @IsolationMethod, @IsolatedOn, 'testing', 'quarantined', 1)
            """,
            new { site = work.Site, profile.Lot, profile.Product, profile.IsolationMethod, profile.IsolatedOn });

    private static ConsistencyProfile Profile(string product, int place)
    {
        // A fixed sequence without a period: the fractional parts of multiples of irrational numbers.
        double Spread(double irrational) => (place + 1) * irrational % 1 - 0.5;
        var d50 = 95 + 8 * Spread(Math.Sqrt(2));
        return new ConsistencyProfile
        {
            Lot = Name(product, place),
            Product = product,
            IsolationMethod = "precipitation",
            SetUp = "NTA · 3 · 488 · number",
            IsolatedOn = new DateOnly(2010, 1, 1).AddDays(place),
            Tracks = 2000,
            Values = new Dictionary<string, double>
            {
                [AttributeCatalogue.SizeD50] = d50,
                [AttributeCatalogue.SizeSpan] = 1.1 + 0.1 * Spread(Math.Sqrt(3)),
                [AttributeCatalogue.SizePercentInRange] = 80 + 4 * Spread(Math.Sqrt(5)),
                [AttributeCatalogue.ParticlesPerMl] = 1.6e11 * Math.Pow(10, 0.3 * Spread(Math.Sqrt(7))),
                [AttributeCatalogue.ParticlesPerUgProtein] = 1.1e10 * Math.Pow(10, 0.3 * Spread(Math.Sqrt(11))),
            },
            Quantiles = [.. Enumerable.Range(0, 1000).Select(k => d50 * Math.Pow((k + 0.5) / (999.5 - k), 0.18))],
            Disposition = "quarantined",
        };
    }

    private static string Name(string product, int place) => string.Create(CultureInfo.InvariantCulture, $"{product}-{place:00000}");

    private static double Timed(Func<ConsistencyAnswer> judge)
    {
        var clock = Stopwatch.StartNew();
        judge();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
