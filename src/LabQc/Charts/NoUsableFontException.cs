using LabQc.Units;

namespace LabQc.Charts;

/// <summary>No font with which a chart could be drawn; the message names the Debian packages that bring one.</summary>
public sealed class NoUsableFontException(string reason)
    : RefusalException($"{reason} Charts need a font: install the Debian package fonts-liberation or fonts-dejavu-core.");
