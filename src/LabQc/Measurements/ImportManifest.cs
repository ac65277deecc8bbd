using System.Globalization;
using LabQc.Units;

namespace LabQc.Measurements;

/// <summary>One row of an import manifest: a file, and what the file does not say.</summary>
public sealed record ManifestRow
{
    /// <summary>The row's line, from 1; 0 for a file named on the command line.</summary>
    public required long Line { get; init; }
    /// <summary>The file, relative to the manifest.</summary>
    public required string File { get; init; }
    public string? Lot { get; init; }
    /// <summary>The measurement that the file is part of; the file's stem where nothing is said.</summary>
    public required string Measurement { get; init; }
    public double? Dilution { get; init; }
    public string? Replicate { get; init; }
    public required string Purpose { get; init; }
    public string? Instrument { get; init; }
    public string? PositionTable { get; init; }
    public string? Mapping { get; init; }
}

/// <summary>A manifest: which files belong to which lot and measurement.</summary>
public static class ImportManifest
{
    private static readonly IReadOnlyList<string> Required = ["file"];
    private static readonly IReadOnlyList<string> Optional =
        ["lot", "measurement", "dilution", "replicate", "purpose", "instrument", "position_table", "mapping"];

    /// <summary>The purposes that a measurement can have.</summary>
    public static IReadOnlyList<string> Purposes { get; } = ["sample", "blank", "bead-check"];

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="FormException">The table is broken, or a row cannot be; all such rows are named.</exception>
    public static IReadOnlyList<ManifestRow> Read(string text, string form)
    {
        var rows = TableForm.Read(text, form, Required, Optional);
        var problems = rows.SelectMany(Problems)
            .Concat(rows.GroupBy(r => r["file"]).Where(g => g.Key is not null && g.Count() > 1)
                .Select(g => new FormProblem($"line {g.Last().Line}", $"{g.Key} stands twice")))
            .ToList();
        if (rows.Count == 0)
            problems.Add(new FormProblem("line 2", "the manifest names no file"));
        if (problems.Count > 0)
            throw new FormException(form, problems);
        return [.. rows.Select(Row)];
    }

    /// <summary>A dilution factor as typed, or null where the text is none.</summary>
    public static double? ParseDilution(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && double.IsFinite(factor) && factor >= 1
            ? factor
            : null;

    private static IEnumerable<FormProblem> Problems(TableRow row)
    {
        var where = $"line {row.Line}";
        if (row["file"] is null)
            yield return new(where, "file is empty");
        if (row["dilution"] is { } dilution && ParseDilution(dilution) is null)
            yield return new(where, $"a dilution is a number of at least 1, such as 1000; found \"{dilution}\"");
        var purpose = row["purpose"] ?? "sample";
        if (!Purposes.Contains(purpose))
            yield return new(where, $"a purpose is {string.Join(", ", Purposes)}; found \"{purpose}\"");
        if (row["lot"] is null && purpose != "bead-check")
            yield return new(where, "the lot is empty; only a bead check may do without");
        if (purpose == "bead-check" && row["instrument"] is null)
            yield return new(where, "a bead check needs its instrument");
    }

    private static ManifestRow Row(TableRow row)
    {
        var file = row["file"]!;
        return new ManifestRow
        {
            Line = row.Line,
            File = file,
            // A bead check stands with its instrument, whatever lot was measured that day.
            Lot = row["purpose"] == "bead-check" ? null : row["lot"],
            Measurement = row["measurement"] ?? Path.GetFileNameWithoutExtension(file),
            Dilution = row["dilution"] is { } dilution ? ParseDilution(dilution) : null,
            Replicate = row["replicate"],
            Purpose = row["purpose"] ?? "sample",
            Instrument = row["instrument"],
            PositionTable = row["position_table"],
            Mapping = row["mapping"],
        };
    }
}
