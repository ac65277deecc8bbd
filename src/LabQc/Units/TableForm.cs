using CsvHelper;

namespace LabQc.Units;

/// <summary>One row of a table that a person wrote: its cells by column, trimmed; empty ones are absent.</summary>
public sealed class TableRow(long line, IReadOnlyDictionary<string, string> cells)
{
    /// <summary>The row's line in the file, from 1.</summary>
    public long Line { get; } = line;

    /// <summary>A cell, or null where it is empty or its column is absent.</summary>
    public string? this[string column] => cells.TryGetValue(column, out var text) ? text : null;
}

/// <summary>
/// Tables that people write as comma-separated text with a header row: manifests, assay results. Unknown columns, rows of
/// another width and broken quotes are refused, so that a misspelt column does not pass in silence.
/// </summary>
public static class TableForm
{
    private static readonly CsvReaderOptions Strict = new()
    {
        HasHeader = true,
        TrimWhitespace = true,
        SkipEmptyLines = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        MissingField = CsvMissingFieldHandling.Throw,
    };

    /// <summary>Reads a table.</summary>
    /// <param name="text">The whole table.</param>
    /// <param name="form">The table's name for messages, such as the file's.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="optional">Columns that may be there.</param>
    /// <exception cref="FormException">The table is broken, lacks a column or has one too many.</exception>
    public static IReadOnlyList<TableRow> Read(string text, string form, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        try
        {
            using var reader = CsvReader.FromText(text.TrimStart('\uFEFF'), Strict);
            reader.ReadHeader();
            var columns = reader.Headers.Select(h => h.Trim()).ToList();
            Check(columns, form, required, optional);
            var rows = new List<TableRow>();
            while (reader.Read())
                rows.Add(new TableRow(reader.LineNumber, Cells(reader, columns)));
            return rows;
        }
        catch (CsvFormatException broken)
        {
            throw new FormException(form, [new FormProblem($"line {broken.LineNumber}", broken.Message)]);
        }
    }

    private static Dictionary<string, string> Cells(CsvReader reader, List<string> columns)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Count; i++)
            if (reader.GetString(i).Trim() is { Length: > 0 } cell)
                cells[columns[i]] = cell;
        return cells;
    }

    private static void Check(List<string> columns, string form, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var known = required.Concat(optional).ToList();
        var problems = required.Except(columns).Select(c => new FormProblem("header", $"the column \"{c}\" is missing"))
            .Concat(columns.Except(known).Select(c => new FormProblem("header", $"the column \"{c}\" is not known; known are {string.Join(", ", known)}")))
            .Concat(columns.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => new FormProblem("header", $"the column \"{g.Key}\" stands twice")))
            .ToList();
        if (problems.Count > 0)
            throw new FormException(form, problems);
    }
}
