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

/// <summary>The registry's file cannot be read as what it is.</summary>
public sealed class RegistryDamagedException(string folder, string finding)
    : RefusalException($"The registry in {folder} is damaged: {finding}. Keep the folder as it is for whoever looks into it, and restore a backup to another one.")
{
    public string Folder { get; } = folder;

    /// <summary>What was found, in the database's words.</summary>
    public string Finding { get; } = finding;
}
