using System.Globalization;
using System.Text.Json.Serialization;
using LabQc.Units;

namespace LabQc.Measurements;

/// <summary>An instrument file that its owner looks at before taking it. It is no record of the laboratory.</summary>
public sealed record StagedFile
{
    public required string Sha256 { get; init; }
    public required string FileName { get; init; }
    public required long Size { get; init; }
    /// <summary>What its owner said about it so far.</summary>
    public required StagedOptions Options { get; init; }
    public required string StagedAt { get; init; }
    /// <summary>Moves by one with each change of the options, from 1.</summary>
    public required long RowVersion { get; init; }
}

/// <summary>What a person says about an uploaded file, as typed; what is null is proposed.</summary>
public sealed record StagedOptions
{
    public static StagedOptions None { get; } = new();

    public string? Lot { get; init; }
    public string? Measurement { get; init; }
    /// <summary>sample, blank or bead-check; sample where nothing is said.</summary>
    public string? Purpose { get; init; }
    /// <summary>The instrument's code.</summary>
    public string? Instrument { get; init; }
    public string? Dilution { get; init; }
    public string? Replicate { get; init; }
    /// <summary>A saved column mapping, as NAME or NAME@VERSION.</summary>
    public string? Mapping { get; init; }
    /// <summary>The SHA-256 of another uploaded file: the position table of the same run.</summary>
    public string? PositionTable { get; init; }

    /// <summary>Whether the file is a bead check, which stands with its instrument and not with a lot.</summary>
    [JsonIgnore]
    public bool IsBeadCheck => Purpose == "bead-check";

    /// <summary>Blank texts taken as nothing said.</summary>
    public StagedOptions Trimmed() => new()
    {
        Lot = Said(Lot),
        Measurement = Said(Measurement),
        Purpose = Said(Purpose),
        Instrument = Said(Instrument),
        Dilution = Said(Dilution),
        Replicate = Said(Replicate),
        Mapping = Said(Mapping),
        PositionTable = Said(PositionTable),
    };

    /// <summary>What is still to be said before the file can be taken, by field; empty: it can.</summary>
    public IReadOnlyList<FormProblem> Problems()
    {
        var problems = new List<FormProblem>();
        if (Purpose is { } purpose && !ImportManifest.Purposes.Contains(purpose))
            problems.Add(new("purpose", $"a purpose is {string.Join(", ", ImportManifest.Purposes)}; found \"{purpose}\""));
        if (Dilution is { } dilution && ImportManifest.ParseDilution(dilution) is null)
            problems.Add(new("dilution", $"a dilution is a number of at least 1, such as 1000; found \"{dilution}\""));
        if (!IsBeadCheck && Lot is null)
            problems.Add(new("lot", "choose the lot; only a bead check may do without"));
        if (IsBeadCheck && Instrument is null)
            problems.Add(new("instrument", "a bead check needs its instrument"));
        if (Measurement is null)
            problems.Add(new("measurement", "name the measurement, such as M1"));
        return problems;
    }

    /// <summary>The row by which the file is taken.</summary>
    /// <exception cref="FormException">Something is still to be said.</exception>
    internal ManifestRow ToRow(string sha256, string fileName)
    {
        var problems = Problems();
        if (problems.Count > 0)
            throw new FormException(fileName, problems);
        return new ManifestRow
        {
            Line = 0,
            File = sha256,
            Lot = IsBeadCheck ? null : Lot,
            Measurement = Measurement!,
            Dilution = Dilution is { } factor ? ImportManifest.ParseDilution(factor) : null,
            Replicate = Replicate,
            Purpose = Purpose ?? "sample",
            Instrument = Instrument,
            PositionTable = PositionTable,
            Mapping = Mapping,
        };
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>There is no uploaded file of that SHA-256.</summary>
public sealed class StagedFileMissingException(string sha256)
    : RefusalException($"You have no uploaded file with SHA-256 {sha256} waiting: it was taken, discarded, or dropped after {StagedFileStore.DaysKept} days.");

/// <summary>Somebody (the same person in another window) said something else about the file since it was read.</summary>
public sealed class StagedFileChangedException(StagedFile standing)
    : RefusalException($"What is said about {standing.FileName} was changed since you read it, perhaps in another window. Nothing was overwritten.")
{
    public StagedFile Standing { get; } = standing;
}

/// <summary>A file, or all of a person's waiting files together, are too large.</summary>
public sealed class StagedFileTooLargeException(string fileName, long bytes, long most, bool together)
    : RefusalException(string.Create(CultureInfo.InvariantCulture, $"{fileName} has {bytes / 1048576.0:0.0} MB, and {(together ? "your uploaded files may have" : "a file may have")} {most >> 20} MB{(together ? " together: take or discard some of them first" : "")}. It was not kept."));
