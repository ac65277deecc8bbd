namespace LabQc.Instruments;

/// <summary>Recognises ZetaView's zeta potential profiles: kept with the measurement, no size in them.</summary>
internal static class ZetaProfileReader
{
    public const string Name = "zetaview-zeta-profile 1";

    public static InstrumentFile Read(ReadOnlySpan<byte> bytes, string fileName)
    {
        var draft = new FileDraft(fileName, InstrumentFormats.ZetaViewZetaProfile, Name);
        string? sample = null, software = null, potential = null;
        var lines = new DelimitedLines(bytes);
        while (lines.TryRead(out var line))
        {
            var cells = DelimitedCells.Texts(line, (byte)'\t');
            if (cells.Length < 2)
                continue;
            if (cells[0] == "Sample:")
                sample ??= cells[1];
            else if (cells[0] == "Software:")
                software ??= cells[1];
            else if (cells[0].StartsWith("Zeta Potential", StringComparison.Ordinal))
                potential ??= cells[1];
        }
        draft.Info("zetaview.zeta-profile", $"A zeta potential profile{(potential is null ? "" : $" ({potential} mV)")}: kept, no size measurement.");
        return draft.Finish(FileStatus.Companion) with { Sample = sample, Software = software };
    }
}
