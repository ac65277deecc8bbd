using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace LabQc.Database;

/// <summary>
/// Statements of one connection that stay prepared: an import runs the same few dozen for every file, and parsing them would take
/// longer than running them. Parameters of other kinds than texts, numbers and bytes go Dapper's own way.
/// </summary>
internal sealed class PreparedStatements(DbConnection connection) : IDisposable
{
    private static readonly HashSet<Type> Plain = [typeof(string), typeof(long), typeof(int), typeof(double), typeof(bool), typeof(byte[])];

    private readonly Dictionary<(string Sql, Type? Parameters), DbCommand> _commands = [];
    private readonly Dictionary<Type, PropertyInfo[]?> _properties = [];
    private readonly Dictionary<(string Sql, Type Row, int Types), Func<DbDataReader, object>> _parsers = [];

    /// <summary>Runs a statement that writes, and returns the number of rows it changed.</summary>
    public int Execute(string sql, object? parameters, DbTransaction? transaction) =>
        Command(sql, parameters, transaction) is { } command
            ? command.ExecuteNonQuery()
            : connection.Execute(sql, parameters, transaction);

    /// <summary>Rows of a query, in its order.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters, DbTransaction? transaction)
    {
        if (IsStruct<T>() || Command(sql, parameters, transaction) is not { } command)
            return connection.Query<T>(sql, parameters, transaction).AsList();
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        Func<DbDataReader, object>? parser = null;
        while (reader.Read())
            rows.Add(Value<T>(IsScalar<T>() ? reader.GetValue(0) : (parser ??= Parser<T>(sql, reader))(reader))!);
        return rows;
    }

    /// <summary>The first row of a query, or null (the default of <typeparamref name="T"/>) where there is none.</summary>
    public T? Find<T>(string sql, object? parameters, DbTransaction? transaction)
    {
        if (IsStruct<T>() || Command(sql, parameters, transaction) is not { } command)
            return connection.QueryFirstOrDefault<T>(sql, parameters, transaction);
        using var reader = command.ExecuteReader();
        return reader.Read() ? Value<T>(IsScalar<T>() ? reader.GetValue(0) : Parser<T>(sql, reader)(reader)) : default;
    }

    /// <summary>A command that stays prepared, its parameters named and without values.</summary>
    public DbCommand Named(string sql, IEnumerable<string> names, DbTransaction? transaction)
    {
        if (!_commands.TryGetValue((sql, null), out var command))
        {
            command = Create(sql, names);
            _commands.Add((sql, null), command);
        }
        command.Transaction = transaction;
        return command;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    /// <summary>The command with its values, or null where the parameters are none or not all plain.</summary>
    private DbCommand? Command(string sql, object? parameters, DbTransaction? transaction)
    {
        if (parameters is null or IEnumerable || PropertiesOf(parameters.GetType()) is not { } properties)
            return null;
        var key = (sql, parameters.GetType());
        if (!_commands.TryGetValue(key, out var command))
        {
            command = Create(sql, properties.Select(p => "@" + p.Name));
            _commands.Add(key, command);
        }
        command.Transaction = transaction;
        for (var i = 0; i < properties.Length; i++)
            command.Parameters[i].Value = properties[i].GetValue(parameters) ?? DBNull.Value;
        return command;
    }

    private DbCommand Create(string sql, IEnumerable<string> names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private PropertyInfo[]? PropertiesOf(Type type)
    {
        if (!_properties.TryGetValue(type, out var properties))
        {
            properties = type.GetProperties();
            if (properties.Length == 0 || properties.Any(p => !Plain.Contains(Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)))
                properties = null;
            _properties.Add(type, properties);
        }
        return properties;
    }

    /// <summary>As Dapper does, a parser for the types that the first row's values have: SQLite's may differ from row to row.</summary>
    private Func<DbDataReader, object> Parser<T>(string sql, DbDataReader reader)
    {
        var types = new HashCode();
        for (var i = 0; i < reader.FieldCount; i++)
            types.Add(reader.GetFieldType(i));
        var key = (sql, typeof(T), types.ToHashCode());
        if (!_parsers.TryGetValue(key, out var parser))
        {
            parser = reader.GetRowParser(typeof(T));
            _parsers.Add(key, parser);
        }
        return parser;
    }

    private static bool IsScalar<T>() => typeof(T) == typeof(long) || typeof(T) == typeof(double) || typeof(T) == typeof(string) || typeof(T) == typeof(byte[]);

    /// <summary>Structs of several columns, and values that may be null, go Dapper's way.</summary>
    private static bool IsStruct<T>() => typeof(T).IsValueType && !IsScalar<T>();

    private static T? Value<T>(object? value) => value switch
    {
        T typed => typed,
        null or DBNull => default,
        _ => (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture),
    };
}
