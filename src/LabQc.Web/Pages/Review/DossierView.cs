using System.Text.Json;
using LabQc.Methods;
using LabQc.Review;
using LabQc.Web.Pages.Batches;

namespace LabQc.Web.Pages.Review;

/// <summary>One row of a record that was signed.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Key">Its key in the registry.</param>
/// <param name="Sha256">Its SHA-256 as it was signed.</param>
/// <param name="File">Where its raw file is; null where it has none.</param>
/// <param name="Stands">Whether the row still is what was signed; null where nothing can be compared.</param>
internal sealed record SignedRow(string Name, string Key, string Sha256, string? File, bool? Stands);

/// <summary>A dossier for people to read: its members in words, and the rows that it froze.</summary>
internal sealed record DossierView(IReadOnlyList<Fact> Facts, IReadOnlyList<SignedRow> Rows)
{
    /// <summary>Reads the canonical bytes.</summary>
    /// <param name="dossier">The bytes that were signed.</param>
    /// <param name="standing">The rows of the record as they stand now; null where they are not compared.</param>
    public static DossierView Of(byte[] dossier, IReadOnlyList<DossierPart>? standing)
    {
        using var document = JsonDocument.Parse(dossier);
        var facts = new List<Fact>();
        var rows = new List<SignedRow>();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.Name == "record" && member.Value.ValueKind == JsonValueKind.Array)
                rows.AddRange(member.Value.EnumerateArray().Select(r => Row(r, standing)));
            else
                facts.AddRange(Flat(Words(member.Name), member.Value));
        }
        return new DossierView(facts, rows);
    }

    private static SignedRow Row(JsonElement row, IReadOnlyList<DossierPart>? standing)
    {
        var (name, table, sha256) = (row.GetProperty("name").GetString()!, row.GetProperty("table").GetString()!, row.GetProperty("sha256").GetString()!);
        var key = row.GetProperty("key").EnumerateArray().Select(k => k.ToString()).ToList();
        return new SignedRow(
            table == "assay_result" && key.Count > 1 ? $"Result: {AttributeNames.Of(key[1])}" : char.ToUpperInvariant(name[0]) + name[1..], string.Join(" / ", key), sha256,
            table == "run" && key.Count > 1 ? $"/files/{key[1]}" : null,
            standing is null ? null : standing.Any(p => p.Table == table && p.Name == name && p.Sha256 == sha256));
    }

    private static IEnumerable<Fact> Flat(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return value.EnumerateObject().SelectMany(m => Flat($"{name}, {Lowered(Words(m.Name))}", m.Value));
            case JsonValueKind.Array when value.EnumerateArray().Any(e => e.ValueKind is JsonValueKind.Object or JsonValueKind.Array):
                return value.EnumerateArray().SelectMany((e, i) => Flat($"{name} {i + 1}", e));
            case JsonValueKind.Array:
                return [new Fact(name, value.GetArrayLength() == 0 ? "none" : string.Join(", ", value.EnumerateArray().Select(Text)))];
            default:
                return [new Fact(name, Text(value))];
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => Figures.None,
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => value.ToString(),
    };

    private static string Lowered(string words) => words.StartsWith("SHA", StringComparison.Ordinal) ? words : char.ToLowerInvariant(words[0]) + words[1..];

    private static string Words(string member)
    {
        var words = member.Replace('_', ' ').Replace(" sha256", " SHA-256", StringComparison.Ordinal);
        return words == "sha256" ? "SHA-256" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
