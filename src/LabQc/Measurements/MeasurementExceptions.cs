using LabQc.Units;

namespace LabQc.Measurements;

/// <summary>There is no measurement of that name.</summary>
public sealed class MeasurementMissingException(string owner, string name, IEnumerable<string> known)
    : RefusalException($"{owner} has no measurement \"{name}\"; it has {(known.Any() ? string.Join(", ", known.Select(k => $"\"{k}\"")) : "none")}.");

/// <summary>There is no replicate of that name, or more than one.</summary>
public sealed class ReplicateUnclearException(string lot, string name, IReadOnlyList<string> candidates)
    : RefusalException(candidates.Count == 0
        ? $"Lot {lot} has no replicate \"{name}\". `labqc show {lot}` lists them."
        : $"Lot {lot} has {candidates.Count} replicates \"{name}\": name one as {string.Join(" or ", candidates)}.");

/// <summary>A file belongs to another measurement already.</summary>
public sealed class FileBelongsElsewhereException(string fileName, string measurementId, string wanted)
    : RefusalException($"{fileName} was imported before, as {measurementId}; one file is one measurement. It was not imported again as {wanted}.");

/// <summary>A measurement got a verdict; nothing is added to it any more.</summary>
public sealed class MeasurementJudgedException(string measurementId)
    : RefusalException($"{measurementId} has been evaluated: no file is added to it any more. Give the file a measurement of its own with --measurement NAME.");
