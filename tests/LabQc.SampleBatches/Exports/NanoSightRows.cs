using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Exports;

/// <summary>The rows that both versions of the NTA program write with the same words; only numbers and commas differ.</summary>
internal static class NanoSightRows
{
    public static IEnumerable<(string Key, Func<NanoSightVideo, string> Value)> Conditions(NanoSightCamera camera, Func<double, int, string> number) =>
    [
        ("Temperature/C", video => number(video.Temperature, 3)),
        ("Viscosity/cP", video => number(video.Viscosity, 6)),
        ("Camera Type", _ => "sCMOS"),
        ("Laser Type", _ => camera.Laser),
        ("Camera Level", _ => Notation.Whole(camera.Level)),
        ("Slider Shutter", _ => Notation.Whole(camera.Shutter)),
        ("Slider Gain", _ => Notation.Whole(camera.Gain)),
        ("Shutter/ms", _ => number(camera.ShutterMilliseconds, 6)),
        ("Camera Histogram Upper Limit", _ => Notation.Whole(camera.UpperLimit)),
        ("Camera Histogram Lower Limit", _ => "0"),
        ("Frame rate/fps", _ => number(24.9825, 6)),
        ("Syringe Pump Speed/AU", _ => "50"),
    ];

    public static IEnumerable<(string Key, Func<NanoSightVideo, string> Value)> Settings(NanoSightCamera camera, Func<double, int, string> number) =>
    [
        ("Detection Threshold", _ => Notation.Whole(camera.DetectionThreshold)),
        ("Max Jump Mode", _ => "Auto"),
        ("Max Jump Distance", video => number(video.MaxJump, 4)),
        ("Blur", _ => "Auto"),
        ("Min Track Length", _ => "Auto"),
        ("First frame", _ => "0"),
        ("Total frames analysed", video => Notation.Whole(video.Frames)),
    ];

    public static IEnumerable<(string Key, Func<NanoSightVideo, string> Value)> ConcentrationWarnings { get; } =
    [
        ("Validity of concentration measurement", video => IsDoubtful(video) ? "Unreliable" : "OK"),
        ("Completed Tracks", TrackWarning),
        ("Particles per frame", video => video.ParticlesPerFrame < 10 ? "Too Low" : "OK"),
        ("Noise level", _ => "No"),
        ("Brightness", video => video.IsEmpty ? "Too dim" : "OK"),
        ("Detection Threshold", _ => "OK"),
        ("Camera Histogram Lower Limit", _ => "OK"),
    ];

    public static IEnumerable<(string Key, Func<NanoSightVideo, string> Value)> Information { get; } =
    [
        ("Completed Tracks", TrackWarning),
        ("Concentration", video => video.ParticlesPerFrame switch { < 2 => "Very low concentration", < 10 => "Low", _ => "OK" }),
        ("Video length", video => video.IsEmpty ? "Short video" : "OK"),
        ("Noise level", _ => "No"),
        ("Vibration detected", _ => "No"),
        ("Vibration correction applied", _ => "No"),
        ("Settings changed?", _ => "No"),
    ];

    /// <summary>The statistics of one weighting's curve, its percentiles shifted by the program's offset.</summary>
    public static IReadOnlyList<(string Key, Func<BinStatistics, double> Value)> Statistics(double offset) =>
    [
        ("Mean", curve => curve.Mean),
        ("Mode", curve => curve.ParabolicMode),
        ("SD", curve => curve.StandardDeviation),
        ("D10", curve => Percentile(curve, 10, offset)),
        ("D50", curve => Percentile(curve, 50, offset)),
        ("D90", curve => Percentile(curve, 90, offset)),
    ];

    public static double Percentile(BinStatistics curve, int percent, double offset) =>
        curve.IsEmpty ? 0 : curve.Quantile(percent / 100.0) + offset;

    private static bool IsDoubtful(NanoSightVideo video) => video.ParticlesPerFrame < 10 || video.CompletedTracks < 200;

    private static string TrackWarning(NanoSightVideo video) => video.CompletedTracks switch
    {
        0 => "No Data",
        < 100 => "<100",
        < 200 => "<200",
        _ => "OK",
    };
}
