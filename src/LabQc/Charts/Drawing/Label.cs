using SkiaSharp;

namespace LabQc.Charts.Drawing;

/// <summary>A line of text on the sheet, with the box that it takes.</summary>
/// <param name="Text">As written, with Unicode superscripts and thin spaces.</param>
/// <param name="X">Left end, in pixels.</param>
/// <param name="Baseline">Height of the base line.</param>
/// <param name="Style">Size, weight and colour.</param>
/// <param name="Box">What no other label may touch: from the top of the capitals to the foot of a g.</param>
internal sealed record Label(string Text, double X, double Baseline, TextStyle Style, Box Box);

/// <summary>Size in pixels, weight and colour of a text.</summary>
internal sealed record TextStyle(double Size, bool Bold, SKColor Colour);

/// <summary>Which end of a text its x names.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
