namespace LabQc.SampleBatches.Exports;

/// <summary>Laser, camera and detection settings: what must be alike for two measurements to be comparable.</summary>
internal sealed record NanoSightCamera(
    string Laser, int Level, int Shutter, int Gain, int UpperLimit, int DetectionThreshold, int Frames)
{
    public double ShutterMilliseconds => Shutter / 40.0;
}
