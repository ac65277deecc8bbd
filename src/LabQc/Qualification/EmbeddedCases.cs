using System.Reflection;

namespace LabQc.Qualification;

/// <summary>
/// The cases that the program carries, so that an installation qualifies itself with no other file: the certified values of
/// NIST's Statistical Reference Datasets, and cases of LabQc's own whose values other programs computed (see each file's
/// <c>source</c>).
/// </summary>
public static class EmbeddedCases
{
    private const string Prefix = "qualification/";

    /// <summary>The sets, by topic.</summary>
    public static IReadOnlyList<CaseSet> Read() =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => CaseSet.Read("LabQc", Path.GetFileNameWithoutExtension(name), () => Open(name), file => Open(Prefix + file)))];

    private static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new FileNotFoundException($"The program carries no \"{name}\".");
}
