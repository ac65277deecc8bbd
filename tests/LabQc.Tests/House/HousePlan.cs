using System.Globalization;
using System.Text.RegularExpressions;

namespace LabQc.Tests.House;

/// <summary>The plan of the house as its page states it.</summary>
internal sealed partial class HousePlan
{
    private readonly Dictionary<string, int> _floors = new(StringComparer.Ordinal);
    private readonly HashSet<(string From, string To)> _sameFloor = [];
    private readonly Dictionary<string, HashSet<string>> _packageRooms = new(StringComparer.Ordinal);

    /// <summary>Every room, the doors among them.</summary>
    public IReadOnlyCollection<string> Rooms => _floors.Keys;

    /// <summary>The rooms that have a line of their own.</summary>
    public IReadOnlyList<string> Described { get; private init; } = [];

    /// <summary>Rooms, or parts of rooms, that touch nothing outside themselves.</summary>
    public IReadOnlyList<string> Pure { get; private init; } = [];

    /// <summary>The packages that belong to certain rooms, by their root namespaces.</summary>
    public IReadOnlyCollection<string> Packages => _packageRooms.Keys;

    /// <summary>Everything that the page lets one room import but that is not on its floor or names no room.</summary>
    public IReadOnlyList<string> Mistakes =>
    [
        .. _sameFloor.Where(p => !_floors.TryGetValue(p.From, out var from) || !_floors.TryGetValue(p.To, out var to) || from != to)
            .Select(p => $"{p.From} to {p.To}"),
        .. _packageRooms.Values.SelectMany(rooms => rooms).Where(room => !_floors.ContainsKey(room)),
    ];

    public static HousePlan Read(string page)
    {
        var plan = new HousePlan
        {
            Described = [.. RoomLine().Matches(page).Select(m => m.Groups[1].Value)],
            Pure = [.. PureRooms().Match(page).Groups[1].Value.Split([',', '\n'], Entries)],
        };
        foreach (Match row in FloorRow().Matches(page))
            plan.AddFloor(row);
        return plan;
    }

    /// <summary>Whether a room may import another. One that is not in the plan may import nothing, and nothing may import it.</summary>
    public bool MayImport(string from, string to) =>
        (_floors.TryGetValue(from, out var above) && _floors.TryGetValue(to, out var below) && above > below) || _sameFloor.Contains((from, to));

    /// <summary>Whether a room may use a package.</summary>
    public bool MayUse(string room, string package) => _packageRooms[package].Contains(room);

    private const StringSplitOptions Entries = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private void AddFloor(Match row)
    {
        var floor = int.Parse(row.Groups["floor"].Value, CultureInfo.InvariantCulture);
        foreach (var room in row.Groups["rooms"].Value.Split(',', Entries))
            _floors.Add(room, floor);
        foreach (var import in row.Groups["imports"].Value.Split(';', Entries))
        {
            var (from, to) = Halves(import, " to ");
            _sameFloor.UnionWith(to.Split(',', Entries).Select(room => (from, room)));
        }
        foreach (var packages in row.Groups["packages"].Value.Split(';', Entries))
        {
            var (room, names) = Halves(packages, ":");
            foreach (var name in names.Split(',', Entries))
                (_packageRooms.TryGetValue(name, out var rooms) ? rooms : _packageRooms[name] = []).Add(room);
        }
    }

    private static (string Left, string Right) Halves(string text, string separator)
    {
        var halves = text.Split(separator, 2, StringSplitOptions.TrimEntries);
        return halves.Length == 2 ? (halves[0], halves[1]) : throw new FormatException($"'{text}' has no '{separator}'.");
    }

    [GeneratedRegex(@"^\| (?<floor>\d) [^|]*\|(?<rooms>[^|]*)\|(?<imports>[^|]*)\|(?<packages>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex FloorRow();

    [GeneratedRegex(@"^- \*\*(\w+)\*\*: \S", RegexOptions.Multiline)]
    private static partial Regex RoomLine();

    [GeneratedRegex(@"^Pure rooms [^:]*: ([^.]*)\.", RegexOptions.Multiline)]
    private static partial Regex PureRooms();
}
