using System.Globalization;
using System.Text.Json;
using LabQc.SampleBatches;

namespace LabQc.Tests.SampleBatches;

/// <summary>Holds the committed folder of sample batches against the program that writes it, and against what it is to contain.</summary>
public sealed class SampleBatchesTest
{
    private const long TwelveMegabytes = 12_000_000;

    [Fact]
    public void Writing_them_anew_gives_the_committed_files_byte_for_byte()
    {
        var folder = Directory.CreateTempSubdirectory("sample-batches-");
        try
        {
            SampleBatchGenerator.WriteTo(folder.FullName);

            Assert.Equal(FilesBelow(Committed), FilesBelow(folder.FullName));
            foreach (var file in FilesBelow(Committed))
            {
                var same = File.ReadAllBytes(Path.Combine(Committed, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder.FullName, file)));
                Assert.True(same, $"{file} differs from what the generator writes.");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folder_of_other_things_is_left_alone()
    {
        var folder = Directory.CreateTempSubdirectory("no-sample-batches-");
        try
        {
            var letter = Path.Combine(folder.FullName, "letter.txt");
            File.WriteAllText(letter, "kept");

            Assert.Throws<ArgumentException>(() => SampleBatchGenerator.WriteTo(folder.FullName));
            Assert.Equal([letter], Directory.EnumerateFileSystemEntries(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Six_groups_of_product_and_method_have_36_22_14_12_6_and_6_lots()
    {
        var sizes = Lots().GroupBy(lot => (lot.Product, lot.Method)).Select(group => group.Count()).OrderDescending();

        Assert.Equal([36, 22, 14, 12, 6, 6], sizes);
    }

    [Fact]
    public void Lots_were_isolated_on_working_days_of_two_years()
    {
        foreach (var lot in Lots())
        {
            Assert.InRange(lot.IsolatedOn, new DateOnly(2024, 11, 1), new DateOnly(2026, 10, 31));
            Assert.False(lot.IsolatedOn.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, $"{lot.Name} was isolated on a weekend.");
        }
    }

    [Fact]
    public void The_lots_of_a_group_bear_numbers_in_the_order_of_their_isolation()
    {
        foreach (var group in Lots().GroupBy(lot => (lot.Product, lot.Method)))
        {
            var byDate = group.OrderBy(lot => lot.IsolatedOn).Select(lot => lot.Name).ToArray();

            Assert.Equal(group.Select(lot => lot.Name).Order(StringComparer.Ordinal), byDate);
            Assert.Equal(group.Count(), group.Select(lot => lot.IsolatedOn).Distinct().Count());
        }
    }

    [Fact]
    public void Every_verdict_that_a_lot_can_get_occurs()
    {
        var verdicts = Lots().GroupBy(lot => lot.Verdict).ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(["conforms", "does-not-conform", "incomplete", "inconclusive"], verdicts.Keys.Order(StringComparer.Ordinal));
        Assert.True(verdicts["conforms"] > 80, $"Only {verdicts["conforms"]} lots conform.");
    }

    [Fact]
    public void Manifests_name_files_that_are_there()
    {
        foreach (var lot in Lots())
        {
            foreach (var row in File.ReadAllLines(Path.Combine(Committed, lot.Name, "manifest.csv")).Skip(1))
            {
                var cells = row.Split(',');
                Assert.Equal(lot.Name, cells[1]);
                Assert.True(File.Exists(Path.Combine(Committed, lot.Name, cells[0])), $"{cells[0]} of {lot.Name} is missing.");
            }
        }
    }

    [Fact]
    public void The_whole_folder_stays_under_12_megabytes()
    {
        var bytes = FilesBelow(Committed).Sum(file => new FileInfo(Path.Combine(Committed, file)).Length);

        Assert.InRange(bytes, 1, TwelveMegabytes);
    }

    [Fact]
    public void At_least_twelve_files_are_broken()
    {
        Assert.True(Directory.GetFiles(Path.Combine(Committed, "broken")).Length >= 12);
    }

    /// <summary>The committed folder: the first "sample-batches" beside or above the test program.</summary>
    private static string Committed { get; } = FindCommitted();

    private static string FindCommitted()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "sample-batches");
            if (File.Exists(Path.Combine(candidate, "definitions.json")))
                return candidate;
        }
        throw new DirectoryNotFoundException("No folder sample-batches above the test program.");
    }

    private static string[] FilesBelow(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<SampleLot> Lots() =>
        [.. Directory.EnumerateDirectories(Committed).Where(folder => File.Exists(Path.Combine(folder, "batch.json"))).Select(SampleLot.In)];

    private sealed record SampleLot(string Name, string Product, string Method, DateOnly IsolatedOn, string Verdict)
    {
        public static SampleLot In(string folder)
        {
            using var batch = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "batch.json")));
            using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected-verdict.json")));
            string Text(string key) => batch.RootElement.GetProperty(key).GetString()!;
            Assert.Equal(Path.GetFileName(folder), Text("lot"));
            Assert.Equal(Text("lot"), expected.RootElement.GetProperty("lot").GetString());
            return new SampleLot(Text("lot"), Text("product"), Text("isolation_method"),
                DateOnly.ParseExact(Text("isolated_on"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                expected.RootElement.GetProperty("verdict").GetString()!);
        }
    }
}
