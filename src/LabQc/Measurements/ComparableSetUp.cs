using LabQc.Instruments;

namespace LabQc.Measurements;

/// <summary>What must be alike for two measurements to be comparable.</summary>
public static class ComparableSetUp
{
    /// <summary>
    /// Instrument, major software version, laser, filter, camera level, threshold and weighting as one text; equal texts are
    /// comparable. What a file does not tell stands as a question mark.
    /// </summary>
    public static string Text(SetUp setUp) => string.Join(" · ",
        new[] { setUp.Instrument, setUp.SoftwareMajor, setUp.Laser, setUp.Filter, setUp.CameraLevel, setUp.Threshold, setUp.Weighting }
            .Select(part => string.IsNullOrWhiteSpace(part) ? "?" : part.Trim()));

    /// <summary>How a file's instrument measures: nta, dls, or of a mapped table what its instrument's record says.</summary>
    public static string TechniqueOf(InstrumentFile file, string? byRecord) => file.Format switch
    {
        InstrumentFormats.NanoSightExperimentSummary or InstrumentFormats.ZetaViewSize => "nta",
        InstrumentFormats.ZetasizerSizeTable => "dls",
        _ => byRecord ?? "other",
    };
}
