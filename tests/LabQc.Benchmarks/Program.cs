using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Running;
using LabQc.Benchmarks;

switch (args)
{
    case ["import"] when Environment.GetEnvironmentVariable(AsLabqcRuns) != "0":
        RunAgainAsLabqc();
        break;
    case ["import"]:
        ImportMeasurement.Run();
        break;
    case ["reading"]:
        ReadingMeasurement.Run();
        break;
    case ["consistency"]:
        ConsistencyMeasurement.Run(many: 100_000);
        break;
    case ["consistency", var lots]:
        ConsistencyMeasurement.Run(int.Parse(lots, CultureInfo.InvariantCulture));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}

/// <summary>The command line runs without profile-guided compilation (LabQc.Cli.csproj), and so must what measures its import.</summary>
internal static partial class Program
{
    private const string AsLabqcRuns = "DOTNET_TieredPGO";

    private static void RunAgainAsLabqc()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["import"]) { Environment = { [AsLabqcRuns] = "0" } };
        using var again = Process.Start(start)!;
        again.WaitForExit();
        Environment.ExitCode = again.ExitCode;
    }
}
