using LabQc.Units;

namespace LabQc.Assays;

/// <summary>A table of assay results as `labqc assay LOT --file` takes it.</summary>
public static class AssayTable
{
    private static readonly IReadOnlyList<string> Required = ["attribute", "value"];
    private static readonly IReadOnlyList<string> Optional = ["unit", "method", "measured_on", "measured_by"];

    /// <summary>Reads the rows; every row names its attribute and its value as typed.</summary>
    /// <exception cref="FormException">The table is broken, or a row lacks what it needs.</exception>
    public static IReadOnlyList<AssayEntry> Read(string text, string form)
    {
        var rows = TableForm.Read(text, form, Required, Optional);
        var problems = rows.SelectMany(Problems)
            .Concat(rows.GroupBy(r => r["attribute"]).Where(g => g.Key is not null && g.Count() > 1)
                .Select(g => new FormProblem($"line {g.Last().Line}", $"{g.Key} stands twice")))
            .ToList();
        if (problems.Count > 0)
            throw new FormException(form, problems);
        return [.. rows.Select(Entry)];
    }

    private static IEnumerable<FormProblem> Problems(TableRow row) =>
        Required.Where(column => row[column] is null).Select(column => new FormProblem($"line {row.Line}", $"{column} is empty"));

    private static AssayEntry Entry(TableRow row) => new()
    {
        Attribute = row["attribute"]!,
        EnteredText = row["value"]!,
        Unit = row["unit"],
        Method = row["method"],
        MeasuredOn = row["measured_on"],
        MeasuredBy = row["measured_by"],
    };
}
