using SkiaSharp;

namespace LabQc.Charts.Drawing;

/// <summary>
/// Colour says what a mark is, never which series came first. The light values are those that the pages' style sheet knows
/// by value and answers with its own, so no value stands for two things.
/// </summary>
internal sealed record Palette
{
    public static Palette Light { get; } = new()
    {
        Paper = Hex(0xFCFCFA),
        Ink = Hex(0x15202B),
        Muted = Hex(0x5A666E),
        Axis = Hex(0x15202B),
        Grid = Hex(0xDADFDD),
        Data = Hex(0x0B5C73),
        PaleData = Hex(0x8DB6C2),
        Reference = Hex(0x7B868D),
        Excluded = Hex(0xC2480F),
        Beyond = Hex(0xA3122B),
        Trend = Hex(0x8A5E06),
        TrendTint = Hex(0xF3E2BC),
        Good = Hex(0x1A6B45),
        Note = Hex(0x55616A),
        Zone1 = Hex(0xF1F4F4),
        Zone2 = Hex(0xE5EBEC),
        Zone3 = Hex(0xD6DFE1),
        Band = Hex(0xE4EEF0),
        Hatch = Hex(0xC9D0CF),
    };

    public static Palette Dark { get; } = new()
    {
        Paper = Hex(0x11171B),
        Ink = Hex(0xE4EAED),
        Muted = Hex(0x95A3AC),
        Axis = Hex(0xE4EAED),
        Grid = Hex(0x2B363C),
        Data = Hex(0x6CC3DB),
        PaleData = Hex(0x35707F),
        Reference = Hex(0x83919A),
        Excluded = Hex(0xF2945A),
        Beyond = Hex(0xF28177),
        Trend = Hex(0xE9BC62),
        TrendTint = Hex(0x46381A),
        Good = Hex(0x8ADFC0),
        Note = Hex(0xA3AFB7),
        Zone1 = Hex(0x182025),
        Zone2 = Hex(0x202A31),
        Zone3 = Hex(0x2B3840),
        Band = Hex(0x18292F),
        Hatch = Hex(0x38444B),
    };

    /// <summary>The ground, and the rectangle under a label.</summary>
    public required SKColor Paper { get; init; }

    /// <summary>Measured points, text, specification limits.</summary>
    public required SKColor Ink { get; init; }

    /// <summary>Secondary text, phase changes.</summary>
    public required SKColor Muted { get; init; }

    /// <summary>The line of an axis; its ticks are muted.</summary>
    public required SKColor Axis { get; init; }

    public required SKColor Grid { get; init; }

    /// <summary>This lot's curve, computed centre and control limits.</summary>
    public required SKColor Data { get; init; }

    /// <summary>Areas and bars of this lot's data.</summary>
    public required SKColor PaleData { get; init; }

    /// <summary>Replicates, lots of the reference set.</summary>
    public required SKColor Reference { get; init; }

    /// <summary>What is shown and not counted.</summary>
    public required SKColor Excluded { get; init; }

    /// <summary>Beyond a limit.</summary>
    public required SKColor Beyond { get; init; }

    /// <summary>Run rules, out of trend.</summary>
    public required SKColor Trend { get; init; }

    /// <summary>An area that stands for a distance.</summary>
    public required SKColor TrendTint { get; init; }

    public required SKColor Good { get; init; }

    /// <summary>Flags of comments.</summary>
    public required SKColor Note { get; init; }

    /// <summary>Within one sigma of the centre.</summary>
    public required SKColor Zone1 { get; init; }

    /// <summary>One to two sigma.</summary>
    public required SKColor Zone2 { get; init; }

    /// <summary>Two to three sigma: furthest from the ground.</summary>
    public required SKColor Zone3 { get; init; }

    /// <summary>The accepted range of diameters.</summary>
    public required SKColor Band { get; init; }

    /// <summary>What the instrument does not see.</summary>
    public required SKColor Hatch { get; init; }

    public static Palette Of(ChartTheme theme) => theme == ChartTheme.Dark ? Dark : Light;

    private static SKColor Hex(uint rgb) => new(0xFF000000 | rgb);
}
