using System.Globalization;

namespace LabQc.SampleBatches.Exports;

/// <summary>What a person types or sets for a NanoSight experiment, and its videos.</summary>
internal sealed record NanoSightExperiment
{
    public required string Name { get; init; }

    public required string Sample { get; init; }

    public required string Operator { get; init; }

    public required DateTime CapturedAt { get; init; }

    public string Diluent { get; init; } = "PBS";

    public string Remarks { get; init; } = "";

    /// <summary>The dilution that the file states and has applied; null prints "Not recorded".</summary>
    public double? RecordedDilution { get; init; }

    public required NanoSightCamera Camera { get; init; }

    public required IReadOnlyList<NanoSightVideo> Videos { get; init; }

    /// <summary>Prints this as the last percentile of the first video: a track above 1000 nm has no bin, but a percentile.</summary>
    public double? LargestTrack { get; init; }

    public string TimeCaptured => CapturedAt.ToString("HH:mm:ss  dd/MM/yyyy", CultureInfo.InvariantCulture);

    public string VideoName(int video) => Name + "_" + video.ToString("D2", CultureInfo.InvariantCulture);

    /// <summary>Arithmetic mean over all videos, the empty ones included.</summary>
    public double Average(Func<NanoSightVideo, double> statistic) => Videos.Average(statistic);

    /// <summary>SD (n - 1) over the square root of n, over all videos.</summary>
    public double StandardError(Func<NanoSightVideo, double> statistic)
    {
        var mean = Average(statistic);
        var squares = Videos.Sum(video => (statistic(video) - mean) * (statistic(video) - mean));
        return Videos.Count < 2 ? 0 : Math.Sqrt(squares / (Videos.Count - 1) / Videos.Count);
    }
}
