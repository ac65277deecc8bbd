using System.Security.Cryptography;
using LabQc.AuditTrail;
using LabQc.Database;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace LabQc.Tests.AuditTrail;

/// <summary>A registry in a folder of its own, its keys beside it, a clock that stands still until told, and an intruder.</summary>
internal sealed class TestRegistry : IDisposable
{
    public static readonly Actor Technician = new("T. Echnician", "os:tech@bench", Actor.DeclaredNotVerified);
    private static readonly Lazy<string> Begun = new(MakeOne);
    private readonly string _root = Directory.CreateTempSubdirectory("labqc-test-").FullName;

    /// <summary>A registry with its first event. Making keys takes long, so it is a copy of one made once.</summary>
    public TestRegistry()
    {
        foreach (var file in Directory.EnumerateFiles(Begun.Value, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_root, Path.GetRelativePath(Begun.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }
        Registry = LabRegistry.Open(Folder, KeysFolder, Clock);
    }

    private TestRegistry(RegistryKind kind) => Registry = LabRegistry.Create(Folder, kind, KeysFolder, Technician, Clock);

    /// <summary>A registry that is no copy: with an id and keys of its own.</summary>
    public static TestRegistry OfAnotherLaboratory() => new(RegistryKind.Laboratory);

    public string Folder => Path.Combine(_root, "data");

    public string KeysFolder => Path.Combine(_root, "keys");

    public string File => Path.Combine(Folder, "labqc.db");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 15, 0, TimeSpan.Zero));

    public LabRegistry Registry { get; private set; }

    public string Scratch(string name) => Path.Combine(_root, name);

    public LabWork Begin() => Registry.Begin(Technician);

    public void Reopen() => Registry = LabRegistry.Open(Folder, KeysFolder, Clock);

    /// <summary>Defines a product as one event of one row.</summary>
    public void Define(string code, string content = "{}")
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        using var work = Begin();
        Assert.True(new VersionedDefinitions(work, "product").Define(code, 1, content));
        work.Commit();
    }

    /// <summary>One event and one row for every table whose rows events hold.</summary>
    public void FillEveryTable()
    {
        using var work = Begin();
        SampleRows.Write(work);
        work.Commit();
    }

    public VerificationResult Verify(SignedCheckpoint? checkpoint = null)
    {
        using var work = Begin();
        return Verification.Run(work, checkpoint);
    }

    public SignedCheckpoint TakeCheckpoint()
    {
        using var work = Begin();
        return SignedCheckpoint.Take(work);
    }

    /// <summary>Takes the HMAC key away.</summary>
    public void LoseKey() => System.IO.File.Delete(Registry.Keys.HmacPath);

    /// <summary>Reads with a program that is not LabQc.</summary>
    public IReadOnlyList<T> Read<T>(string sql)
    {
        using var session = LabDatabase.Open(Folder).OpenSession();
        return session.Query<T>(sql);
    }

    /// <summary>
    /// Writes with a program that is not LabQc, by somebody who takes the guards away first and puts them back afterwards.
    /// </summary>
    public void Tamper(string sql, params IEnumerable<(string Name, object? Value)> parameters) =>
        TakeGuardsAway(intruder => Run(intruder, sql, parameters));

    /// <summary>Writes with a program that is not LabQc and leaves the guards alone.</summary>
    public void TryTamper(string sql)
    {
        using var connection = Intruder();
        Run(connection, sql);
    }

    /// <summary>The events as their rows hold them, to be written back changed.</summary>
    public IReadOnlyList<AuditEvent> Events()
    {
        using var work = Begin();
        return new AuditEventStore(work.Session).After(LabRegistry.DefaultSite, 0, 10_000);
    }

    /// <summary>Puts other events in the place of all that are there.</summary>
    public void ReplaceEvents(IEnumerable<AuditEvent> events) => TakeGuardsAway(intruder =>
    {
        Run(intruder, "DELETE FROM audit_event");
        foreach (var e in events)
        {
            Run(intruder,
                """
                INSERT INTO audit_event VALUES (@site, @sequence, @at, @actor, @account, @authentication, @action, @lot, @reason, @canonical, @previous, @hash, @hmac)
                """,
                ("@site", e.Site), ("@sequence", e.Sequence), ("@at", e.OccurredAt), ("@actor", e.Actor), ("@account", e.Account),
                ("@authentication", e.Authentication), ("@action", e.Action), ("@lot", e.LotNumber), ("@reason", e.Reason),
                ("@canonical", e.Canonical), ("@previous", e.PreviousHash), ("@hash", e.Hash), ("@hmac", e.Hmac));
        }
    });

    /// <summary>An event with its hash made anew, by somebody who has not the key.</summary>
    public static AuditEvent Rehash(AuditEvent e, string previousHash)
    {
        var hash = AuditChain.Hash(e.Site, e.Sequence, previousHash, e.Canonical);
        return e with { PreviousHash = previousHash, Hash = hash, Hmac = AuditChain.Hmac(RandomNumberGenerator.GetBytes(32), hash) };
    }

    /// <summary>Puts everything into the one file, and lets nobody keep pages of it.</summary>
    public void SettleFile()
    {
        TryTamper("PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Lets nobody keep pages of a file that was damaged.</summary>
    public void SettleFileQuietly()
    {
        SqliteConnection.ClearAllPools();
        System.IO.File.Delete(File + "-wal");
        System.IO.File.Delete(File + "-shm");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string MakeOne()
    {
        var registry = OfAnotherLaboratory();
        registry.SettleFile();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => registry.Dispose();
        return registry._root;
    }

    private void TakeGuardsAway(Action<SqliteConnection> write)
    {
        using var connection = Intruder();
        using var transaction = connection.BeginTransaction();
        var triggers = Triggers(connection);
        Run(connection, string.Join(';', triggers.Select(t => $"DROP TRIGGER {t.Name}")));
        write(connection);
        Run(connection, string.Join(';', triggers.Select(t => t.Text)));
        transaction.Commit();
    }

    private SqliteConnection Intruder()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False;Foreign Keys=False");
        connection.Open();
        Run(connection, "PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF");
        return connection;
    }

    private static List<(string Name, string Text)> Triggers(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
        using var reader = command.ExecuteReader();
        var triggers = new List<(string, string)>();
        while (reader.Read())
            triggers.Add((reader.GetString(0), reader.GetString(1)));
        return triggers;
    }

    private static void Run(SqliteConnection connection, string sql, params IEnumerable<(string Name, object? Value)> parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }
}
