using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using LabQc.Instruments;
using LabQc.Measurements;
using Microsoft.Data.Sqlite;

namespace LabQc.Benchmarks;

/// <summary>
/// Imports experiment summaries into a registry (SQLite, WAL, synchronous=FULL, one transaction a file), in turns with writing the
/// same bytes into a bare blob table with the same settings, so that a slow disk or a busy machine slows both. Prints the ratio of
/// the two, and how the import's time is spent.
/// </summary>
internal static class ImportMeasurement
{
    private const int Files = 2000;
    private const int Lots = 40;
    private const int Rounds = 10;
    private const int WarmUpFiles = 600;

    public static void Run()
    {
        using var registry = new ScratchRegistry(Lots);
        var rows = registry.WriteFiles(Files, Lots);
        var contents = rows.Select(r => File.ReadAllBytes(r.File)).ToList();
        using var bare = OpenBare(Path.Combine(registry.Root, "bare.db"));
        using var work = registry.Begin();
        var intake = new MeasurementIntake(work, registry.Root);
        WarmUp(contents[0]);
        Say($"{Files} files of {contents.Average(c => c.Length):0} bytes, {Rounds} rounds of {Files / Rounds} files; import and bare table in turns");
        Say($"round   bare ms/file   import ms/file   ratio");
        var rounds = new List<Round>();
        for (var r = 0; r < Rounds; r++)
        {
            var some = Enumerable.Range(r * Files / Rounds, Files / Rounds).ToList();
            var processor = Environment.CpuUsage.TotalTime;
            var bareTime = Timed(() => some.ForEach(i => WriteBare(bare, i, contents[i])));
            var bareProcessor = Environment.CpuUsage.TotalTime - processor;
            var importTime = Timed(() => Take(intake, [.. some.Select(i => rows[i])]));
            var importProcessor = Environment.CpuUsage.TotalTime - processor - bareProcessor;
            var round = new Round(
                bareTime,
                importTime,
                Timed(() => some.ForEach(i => File.ReadAllBytes(rows[i].File))),
                Timed(() => some.ForEach(i => InstrumentReader.Read(contents[i], Path.GetFileName(rows[i].File)))),
                Timed(() => some.ForEach(i => SHA256.HashData(contents[i]))),
                bareProcessor.TotalMilliseconds,
                importProcessor.TotalMilliseconds);
            rounds.Add(round);
            Say($"{r + 1,5}   {PerFile(round.Bare),12:0.000}   {PerFile(round.Import),14:0.000}   {round.Ratio,5:0.00}");
        }
        Summarise(rounds);
    }

    private static void Summarise(IReadOnlyList<Round> rounds)
    {
        Say($"ratio: median {Median(rounds.Select(r => r.Ratio)):0.00}, over all {rounds.Sum(r => r.Import) / rounds.Sum(r => r.Bare):0.00} (target: at most 3)");
        Say($"medians per file, ms: bare {Of(rounds, r => r.Bare):0.000}; import {Of(rounds, r => r.Import):0.000}");
        Say($"of the import: opening and reading the file {Of(rounds, r => r.Open):0.000}, parse and metrics {Of(rounds, r => r.Parse):0.000}, hash {Of(rounds, r => r.Hash):0.000}, write {Of(rounds, r => r.Write):0.000} (the next file is read while one is written, so the parts may overlap)");
        Say($"processor time per file, ms: bare {Of(rounds, r => r.BareProcessor):0.000}; import {Of(rounds, r => r.ImportProcessor):0.000}");
    }

    private static double Of(IReadOnlyList<Round> rounds, Func<Round, double> part) => PerFile(Median(rounds.Select(part)));

    /// <summary>As `labqc import` does: a measurement and a transaction a file, the next file read meanwhile.</summary>
    private static void Take(MeasurementIntake intake, IReadOnlyList<ManifestRow> rows)
    {
        foreach (var result in intake.TakeAll([.. rows.Select(row => (IReadOnlyList<ManifestRow>)[row])]).SelectMany(results => results))
        {
            if (result.Outcome != IntakeOutcome.Recorded)
                throw new InvalidOperationException($"{result.Row.File}: {result.Outcome} {result.Problem}");
        }
    }

    /// <summary>Compiles both ways before they are measured.</summary>
    private static void WarmUp(byte[] content)
    {
        using var scratch = new ScratchRegistry(1);
        using var bare = OpenBare(Path.Combine(scratch.Root, "bare.db"));
        using var work = scratch.Begin();
        var intake = new MeasurementIntake(work, scratch.Root);
        var rows = scratch.WriteFiles(WarmUpFiles, 1);
        Take(intake, rows);
        foreach (var row in rows)
            WriteBare(bare, (int)row.Line, content);
    }

    private static SqliteConnection OpenBare(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE file (id INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT;";
        command.ExecuteNonQuery();
        return connection;
    }

    private static void WriteBare(SqliteConnection connection, int id, byte[] content)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO file (id, content) VALUES (@id, @content)";
        command.Parameters.AddWithValue("@id", id);
        command.Parameters.AddWithValue("@content", content);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    private static double Timed(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double PerFile(double roundMilliseconds) => roundMilliseconds / (Files / Rounds);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Milliseconds of one round.</summary>
    private sealed record Round(double Bare, double Import, double Open, double Parse, double Hash, double BareProcessor, double ImportProcessor)
    {
        public double Ratio => Import / Bare;

        /// <summary>What is left: rows, audit event, commit, less what of the reading went on meanwhile.</summary>
        public double Write => Import - Open - Parse - Hash;
    }
}
