namespace LabQc.SampleBatches.Exports;

/// <summary>The part of a ZetaView header that a laboratory does not change from run to run. Decimal points; the caller puts in another mark.</summary>
internal static class ZetaViewFixedLines
{
    public static IEnumerable<string> ImageEvaluation(bool is806)
    {
        foreach (var line in (string[])["Image Evaluation:", "Minimum Brightness:\t30", "Minimum Area:\t10", "Maximum Area:\t1000",
            "Maximum Brightness:\t255", "Tracking Radius2:\t100", "Minimum Tracelength:\t15", "Begin New Traces:\t1", "PSD log Correction:\t0"])
        {
            yield return line;
        }
        if (is806)
        {
            foreach (var line in (string[])["Multi-Threshold:\t0", "MultipleAcquisition:\t0", "NumberOfExperiments:\t1", "DelayTime:\t0.000000"])
                yield return line;
        }
        yield return "Camera:\tFpSec 30 #Cycles 1 FRate 30.000000";
        if (is806)
            yield return "Sensitivity:\t80.000000";
        var micro = is806 ? "µs" : "mus";
        foreach (var line in (string[])["Gain:\t28.800000", "Offset:\t0.000000", "Shutter:\t100.000000", "Brightness:\tNaN", "Gamma:\tNaN",
            "Auto Exposure:\tNaN", "Camera Trigger Mode:\tCamera Frequency", $"Camera Trigger Duration {micro}:\tShutter Duration",
            $"Camera Trigger Delay {micro}:\t0"])
        {
            yield return line;
        }
    }

    public static IEnumerable<string> Cell(bool is806)
    {
        var position = is806 ? "0.099993" : "0.100001";
        if (is806)
        {
            foreach (var line in (string[])["LowBleach:\t0", "LowBleachVolume:\t0.000000", "DoseSubVolume:\t0", "SubVolumePump:\t0"])
                yield return line;
        }
        foreach (var line in (string[])[$"Position:\t{position}", $"actual Microscope:\t-271604\t(Pos\t{position})", "actual Laser:\t-209118",
            "Position0 Microscope:\t-278973", "Position0 Laser:\t-218984", "Position1 Microscope:\t-205368", "Position1 Laser:\t-120321",
            "Cell Thickness (Microscope Steps):\t-73605", "Cell Thickness (Laser Steps):\t-98663",
            "SL1 (Stationary Layer 1):\t0.149500", "SL2 (Stationary Layer 2):\t0.850500", "Cell parameter:", "Cell#:\tZNTA",
            "Micrometer per Pixel:\t0.713000", "Reference Electrode Distance:\t5.150000", "Voltage:\t0.000000",
            is806 ? "Polarity:\tNaN" : "Polarity:\t0"])
        {
            yield return line;
        }
        if (is806)
            yield return "OscillatorFrames:\tNaN";
        yield return "Reference Voltage:\t0.000000";
        yield return "Microscope Magnification:\tx10";
        yield return "ZP Factor:\t12.651552 (Smoluchowski)";
    }
}
