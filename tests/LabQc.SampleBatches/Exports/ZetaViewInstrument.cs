namespace LabQc.SampleBatches.Exports;

/// <summary>A ZetaView and the program it runs. The concentration per particle seen is a constant of the optics.</summary>
internal sealed record ZetaViewInstrument(
    string SerialNumber, string CellNumber, string Software, double ConcentrationPerParticle, char DecimalMark)
{
    public bool Is806 => Software.StartsWith("8.06", StringComparison.Ordinal);

    /// <summary>8.05 ends its lines as Windows does, 8.06 with LF alone.</summary>
    public string LineEnd => Is806 ? "\n" : "\r\n";
}
