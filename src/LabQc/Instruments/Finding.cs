namespace LabQc.Instruments;

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>The values stand, but a person should look.</summary>
    Warning,

    /// <summary>Something could not be used.</summary>
    Error,
}

/// <summary>What a reader noticed about a file.</summary>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Rule">Stable id that scripts may rely on, such as <c>nanosight.zero-video</c>.</param>
/// <param name="Message">What was expected and what was found, for people.</param>
/// <param name="Where">Place in the file, such as <c>row 12, column 3</c>, counted from 1; null where the whole file is meant.</param>
public sealed record Finding(FindingSeverity Severity, string Rule, string Message, string? Where);
