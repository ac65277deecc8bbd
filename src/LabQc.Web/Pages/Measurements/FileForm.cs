using LabQc.Measurements;

namespace LabQc.Web.Pages.Measurements;

/// <summary>What a person said about one waiting file, as the page sends it.</summary>
public sealed class FileForm
{
    /// <summary>The version of the file's options that the person read.</summary>
    public long RowVersion { get; set; }

    public string? Lot { get; set; }

    public string? Measurement { get; set; }

    public string? Purpose { get; set; }

    public string? Instrument { get; set; }

    public string? Dilution { get; set; }

    public string? Replicate { get; set; }

    public string? Mapping { get; set; }

    public string? PositionTable { get; set; }

    /// <summary>What is said from now on: what was sent back as it was proposed stays a proposal, which follows what else is said.</summary>
    public StagedOptions Over(FilePreview preview)
    {
        var (said, shown) = (preview.File.Options, preview.Options);
        return new StagedOptions
        {
            Lot = Of(Lot, shown.Lot, said.Lot),
            Measurement = Of(Measurement, shown.Measurement, said.Measurement),
            Purpose = Of(Purpose, shown.Purpose, said.Purpose),
            Instrument = Of(Instrument, shown.Instrument, said.Instrument),
            Dilution = Of(Dilution, shown.Dilution, said.Dilution),
            Replicate = Of(Replicate, shown.Replicate, said.Replicate),
            Mapping = Of(Mapping, shown.Mapping, said.Mapping),
            PositionTable = Of(PositionTable, shown.PositionTable, said.PositionTable),
        };
    }

    private static string? Of(string? sent, string? shown, string? said)
    {
        var text = string.IsNullOrWhiteSpace(sent) ? null : sent.Trim();
        return text == shown ? said : text;
    }
}
