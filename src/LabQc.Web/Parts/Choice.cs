namespace LabQc.Web.Parts;

/// <summary>One option of a list to choose from.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Words">What is read.</param>
public sealed record Choice(string Value, string Words)
{
    /// <summary>Options that are sent as they are read.</summary>
    public static IReadOnlyList<Choice> Of(IEnumerable<string> words) => [.. words.Select(w => new Choice(w, w))];
}
