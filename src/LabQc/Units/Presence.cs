namespace LabQc.Units;

/// <summary>Whether something was found.</summary>
public enum Presence
{
    Absent,
    Present,
}

/// <summary>Presence as laboratories write it: of a marker, of growth, of nucleic acid.</summary>
public static class PresenceWords
{
    private static readonly Dictionary<string, Presence> ByWord = new(StringComparer.OrdinalIgnoreCase)
    {
        ["present"] = Presence.Present,
        ["detected"] = Presence.Present,
        ["positive"] = Presence.Present,
        ["growth"] = Presence.Present,
        ["absent"] = Presence.Absent,
        ["not detected"] = Presence.Absent,
        ["none detected"] = Presence.Absent,
        ["negative"] = Presence.Absent,
        ["no growth"] = Presence.Absent,
    };

    /// <summary><c>present</c> or <c>absent</c>.</summary>
    public static string Word(this Presence presence) => presence == Presence.Present ? "present" : "absent";

    /// <summary>Reads one of the known words, in any case.</summary>
    public static bool TryParse(string? text, out Presence presence, out string problem)
    {
        var words = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        problem = "";
        if (ByWord.TryGetValue(words, out presence))
            return true;
        problem = $"\"{text}\" says neither present nor absent: write one of {string.Join(", ", ByWord.Keys)}.";
        return false;
    }
}
