namespace LabQc.Instruments;

/// <summary>Collects what a reader finds, and makes the answer of it.</summary>
internal sealed class FileDraft(string fileName, string format, string reader)
{
    private readonly List<Finding> _findings = [];

    public string FileName { get; } = fileName;

    public string Format { get; } = format;

    public bool HasError { get; private set; }

    public void Info(string rule, string message, string? where = null) => Add(FindingSeverity.Info, rule, message, where);

    public void Warn(string rule, string message, string? where = null) => Add(FindingSeverity.Warning, rule, message, where);

    /// <summary>Something that keeps the file, or a part of it, from being used.</summary>
    public void Fail(string rule, string message, string? where = null) => Add(FindingSeverity.Error, rule, message, where);

    public InstrumentFile Refuse() => Finish(FileStatus.Refused);

    public InstrumentFile Refuse(string rule, string message, string? where = null)
    {
        Fail(rule, message, where);
        return Refuse();
    }

    public InstrumentFile Finish(FileStatus status) => new()
    {
        FileName = FileName,
        Format = Format,
        Reader = reader,
        Status = status,
        Findings = [.. _findings.OrderByDescending(f => f.Severity)],
    };

    private void Add(FindingSeverity severity, string rule, string message, string? where)
    {
        HasError |= severity == FindingSeverity.Error;
        _findings.Add(new Finding(severity, rule, message, where));
    }
}
