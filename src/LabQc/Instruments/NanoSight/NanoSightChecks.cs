using System.Globalization;
using LabQc.SizeDistributions;

namespace LabQc.Instruments;

/// <summary>Whether an experiment summary is whole, and its tables what they say.</summary>
internal static class NanoSightChecks
{
    private const int PercentileRows = 101;

    /// <summary>All that must be there, each part that is not an error of its own.</summary>
    public static void CheckStructure(FileDraft draft, NanoSightText text)
    {
        foreach (var section in new[] { "Results", NanoSightParser.SizeSection })
        {
            if (!text.Sections.Contains(section))
                draft.Fail("nanosight.section-missing", $"A section [{section}] was expected and is missing: the file is no experiment summary, or cut off.");
        }
        if (text.Videos.Count == 0)
            draft.Fail("nanosight.no-videos", "A row \"Filename:\" with one column for each video was expected and is missing or empty.");
        if (!draft.HasError)
            CheckBlocks(draft, text);
        if (!draft.HasError)
            CheckColumns(draft, text);
    }

    private static void CheckBlocks(FileDraft draft, NanoSightText text)
    {
        if (text.Blocks.All(b => b.Weighting != "Number"))
        {
            var found = text.Blocks.Count == 0 ? "none" : string.Join(", ", text.Blocks.Select(b => b.Weighting));
            draft.Fail("nanosight.no-number-weighting", $"A size distribution with number weighting was expected; weightings found: {found}.");
        }
        foreach (var row in text.Section("Data Included"))
            CheckIncluded(draft, text, row);
    }

    /// <summary>The file lists its tables: one that is listed and missing, or shorter than it should be, was cut off.</summary>
    private static void CheckIncluded(FileDraft draft, NanoSightText text, NanoSightRow row)
    {
        if (!row.Key.StartsWith("Size distribution - ", StringComparison.Ordinal))
            return;
        var block = text.Blocks.FirstOrDefault(b => row.Key.Contains(b.Weighting + " weighting", StringComparison.OrdinalIgnoreCase));
        if (block is null)
            draft.Fail("nanosight.truncated", $"\"{row.Key}\" is listed, but the file ends before such a table.", $"row {row.Number}");
        else if (row.Key.Contains("With Percentiles", StringComparison.Ordinal) && block.PercentileRows < PercentileRows)
            draft.Fail("nanosight.truncated", $"The file ends within the table \"{row.Key}\": {block.Centres.Count} bins and {block.PercentileRows} of {PercentileRows} percentiles are there.", $"row {block.HeaderRow}");
    }

    private static void CheckColumns(FileDraft draft, NanoSightText text)
    {
        foreach (var block in text.Blocks)
        {
            if (!block.Figures.TryGetValue("Filename", out var names))
                continue;
            var data = names.Cells.Take(text.Videos.Count).ToList();
            if (names.Cells.Length < text.Videos.Count)
                draft.Fail("nanosight.column-count", $"{text.Videos.Count} videos were expected, {names.Cells.Length} are in the table.", $"row {names.Number}");
            else if (!data.SequenceEqual(text.Videos))
                draft.Warn("nanosight.names-differ", "The names of the videos above the size data differ from those in the row \"Filename:\"; columns are matched by position.", $"row {names.Number}");
        }
    }

    /// <summary>The bins of a table; null where its centres are not evenly spaced.</summary>
    public static SizeBins? BinsOf(FileDraft draft, NanoSightBlock block)
    {
        var centres = block.Centres;
        if (centres.Count < 2)
        {
            draft.Fail("nanosight.truncated", $"1000 bins were expected, {centres.Count} were found.", $"row {block.HeaderRow}");
            return null;
        }
        var width = centres[1] - centres[0];
        for (var i = 0; i < centres.Count; i++)
        {
            if (Math.Abs(centres[i] - (centres[0] + i * width)) <= 1e-6)
                continue;
            draft.Fail(
                "nanosight.bins-irregular",
                string.Create(CultureInfo.InvariantCulture, $"Bin centres {width} nm apart were expected: {centres[0] + i * width} nm, but {centres[i]} nm was found."),
                $"row {block.HeaderRow + 1 + i}, column 1");
            return null;
        }
        return Standard(draft, block, width);
    }

    private static SizeBins? Standard(FileDraft draft, NanoSightBlock block, double width)
    {
        var (first, count) = (block.Centres[0] - width / 2, block.Centres.Count);
        if (Math.Abs(first) < 1e-9 && Math.Abs(width - 1) < 1e-9 && count == 1000)
            return SizeBins.Nanometres1000;
        if (!(width > 0) || first < -1e-9)
        {
            draft.Fail("nanosight.bins-irregular", "Bin centres that increase from above zero were expected.", $"row {block.HeaderRow + 1}, column 1");
            return null;
        }
        draft.Warn("nanosight.bins", string.Create(CultureInfo.InvariantCulture, $"1000 bins of 1 nm from 0.5 nm were expected; {count} bins of {width} nm from {block.Centres[0]} nm were read."), $"row {block.HeaderRow}");
        return SizeBins.Linear(Math.Max(0, first), width, count);
    }
}
