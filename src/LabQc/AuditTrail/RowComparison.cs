using System.Globalization;

namespace LabQc.AuditTrail;

/// <summary>Compares two states of a row column by column; an absent column and a null are one.</summary>
internal static class RowComparison
{
    private const int ShownCharacters = 60;

    /// <summary>What differs, for people; empty where nothing does.</summary>
    public static string Differences(IReadOnlyDictionary<string, string?> recorded, IReadOnlyDictionary<string, string?> found) =>
        string.Join("; ", recorded.Keys.Union(found.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(column => recorded.GetValueOrDefault(column) != found.GetValueOrDefault(column))
            .Select(column => $"{column} was recorded as {Shown(recorded.GetValueOrDefault(column))} and is {Shown(found.GetValueOrDefault(column))}"));

    /// <summary>A value in a message: long ones are cut.</summary>
    public static string Shown(string? value) => value switch
    {
        null => "null",
        { Length: <= ShownCharacters } => $"'{value}'",
        _ => string.Create(CultureInfo.InvariantCulture, $"'{value[..ShownCharacters]}…' ({value.Length} characters)"),
    };
}
