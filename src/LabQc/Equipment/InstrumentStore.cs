using System.Text.Json;
using LabQc.AuditTrail;
using LabQc.Units;

namespace LabQc.Equipment;

/// <summary>No instrument of that code is defined.</summary>
public sealed class InstrumentMissingException(string code, IEnumerable<string> known)
    : RefusalException($"No instrument \"{code}\" is defined; {(known.Any() ? $"defined are {string.Join(", ", known)}" : "none is")}. Define it with `labqc define FILE.json`.");

/// <summary>The versions of a laboratory's instruments.</summary>
public sealed class InstrumentStore(LabWork work)
{
    private readonly VersionedDefinitions _instruments = new(work, "instrument");

    /// <summary>The version of an instrument's record that is in force.</summary>
    /// <exception cref="InstrumentMissingException">There is none.</exception>
    public int CurrentVersion(string code) => Current(code).Version;

    /// <summary>The technique by which an instrument measures, in the words of its record, such as <c>nta</c>.</summary>
    /// <exception cref="InstrumentMissingException">There is none.</exception>
    public string? TechniqueOf(string code)
    {
        using var record = JsonDocument.Parse(Current(code).Content);
        return record.RootElement.TryGetProperty("technique", out var technique) ? technique.GetString() : null;
    }

    /// <summary>The version in force of every instrument, by code, without what it was shown to see.</summary>
    public IReadOnlyList<Instrument> InForce() =>
        [.. _instruments.All().GroupBy(i => i.Code, StringComparer.Ordinal).Select(g => Read(g.Last()))];

    private static Instrument Read(DefinedVersion defined)
    {
        using var record = JsonDocument.Parse(defined.Content);
        return new Instrument
        {
            Code = defined.Code,
            Version = defined.Version,
            Model = Text(record.RootElement, "model") ?? "",
            SerialNumber = Text(record.RootElement, "serial_number"),
            Technique = Text(record.RootElement, "technique") ?? "",
        };
    }

    private static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private DefinedVersion Current(string code) =>
        _instruments.Versions(code) is [.., var current]
            ? current
            : throw new InstrumentMissingException(code, _instruments.All().Select(i => i.Code).Distinct());
}
