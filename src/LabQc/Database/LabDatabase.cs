using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LabQc.Database;

/// <summary>The registry of one laboratory: the file <c>labqc.db</c> in a data folder.</summary>
public sealed class LabDatabase
{
    private const string FileName = "labqc.db";
    private readonly string _connectionString;

    static LabDatabase() => TextTypes.Register();

    private LabDatabase(string folder)
    {
        Folder = folder;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, FileName),
            ForeignKeys = true,
            RecursiveTriggers = true,
            DefaultTimeout = 30,
        }.ToString();
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>Whether a data folder holds a registry.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>
    /// Makes the folder (mode 0700) and an empty registry in it. One that was begun and never got its first row is taken up again.
    /// </summary>
    /// <exception cref="RegistryExistsException">The folder holds a registry already.</exception>
    public static LabDatabase Create(string folder)
    {
        if (Exists(folder) && new LabDatabase(folder).IsFounded())
            throw new RegistryExistsException(folder);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var database = new LabDatabase(folder);
        using var session = database.OpenSession();
        Migrations.Apply(session);
        return database;
    }

    /// <summary>Opens the registry of a folder and brings its schema up to date.</summary>
    /// <exception cref="RegistryMissingException">The folder holds no registry.</exception>
    public static LabDatabase Open(string folder)
    {
        if (!Exists(folder))
            throw new RegistryMissingException(folder);
        var database = new LabDatabase(folder);
        using var session = database.OpenSession();
        Migrations.Apply(session);
        return database;
    }

    /// <summary>Starts a unit of work.</summary>
    /// <exception cref="RegistryDamagedException">The file is not a database, or is malformed.</exception>
    public LabSession OpenSession()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            // WAL lets readers go on while somebody writes; FULL keeps an acknowledged commit through a power cut.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;");
            // An import touches the same pages of the indexes again and again. Held in 32 MB of memory, and copied from the WAL into
            // the file once in 16 MB rather than in 4, they are read and written a fraction as often. Every commit is still synced.
            connection.Execute("PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000; PRAGMA temp_store = MEMORY;");
            return new LabSession(connection, Folder);
        }
        catch (SqliteException failed) when (MeansDamage(failed))
        {
            connection.Dispose();
            throw new RegistryDamagedException(Folder, failed.Message);
        }
    }

    private bool IsFounded()
    {
        using var session = OpenSession();
        return session.Rows.Tables().Contains("registry") && session.Rows.Count("registry") > 0;
    }

    /// <summary>Begins a transaction that holds the writer's place from the start, so that no read in it goes stale.</summary>
    internal static DbTransaction BeginImmediate(DbConnection connection) =>
        connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false) : connection.BeginTransaction();

    /// <summary>Begins a transaction that reads one state of the registry, whoever writes meanwhile.</summary>
    internal static DbTransaction BeginDeferred(DbConnection connection) =>
        connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : connection.BeginTransaction();

    /// <summary>Whether a failure says that the file itself is damaged (malformed, or no database).</summary>
    internal static bool MeansDamage(SqliteException failed) => failed.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB;
}
