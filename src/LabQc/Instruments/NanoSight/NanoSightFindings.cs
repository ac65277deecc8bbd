using System.Globalization;

namespace LabQc.Instruments;

/// <summary>What a person should know about an experiment summary beside its numbers.</summary>
internal static class NanoSightFindings
{
    private const string Warnings = "Concentration Warnings";
    private const string Information = "Information";

    /// <summary>Rows whose words tell of trouble: section, key, rule, and the word for none.</summary>
    private static readonly (string Section, string Key, string Rule, string Fine)[] Watched =
    [
        (Warnings, "Validity of concentration measurement", "nanosight.validity", "OK"),
        (Warnings, "Completed Tracks", "nanosight.completed-tracks", "OK"),
        (Warnings, "Particles per frame", "nanosight.particles-per-frame", "OK"),
        (Warnings, "Noise level", "nanosight.noise", "No"),
        (Warnings, "Brightness", "nanosight.brightness", "OK"),
        (Warnings, "Detection Threshold", "nanosight.detection-threshold", "OK"),
        (Warnings, "Camera Histogram Lower Limit", "nanosight.camera-histogram", "OK"),
        (Information, "Concentration", "nanosight.concentration-level", "OK"),
        (Information, "Video length", "nanosight.video-length", "OK"),
        (Information, "Vibration detected", "nanosight.vibration", "No"),
        (Information, "Settings changed?", "nanosight.settings-changed", "No"),
        (Information, "Errors (1)", "nanosight.errors", ""),
        (Information, "Errors (2)", "nanosight.errors", ""),
    ];

    public static void Tell(FileDraft draft, NanoSightText text, List<MeasuredReplicate> measured, Dilution dilution)
    {
        TellOfEmptyVideos(draft, measured);
        foreach (var (section, key, rule, fine) in Watched)
            TellOfRow(draft, text, text.Row(section, key), rule, fine);
        TellOfPooling(draft, text);
        TellOfSettings(draft, text);
        TellOfNames(draft, text);
        NanoSightComparison.Tell(draft, text, measured);
        if (dilution.AppliedInFile)
            draft.Info("nanosight.dilution-applied", string.Create(CultureInfo.InvariantCulture, $"The file's concentrations are already multiplied by the recorded dilution of {dilution.Factor}."));
    }

    /// <summary>What the file says about an empty video.</summary>
    public static string WhyEmpty(NanoSightText text, int video)
    {
        var said = Watched.Select(w => text.Row(w.Section, w.Key)?.Of(video) ?? "")
            .Where(s => s.Length > 0 && s is not ("OK" or "No")).Distinct().ToList();
        if (NanoSightReader.Number(text, text.Row("Settings", "Total frames analysed"), video) == 0)
            said.Add("no frame analysed");
        return "empty video: no particle in any bin" + (said.Count == 0 ? "" : $" ({string.Join(", ", said)})");
    }

    private static void TellOfEmptyVideos(FileDraft draft, List<MeasuredReplicate> measured)
    {
        for (var video = 0; video < measured.Count; video++)
        {
            if (measured[video].Curve.IsEmpty)
                draft.Warn("nanosight.zero-video", $"{measured[video].Name}: {measured[video].EmptyReason}. It is left out; the file's own averages count it as zero.", $"column {video + 2}");
        }
        if (measured.TrueForAll(m => m.Curve.IsEmpty))
            draft.Fail("nanosight.failed-run", $"All {measured.Count} videos are empty: a failed run, no result ({measured[0].EmptyReason}).");
    }

    private static void TellOfRow(FileDraft draft, NanoSightText text, NanoSightRow? row, string rule, string fine)
    {
        if (row is null)
            return;
        var told = Enumerable.Range(0, text.Videos.Count).Where(v => row.Of(v).Length > 0 && row.Of(v) != fine).GroupBy(row.Of, StringComparer.Ordinal);
        foreach (var word in told)
        {
            var columns = word.Select(v => (v + 2).ToString(CultureInfo.InvariantCulture)).ToList();
            draft.Warn(rule, $"{row.Key}: {word.Key} ({Videos(columns.Count, text.Videos.Count)}).", $"row {row.Number}, {(columns.Count == 1 ? "column" : "columns")} {string.Join(", ", columns)}");
        }
    }

    private static string Videos(int some, int all) => some == all ? $"all {all} videos" : $"{some} of {all} videos";

    private static void TellOfPooling(FileDraft draft, NanoSightText text)
    {
        var remarks = text.Row("Experiment Details", "Remarks");
        var combined = remarks?.Cells.FirstOrDefault(c => c.StartsWith("Created from combined experiments", StringComparison.Ordinal));
        if (combined is not null)
            draft.Warn("nanosight.combined-experiments", $"{combined}. The videos may be of several samples: check before taking them for replicates.", $"row {remarks!.Number}");
    }

    private static void TellOfSettings(FileDraft draft, NanoSightText text)
    {
        foreach (var (section, key) in new[] { ("Conditions", "Camera Type"), ("Conditions", "Laser Type"), ("Conditions", "Camera Level"), ("Settings", "Detection Threshold") })
        {
            if (text.Row(section, key) is { } row && row.Cells.Take(text.Videos.Count).Where(c => c.Length > 0).Distinct().Count() > 1)
                draft.Warn("nanosight.settings-differ", $"{key} differs between the videos: {string.Join("; ", row.Cells.Take(text.Videos.Count).Distinct())}.", $"row {row.Number}");
        }
        if (text.Row("Experiment Details", "Processed") is { } processed)
            TellOfRow(draft, text, processed, "nanosight.not-processed", "Yes");
    }

    private static void TellOfNames(FileDraft draft, NanoSightText text)
    {
        var inside = NanoSightReader.ExperimentName(text);
        if (inside.Length > 0 && !SampleNames.Agree(draft.FileName, inside) && !SampleNames.Agree(draft.FileName, NanoSightReader.Sample(text)))
            draft.Warn("name.differs", $"The file is named \"{SampleNames.Stem(draft.FileName)}\", the experiment inside it \"{inside}\": check that it is the right sample.");
        foreach (var row in text.Section("Exclusion Regions").Where(r => r.Key != "No Exclusion Regions Used"))
            draft.Info("nanosight.exclusion-region", $"An exclusion region was used: {row.Key} {string.Join(" ", row.Cells)}.", $"row {row.Number}");
    }
}
