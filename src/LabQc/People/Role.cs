namespace LabQc.People;

/// <summary>What a person may be in the laboratory. A person may hold several, but an administrator holds no other.</summary>
public enum Role
{
    /// <summary>Registers batches, measures, enters results.</summary>
    Technician,
    /// <summary>Approves and rejects, with a signature.</summary>
    QaManager,
    /// <summary>Reads everything and changes nothing.</summary>
    Auditor,
    /// <summary>Keeps accounts and settings; has no laboratory authority.</summary>
    Administrator,
}

/// <summary>The words for roles.</summary>
public static class RoleWords
{
    /// <summary>All roles, in the order in which they are listed.</summary>
    public static IReadOnlyList<Role> All { get; } = [Role.Technician, Role.QaManager, Role.Auditor, Role.Administrator];

    /// <summary>The role as the registry and the command line write it.</summary>
    public static string Word(this Role role) => role switch
    {
        Role.Technician => "technician",
        Role.QaManager => "qa-manager",
        Role.Auditor => "auditor",
        Role.Administrator => "administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>The role as pages and papers show it.</summary>
    public static string Title(this Role role) => role switch
    {
        Role.QaManager => "QA manager",
        Role.Technician => "Technician",
        Role.Auditor => "Auditor",
        Role.Administrator => "Administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>The role that a word names, or null.</summary>
    public static Role? Parse(string word) => All.Select(r => (Role?)r).FirstOrDefault(r => r!.Value.Word() == word);
}
