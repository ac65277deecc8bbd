using LabQc.Units;

namespace LabQc.Database;

/// <summary>The data folder holds a registry where none was expected.</summary>
public sealed class RegistryExistsException(string folder)
    : RefusalException($"The folder {folder} holds a registry already. Name another with --data, or use this one without init.")
{
    public string Folder { get; } = folder;
}

/// <summary>The data folder holds no registry.</summary>
public sealed class RegistryMissingException(string folder)
    : RefusalException($"The folder {folder} holds no registry. Make one with `labqc init --data {folder}`, or name another folder.")
{
    public string Folder { get; } = folder;
}

/// <summary>The registry's schema is not one that this program knows.</summary>
public sealed class SchemaMismatchException(string message) : RefusalException(message);
