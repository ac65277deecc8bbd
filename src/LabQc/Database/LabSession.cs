using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace LabQc.Database;

/// <summary>
/// One unit of work on the registry: one command, or one web request. What it writes is kept by <see cref="Commit"/>,
/// all of it, or not at all.
/// </summary>
public sealed class LabSession : IDisposable
{
    private readonly DbConnection _connection;
    private readonly TableRows _rows;
    private readonly PreparedStatements _statements;
    private DbTransaction? _transaction;
    private bool _onlyReads;
    private long _notCounted;

    internal LabSession(DbConnection connection, string folder)
    {
        _connection = connection;
        Folder = folder;
        _rows = new TableRows(this);
        _statements = new PreparedStatements(connection);
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>Whole rows by key, as audit records keep them.</summary>
    public TableRows Rows => _rows;

    /// <summary>
    /// How many rows this unit of work has inserted, updated or deleted since it took the writer's place; what was taken back
    /// by <see cref="Atomically"/> does not count.
    /// </summary>
    public long RowsWritten => _transaction is null ? 0 : TotalChanges() - _notCounted;

    /// <summary>How many of them audit events tell of, those events among them.</summary>
    public long RowsRecorded { get; private set; }

    /// <summary>Rows of a query, in its order.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) =>
        Guard(() => _statements.Query<T>(sql, parameters, _transaction));

    /// <summary>The one row of a query, or null (the default of <typeparamref name="T"/>) where there is none.</summary>
    public T? Find<T>(string sql, object? parameters = null) =>
        Guard(() => _statements.Find<T>(sql, parameters, _transaction));

    /// <summary>Runs a statement that writes, and returns the number of rows it changed.</summary>
    public int Execute(string sql, object? parameters = null)
    {
        BeginWriting();
        return Guard(() => _statements.Execute(sql, parameters, _transaction));
    }

    /// <summary>
    /// Runs a statement that writes a derived table: what it holds can be derived again, so no audit event tells of it.
    /// </summary>
    public int Derive(string sql, object? parameters = null)
    {
        var rows = Execute(sql, parameters);
        CountRecorded(rows);
        return rows;
    }

    /// <summary>
    /// Takes the one writer's place before anything is read that the writing depends on. Waits for the writer before.
    /// </summary>
    public void BeginWriting()
    {
        if (_onlyReads)
            throw new InvalidOperationException("This unit of work only reads.");
        if (_transaction is not null)
            return;
        _transaction = LabDatabase.BeginImmediate(_connection);
        _notCounted = TotalChanges();
    }

    /// <summary>From here on everything is read as it stands now, whoever writes meanwhile. Nobody has to wait for it.</summary>
    public void BeginReading()
    {
        if (_transaction is not null)
            throw new InvalidOperationException("This unit of work has begun already.");
        _transaction = LabDatabase.BeginDeferred(_connection);
        _onlyReads = true;
    }

    /// <summary>
    /// Does some writing wholly or not at all: if it throws, what it wrote is taken back, and what was written before it stands.
    /// </summary>
    public void Atomically(Action write)
    {
        BeginWriting();
        var (writtenBefore, recordedBefore) = (RowsWritten, RowsRecorded);
        Run("SAVEPOINT atomically");
        try
        {
            write();
        }
        catch
        {
            TakeBack(writtenBefore, recordedBefore);
            throw;
        }
        Run("RELEASE atomically");
    }

    /// <summary>Keeps what was written since the last commit.</summary>
    /// <exception cref="UnrecordedChangeException">Something was written that no audit event tells of; nothing is kept.</exception>
    public void Commit()
    {
        if (RowsWritten is var written && written != RowsRecorded)
        {
            var recorded = RowsRecorded;
            Rollback();
            throw new UnrecordedChangeException($"{written} rows were written, and audit events tell of {recorded}.");
        }
        _transaction?.Commit();
        End();
    }

    /// <summary>Drops what was written since the last commit.</summary>
    public void Rollback()
    {
        _transaction?.Rollback();
        End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _statements.Dispose();
        _transaction?.Dispose();
        _connection.Dispose();
    }

    /// <summary>Counts rows that an audit event tells of.</summary>
    internal void CountRecorded(long rows) => RowsRecorded += rows;

    internal DbCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        return command;
    }

    /// <summary>A command that stays prepared until this unit of work ends; whoever takes it sets every value and leaves no reader open.</summary>
    internal DbCommand Prepared(string sql, IEnumerable<string> names) => _statements.Named(sql, names, _transaction);

    /// <summary>Runs a reading or writing of the database, and says so where the file turns out to be damaged.</summary>
    internal T Guard<T>(Func<T> access)
    {
        try
        {
            return access();
        }
        catch (SqliteException failed) when (LabDatabase.MeansDamage(failed))
        {
            throw new RegistryDamagedException(Folder, failed.Message);
        }
    }

    private SQLitePCL.sqlite3 Handle => ((SqliteConnection)_connection).Handle!;

    private void Run(string statement) => Guard(() => _statements.Named(statement, [], _transaction).ExecuteNonQuery());

    private void TakeBack(long writtenBefore, long recordedBefore)
    {
        // A full disk ends the whole transaction: then there is no savepoint left to go back to, and nothing was kept.
        if (SQLitePCL.raw.sqlite3_get_autocommit(Handle) != 0)
            return;
        Execute("ROLLBACK TO atomically; RELEASE atomically");
        _notCounted += RowsWritten - writtenBefore;
        RowsRecorded = recordedBefore;
    }

    private void End()
    {
        _transaction?.Dispose();
        _transaction = null;
        _onlyReads = false;
        RowsRecorded = 0;
    }

    private long TotalChanges() => SQLitePCL.raw.sqlite3_total_changes(Handle);
}
