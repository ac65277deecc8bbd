using System.ComponentModel;
using System.Diagnostics;

namespace LabQc.Tests.AuditTrail;

/// <summary>Runs another program and waits for it.</summary>
internal static class OtherProgram
{
    public static bool IsThere(string program, string versionArgument)
    {
        try
        {
            return Run(program, [versionArgument]).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>The program's exit code, and what it wrote to standard output and error.</summary>
    public static (int ExitCode, string Output) Run(string program, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
