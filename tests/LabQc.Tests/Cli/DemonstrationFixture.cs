using System.Text.Json;

namespace LabQc.Tests.Cli;

/// <summary>The demonstration, made once for all tests that only read it.</summary>
public sealed class DemonstrationFixture : IDisposable
{
    /// <summary>The command line on the demonstration's registry.</summary>
    internal Labqc Labqc { get; } = new();

    /// <summary>What <c>labqc demo --json</c> printed.</summary>
    internal JsonElement Printed { get; }

    public DemonstrationFixture() => Printed = Labqc.Done("demo", "--samples", SampleBatchFolder.Path, "--json").Json;

    public void Dispose() => Labqc.Dispose();
}

/// <summary>Tests that share the demonstration.</summary>
[CollectionDefinition(Name)]
public sealed class OnTheDemonstration : ICollectionFixture<DemonstrationFixture>
{
    public const string Name = "demonstration";
}
