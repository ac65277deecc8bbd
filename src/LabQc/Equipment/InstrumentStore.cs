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
    public int CurrentVersion(string code) =>
        _instruments.Versions(code) is { Count: > 0 } versions
            ? versions[^1].Version
            : throw new InstrumentMissingException(code, _instruments.All().Select(i => i.Code).Distinct());
}
