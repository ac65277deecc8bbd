using BenchmarkDotNet.Running;
using LabQc.Benchmarks;

if (args is ["import"])
    ImportMeasurement.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
