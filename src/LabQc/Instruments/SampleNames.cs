using System.Text;

namespace LabQc.Instruments;

/// <summary>Whether two names may be of the same sample.</summary>
public static class SampleNames
{
    /// <summary>
    /// One contains the other, looking at letters and digits only, without case. An empty name contradicts nothing.
    /// </summary>
    public static bool Agree(string? one, string? other)
    {
        var (a, b) = (Bare(Stem(one ?? "")), Bare(Stem(other ?? "")));
        return a.Length == 0 || b.Length == 0 || a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }

    /// <summary>A file's name without folder and ending.</summary>
    public static string Stem(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = name.LastIndexOf('.');
        return dot > 0 && name.Length - dot <= 5 && name[(dot + 1)..].All(char.IsAsciiLetter) ? name[..dot] : name;
    }

    private static string Bare(string name)
    {
        var bare = new StringBuilder(name.Length);
        foreach (var c in name.Where(char.IsLetterOrDigit))
            bare.Append(char.ToLowerInvariant(c));
        return bare.ToString();
    }
}
