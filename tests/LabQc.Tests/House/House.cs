namespace LabQc.Tests.House;

/// <summary>A room's compiled types, and what of them the plan forbids.</summary>
internal static class House
{
    /// <summary>What a pure room never calls or names: types by their full names, members by their beginnings.</summary>
    private static readonly string[] ImpureTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.IO.DriveInfo", "System.IO.FileSystemWatcher", "System.Console", "System.Random", "System.TimeProvider",
        "System.Security.Cryptography.RandomNumberGenerator", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
    ];

    private static readonly string[] ImpureMembers =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now",
        "System.DateTimeOffset::get_UtcNow", "System.Guid::NewGuid", "System.Guid::CreateVersion7", "System.Environment::get_TickCount",
        "System.Environment::GetEnvironmentVariable", "System.Environment::GetFolderPath", "System.IO.Path::GetTemp",
        "System.IO.Path::GetFullPath", "System.IO.StreamReader::.ctor(System.String", "System.IO.StreamWriter::.ctor(System.String",
    ];

    private static readonly string[] ImpureNamespaces = ["LabQc.Database", "LabQc.AuditTrail", "System.Data", "System.Net"];

    /// <summary>The room that a type belongs to: <c>Batches</c> for LabQc.Batches and below it, <c>LabQc.Cli</c> for a door.</summary>
    public static string RoomOf(string fullName, IEnumerable<string> doors)
    {
        var door = doors.FirstOrDefault(d => IsWithin(fullName, d));
        return door ?? fullName.Split('.')[1];
    }

    /// <summary>Imports that the plan forbids.</summary>
    public static IReadOnlyList<string> ForbiddenImports(HousePlan plan, IEnumerable<CompiledType> types)
    {
        var doors = plan.Rooms.Where(r => r.Contains('.', StringComparison.Ordinal)).ToList();
        return
        [
            .. from type in types
               let room = RoomOf(type.Name, doors)
               from used in type.Types
               where IsWithin(used, "LabQc")
               let other = RoomOf(used, doors)
               where room != other && !plan.MayImport(room, other)
               select $"{type.Name} imports {used}: {room} may not import {other}",
        ];
    }

    /// <summary>Uses of packages that the plan gives to other rooms.</summary>
    public static IReadOnlyList<string> ForbiddenPackages(HousePlan plan, IEnumerable<CompiledType> types)
    {
        var doors = plan.Rooms.Where(r => r.Contains('.', StringComparison.Ordinal)).ToList();
        return
        [
            .. from type in types
               from package in plan.Packages
               where !plan.MayUse(RoomOf(type.Name, doors), package) && type.Types.Any(used => IsWithin(used, package))
               select $"{type.Name} uses {package}",
        ];
    }

    /// <summary>What some types do that a pure room does not.</summary>
    public static IReadOnlyList<string> Impurities(IEnumerable<CompiledType> types) =>
    [
        .. from type in types
           from touched in type.Types.Where(t => ImpureTypes.Contains(t) || ImpureNamespaces.Any(n => IsWithin(t, n)))
               .Concat(type.Members.Where(m => ImpureMembers.Any(i => m.StartsWith(i, StringComparison.Ordinal))))
           select $"{type.Name} touches {touched}",
    ];

    /// <summary>The types of a room or of a part of one, such as <c>Evaluation/Rules</c>.</summary>
    public static IEnumerable<CompiledType> Of(IEnumerable<CompiledType> types, string room) =>
        types.Where(t => IsWithin(t.Name, (room.StartsWith("LabQc.", StringComparison.Ordinal) ? "" : "LabQc.") + room.Replace('/', '.')));

    private static bool IsWithin(string name, string space) =>
        name.StartsWith(space, StringComparison.Ordinal) && (name.Length == space.Length || name[space.Length] == '.');
}
