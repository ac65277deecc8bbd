using LabQc.SampleBatches.Exports;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Lots;

/// <summary>One lot as the campaign planned it: what its product is really like, before any instrument looks at it.</summary>
internal sealed record LotPlan
{
    public required Group Group { get; init; }

    /// <summary>Position in the group by isolation date; the first is 1.</summary>
    public required int Position { get; init; }

    public required string Lot { get; init; }

    public required DateOnly IsolatedOn { get; init; }

    public required Planted Planted { get; init; }

    public required SizeCurve Sizes { get; init; }

    public required double Concentration { get; init; }

    public required double ParticlesPerMicrogram { get; init; }

    /// <summary>µg/mL, so that particles per µg are what was planned.</summary>
    public double Protein => Concentration / ParticlesPerMicrogram;

    public DateOnly MeasuredOn => WorkingDay(IsolatedOn.AddDays(1));

    /// <summary>Random numbers of this lot for one purpose.</summary>
    public Deviates Stream(string purpose) => new(Campaign.Seed, $"{Lot} {purpose}");

    /// <summary>The day itself, or the Monday after a weekend.</summary>
    public static DateOnly WorkingDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
