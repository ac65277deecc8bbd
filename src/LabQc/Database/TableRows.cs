using System.Data.Common;
using System.Text;

namespace LabQc.Database;

/// <summary>A column of a table, and its place in the primary key (0 where it has none).</summary>
public sealed record TableColumn
{
    public required string Name { get; init; }
    public required long KeyPosition { get; init; }
}

/// <summary>
/// Whole rows of any table, for records that must hold every column: audit events and their verification.
/// Everything else names its columns in its own statement.
/// </summary>
public sealed class TableRows(LabSession session)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly Dictionary<string, IReadOnlyList<TableColumn>> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeySelection> _byKey = new(StringComparer.Ordinal);

    /// <summary>Names of all tables, in ordinal order.</summary>
    public IReadOnlyList<string> Tables() =>
        session.Query<string>(
            """
            SELECT name
              FROM sqlite_schema
             WHERE type = 'table'
               AND name NOT LIKE 'sqlite_%'
             ORDER BY name
            """);

    /// <summary>The columns of a table in their order.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public IReadOnlyList<TableColumn> Columns(string table)
    {
        if (_columns.TryGetValue(table, out var known))
            return known;
        var columns = session.Query<TableColumn>(
            """
            SELECT name AS Name,
                   pk   AS KeyPosition
              FROM pragma_table_info(@table)
             ORDER BY cid
            """,
            new { table });
        if (columns.Count == 0)
            throw new ArgumentException($"The registry has no table {table}.", nameof(table));
        _columns[table] = columns;
        return columns;
    }

    /// <summary>The row with a key (values in the order of the primary key), or null.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>>? Find(string table, IReadOnlyList<object> key)
    {
        var selection = ByKey(table);
        if (key.Count < selection.Parameters.Length)
            throw new ArgumentException($"The key of {table} has {selection.Parameters.Length} parts, not {key.Count}.", nameof(key));
        var command = session.Prepared(selection.Sql, selection.Parameters);
        for (var i = 0; i < selection.Parameters.Length; i++)
            command.Parameters[i].Value = key[i];
        using var reader = session.Guard(command.ExecuteReader);
        return session.Guard(() => reader.Read() ? Row(reader, selection.Columns) : null);
    }

    /// <summary>All rows of a table, in the order of its key, one at a time.</summary>
    /// <exception cref="RegistryDamagedException">The file is malformed; thrown at the row where that shows.</exception>
    public IEnumerable<IReadOnlyList<KeyValuePair<string, object?>>> All(string table)
    {
        using var command = session.Command($"SELECT {ColumnList(table)} FROM {table} ORDER BY {string.Join(", ", KeyColumns(table))}");
        string[] names = [.. Columns(table).Select(c => c.Name)];
        using var reader = session.Guard(command.ExecuteReader);
        while (session.Guard(() => reader.Read() ? Row(reader, names) : null) is { } row)
            yield return row;
    }

    /// <summary>How many rows a table has.</summary>
    public long Count(string table) => session.Find<long>($"SELECT COUNT(*) FROM {table}");

    /// <summary>The names of a table's key columns, in the order of the key.</summary>
    public IReadOnlyList<string> KeyColumns(string table) =>
        [.. Columns(table).Where(c => c.KeyPosition > 0).OrderBy(c => c.KeyPosition).Select(c => c.Name)];

    private KeySelection ByKey(string table)
    {
        if (!_byKey.TryGetValue(table, out var selection))
        {
            var key = KeyColumns(table);
            selection = new KeySelection(
                $"SELECT {ColumnList(table)} FROM {table} WHERE {string.Join(" AND ", key.Select((column, i) => $"{column} = @k{i}"))}",
                [.. key.Select((_, i) => $"@k{i}")],
                [.. Columns(table).Select(c => c.Name)]);
            _byKey[table] = selection;
        }
        return selection;
    }

    private string ColumnList(string table) => string.Join(", ", Columns(table).Select(c => c.Name));

    private static KeyValuePair<string, object?>[] Row(DbDataReader reader, string[] names)
    {
        var row = new KeyValuePair<string, object?>[names.Length];
        for (var i = 0; i < row.Length; i++)
            row[i] = new(names[i], Value(reader, i));
        return row;
    }

    /// <summary>
    /// A text is decoded from all of its bytes: the provider itself would stop at a NUL and put U+FFFD for what is no UTF-8,
    /// so that a changed text could read like the recorded one. What is no UTF-8 stays bytes.
    /// </summary>
    private static object? Value(DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
            return null;
        if (reader.GetFieldType(column) != typeof(string))
            return reader.GetValue(column);
        var bytes = reader.GetFieldValue<byte[]>(column);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return bytes;
        }
    }

    /// <summary>How one row of a table is found, kept because an audit record asks for the same few tables again and again.</summary>
    private sealed record KeySelection(string Sql, string[] Parameters, string[] Columns);
}
