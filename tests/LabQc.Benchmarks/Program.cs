using System.Globalization;
using BenchmarkDotNet.Running;
using LabQc.Benchmarks;

switch (args)
{
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
