namespace LabQc.Instruments;

/// <summary>Where a dilution factor came from.</summary>
public enum DilutionSource
{
    /// <summary>The instrument's file records it.</summary>
    File,

    /// <summary>A person typed it.</summary>
    Operator,

    /// <summary>A name suggested it and a person confirmed it.</summary>
    ConfirmedName,

    /// <summary>Nobody said. A concentration with unknown dilution is no result.</summary>
    Unknown,
}

/// <summary>The dilution of the sample in the instrument.</summary>
/// <param name="Factor">How many times the sample was diluted; null where unknown.</param>
/// <param name="Source">Who says so.</param>
/// <param name="AppliedInFile">Whether the file's own concentrations are already multiplied by it.</param>
/// <param name="Proposed">What a name suggests, where nothing better is known: to be confirmed, never taken.</param>
public sealed record Dilution(double? Factor, DilutionSource Source, bool AppliedInFile, DilutionProposal? Proposed)
{
    /// <summary>Nothing known, nothing suggested.</summary>
    public static Dilution Unknown { get; } = new(null, DilutionSource.Unknown, false, null);
}

/// <summary>A dilution factor that a name suggests.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="From">The name that suggests it.</param>
public sealed record DilutionProposal(double Factor, string From);

/// <summary>A dilution that a person states, for files that record none.</summary>
/// <param name="Factor">The factor, at least 1.</param>
/// <param name="Source"><see cref="DilutionSource.Operator"/> or <see cref="DilutionSource.ConfirmedName"/>.</param>
public sealed record StatedDilution(double Factor, DilutionSource Source);

/// <summary>What concentrations are of.</summary>
public enum ConcentrationBasis
{
    /// <summary>Of the undiluted sample.</summary>
    Undiluted,

    /// <summary>Of what was in the instrument's cell.</summary>
    AsMeasured,
}
