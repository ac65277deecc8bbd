using System.Data.Common;
using Dapper;

namespace LabQc.Database;

/// <summary>
/// One unit of work on the registry: one command, or one web request. What it writes is kept by <see cref="Commit"/>,
/// all of it, or not at all.
/// </summary>
public sealed class LabSession : IDisposable
{
    private readonly DbConnection _connection;
    private readonly TableRows _rows;
    private DbTransaction? _transaction;

    internal LabSession(DbConnection connection)
    {
        _connection = connection;
        _rows = new TableRows(this);
    }

    /// <summary>Rows of a query, in its order.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) =>
        _connection.Query<T>(sql, parameters, _transaction).AsList();

    /// <summary>The one row of a query, or null (the default of <typeparamref name="T"/>) where there is none.</summary>
    public T? Find<T>(string sql, object? parameters = null) =>
        _connection.QueryFirstOrDefault<T>(sql, parameters, _transaction);

    /// <summary>Runs a statement that writes, and returns the number of rows it changed.</summary>
    public int Execute(string sql, object? parameters = null)
    {
        BeginWriting();
        return _connection.Execute(sql, parameters, _transaction);
    }

    /// <summary>
    /// Takes the one writer's place before anything is read that the writing depends on. Waits for the writer before.
    /// </summary>
    public void BeginWriting() => _transaction ??= LabDatabase.BeginImmediate(_connection);

    /// <summary>Whole rows by key, as audit records keep them.</summary>
    public TableRows Rows => _rows;

    /// <summary>Keeps what was written since the last commit.</summary>
    public void Commit()
    {
        _transaction?.Commit();
        _transaction?.Dispose();
        _transaction = null;
    }

    /// <summary>Drops what was written since the last commit.</summary>
    public void Rollback()
    {
        _transaction?.Rollback();
        _transaction?.Dispose();
        _transaction = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction?.Dispose();
        _connection.Dispose();
    }

    internal DbCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        return command;
    }
}
