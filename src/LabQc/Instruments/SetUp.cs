namespace LabQc.Instruments;

/// <summary>
/// What must be alike for two measurements to be comparable, as the file tells it; null where it does not. Values that differ
/// between the replicates of a file are listed with semicolons.
/// </summary>
public sealed record SetUp
{
    /// <summary>Kind of instrument: NanoSight, ZetaView, Zetasizer, or the name of a table mapping.</summary>
    public string? Instrument { get; init; }

    /// <summary>Model or serial number where the file names one.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Software with its version in full.</summary>
    public string? Software { get; init; }

    /// <summary>Name and major version of the software, such as <c>NTA 3.4</c>: what comparability asks for.</summary>
    public string? SoftwareMajor { get; init; }

    public string? Laser { get; init; }

    public string? Filter { get; init; }

    /// <summary>Camera level or sensitivity.</summary>
    public string? CameraLevel { get; init; }

    /// <summary>Detection threshold or minimum brightness.</summary>
    public string? Threshold { get; init; }

    /// <summary>Weighting of the judged distribution in lower-case words.</summary>
    public string? Weighting { get; init; }
}

/// <summary>One line of what a file says about its measurement, with its text as it stands there.</summary>
/// <param name="Name">The file's own name for it.</param>
/// <param name="Text">The value; several with semicolons.</param>
public sealed record MetadataEntry(string Name, string Text);
