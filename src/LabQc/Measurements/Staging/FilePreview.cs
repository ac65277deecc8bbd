using LabQc.Instruments;
using LabQc.SizeDistributions;
using LabQc.Units;

namespace LabQc.Measurements;

/// <summary>What was read of an uploaded file, and what taking it would make of it. Nothing of it is stored in the record.</summary>
public sealed record FilePreview
{
    public required StagedFile File { get; init; }

    /// <summary>What was read, one entry a sample.</summary>
    public required IReadOnlyList<InstrumentFile> Entries { get; init; }

    /// <summary>What its owner said, and what is proposed where nothing was said.</summary>
    public required StagedOptions Options { get; init; }

    /// <summary>Where the lot comes from, in words; empty where a person said it.</summary>
    public string LotReason { get; init; } = "";

    /// <summary>False where a person named a lot that is not registered.</summary>
    public bool LotIsKnown { get; init; } = true;

    /// <summary>Where the instrument comes from, in words; empty where a person said it.</summary>
    public string InstrumentReason { get; init; } = "";

    /// <summary>The measurement that holds this very file already; null where none does.</summary>
    public string? StandsAs { get; init; }

    /// <summary>Why it cannot be read; null where it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether the concentration is no result until somebody says how far the sample was diluted.</summary>
    public required bool NeedsDilution { get; init; }

    /// <summary>The dilution that a name suggests, to be confirmed by a person; null where none does.</summary>
    public DilutionProposal? ProposedDilution => Entries.Select(e => e.Dilution.Proposed).FirstOrDefault(p => p is not null);

    /// <summary>The SHA-256 of the uploaded file that this one is the position table of; null where it stands for itself.</summary>
    public string? PartOf { get; init; }

    /// <summary>Whether it holds no size distribution and is kept beside the lot's measurements.</summary>
    public bool IsCompanion => Entries.Count > 0 && Entries.All(e => e.Status == FileStatus.Companion);

    /// <summary>Whether the instrument measured nothing; it can be taken as a failed run.</summary>
    public bool IsFailedRun => Entries.Any(e => e.Status == FileStatus.FailedRun) && Entries.All(e => e.Status is FileStatus.FailedRun or FileStatus.Companion);

    /// <summary>What is still to be said before it can be taken, by field.</summary>
    public IReadOnlyList<FormProblem> Problems => LotIsKnown
        ? Options.Problems()
        : [new FormProblem("lot", $"there is no lot {Options.Lot}: choose another, or register it first"), .. Options.Problems()];

    /// <summary>Whether it can be taken as it stands. An unknown dilution does not hinder that: size is judged without it.</summary>
    public bool IsReady => Refusal is null && StandsAs is null && PartOf is null && Problems.Count == 0;

    internal static bool LacksDilution(IEnumerable<InstrumentFile> entries) =>
        entries.Any(e => e is { Status: FileStatus.Read, Weighting: Weighting.Number, Dilution.Source: DilutionSource.Unknown });
}
