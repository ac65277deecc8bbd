using System.Diagnostics;
using System.Text.Json;

namespace LabQc.Tests.Cli;

/// <summary>The built command line, run as its users run it: a process of its own, with a data folder and keys of its own.</summary>
internal sealed class Labqc : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _root = Directory.CreateTempSubdirectory("labqc-test-").FullName;

    /// <summary>The folder of the registry.</summary>
    public string Data => Path.Combine(_root, "data");

    /// <summary>The folder of the keys.</summary>
    public string Keys => Path.Combine(_root, "keys");

    /// <summary>A file in a folder that goes with this object.</summary>
    public string Scratch(string name, string? text = null)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (text is not null)
            File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs a command line to its end.</summary>
    public LabqcRun Run(params IReadOnlyList<string> arguments) => End(Start(arguments), arguments);

    /// <summary>Runs a command line with one more environment variable.</summary>
    public LabqcRun RunWith(string variable, string value, params IReadOnlyList<string> arguments) => End(Start(arguments, (variable, value)), arguments);

    /// <summary>Runs a command line and types into it, a line each.</summary>
    public LabqcRun RunTyping(string typed, params IReadOnlyList<string> arguments)
    {
        var process = Start(arguments);
        process.StandardInput.Write(typed);
        return End(process, arguments);
    }

    private static LabqcRun End(Process started, IReadOnlyList<string> arguments)
    {
        using var process = started;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"labqc {string.Join(' ', arguments)} did not end within {Patience}.");
        }
        return new LabqcRun(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Runs a command line that must end with code 0.</summary>
    public LabqcRun Done(params IReadOnlyList<string> arguments)
    {
        var run = Run(arguments);
        Assert.True(run.ExitCode == 0, $"labqc {string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Error}{run.Output}");
        return run;
    }

    /// <summary>Starts a command line without waiting for it.</summary>
    public Process Start(IReadOnlyList<string> arguments, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LabQc.Cli.ExitCode).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LABQC_DATA"] = Data;
        start.Environment["LABQC_KEYS"] = Keys;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

/// <summary>What a command line answered.</summary>
internal sealed record LabqcRun(int ExitCode, string Output, string Error)
{
    /// <summary>The one JSON document on standard output.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
