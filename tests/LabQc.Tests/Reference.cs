namespace LabQc.Tests;

/// <summary>
/// Real instrument files and certified statistics that tests are held against. They lie outside the project, in the folder
/// that the environment variable LABQC_REFERENCE names; most of them state no licence and are never copied.
/// </summary>
internal static class Reference
{
    /// <summary>Skips the calling test when the component is missing, unless LABQC_REQUIRE_ALL=1: then it fails.</summary>
    public static void Require(bool present, string whatIsMissing)
    {
        if (present)
            return;
        if (Environment.GetEnvironmentVariable("LABQC_REQUIRE_ALL") == "1")
            Assert.Fail($"LABQC_REQUIRE_ALL=1, and {whatIsMissing}");
        Assert.Skip(whatIsMissing);
    }

    /// <summary>A file or folder below the reference folder.</summary>
    public static string PathOf(params string[] parts)
    {
        var folder = Environment.GetEnvironmentVariable("LABQC_REFERENCE");
        Require(!string.IsNullOrEmpty(folder), "LABQC_REFERENCE names no folder of reference files.");
        var path = Path.Combine([folder!, .. parts]);
        Require(File.Exists(path) || Directory.Exists(path), $"the reference folder lacks {Path.Combine(parts)}.");
        return path;
    }
}
