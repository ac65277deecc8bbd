namespace LabQc.Tests.AuditTrail;

/// <summary>Runs the script that checks canonical form and chain without LabQc.</summary>
internal static class PythonScript
{
    /// <summary>The script's exit code and output; skips where there is no Python 3.</summary>
    public static (int ExitCode, string Output) Check(params IEnumerable<string> arguments)
    {
        Reference.Require(OtherProgram.IsThere("python3", "--version"), "python3 is not installed.");
        return OtherProgram.Run("python3", ["-B", ProjectFile.Of("tests/LabQc.Tests/AuditTrail/check_canonical_v1.py"), .. arguments]);
    }
}
