using System.CommandLine;

namespace LabQc.Cli;

internal static class Program
{
    private static int Main(string[] args) =>
        new RootCommand("LabQc: quality control of exosome batches.").Parse(args).Invoke();
}
