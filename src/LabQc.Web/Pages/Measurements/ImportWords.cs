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
}
