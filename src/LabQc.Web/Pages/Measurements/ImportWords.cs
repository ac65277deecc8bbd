using LabQc.Measurements;

namespace LabQc.Web.Pages.Measurements;

/// <summary>What a waiting file is, in a few words.</summary>
internal static class ImportWords
{
    /// <summary>As <c>Sample, M1, by NTA-1</c>.</summary>
    public static string Summary(StagedOptions options)
    {
        var purpose = options.Purpose switch { "blank" => "Blank", "bead-check" => "Bead check", _ => "Sample" };
        return string.Join(", ", new[] { purpose, options.Measurement, options.Instrument is { } by ? $"by {by}" : "instrument not known" }.OfType<string>());
    }

    /// <summary>What is said about a file, as fields of its form.</summary>
    public static IEnumerable<(string Name, string? Said)> Said(StagedOptions options, bool withMapping)
    {
        yield return (nameof(FileForm.Lot), options.Lot);
        yield return (nameof(FileForm.Measurement), options.Measurement);
        yield return (nameof(FileForm.Purpose), options.Purpose);
        yield return (nameof(FileForm.Instrument), options.Instrument);
        yield return (nameof(FileForm.Dilution), options.Dilution);
        yield return (nameof(FileForm.Replicate), options.Replicate);
        if (withMapping)
            yield return (nameof(FileForm.Mapping), options.Mapping);
    }
}
