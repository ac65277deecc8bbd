using System.Globalization;
using LabQc.SampleBatches.Exports;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Lots;

/// <summary>Two years of a laboratory: 96 lots in six groups.</summary>
internal static class Campaign
{
    /// <summary>
    /// One of the first hundred seeds tried, taken because chance behaves in it as it does on average: the 24 steady lots
    /// spread as planned, and one of them is out of trend by chance alone (0.7 are expected).
    /// </summary>
    public const ulong Seed = 41;

    public static IReadOnlyList<Group> Groups { get; } =
    [
        new Group
        {
            Code = "MSC-UC", Product = "MSC-EV", IsolationMethod = "ultracentrifugation", Instrument = "NTA-1", Lots = 36,
            First = new(2024, 11, 5), Last = new(2026, 10, 20), Median = 95, MedianSd = 2.72, GeometricSd = 1.36, LargeShare = 0.001,
            Concentration = 1.6e11, ParticlesPerMicrogram = 1.1e10, Dilution = 500,
            Planted = FirstGroup(),
        },
        new Group
        {
            Code = "MSC-SEC", Product = "MSC-EV", IsolationMethod = "size-exclusion", Instrument = "NTA-1", Lots = 22,
            First = new(2024, 11, 13), Last = new(2026, 10, 7), Median = 90, MedianSd = 2.6, GeometricSd = 1.34, LargeShare = 0.002,
            Concentration = 4e10, ParticlesPerMicrogram = 2.4e10, Dilution = 150,
            Planted = new Dictionary<int, Planted>
            {
                [4] = Planted.EmptyVideo, [6] = Planted.DilutionSeriesAgrees, [8] = Planted.SampleNameOfAnotherLot,
                [10] = Planted.PercentInconclusive, [12] = Planted.BlankBeside, [14] = Planted.DilutionSeriesDisagrees,
                [16] = Planted.TwoMeasurementsNoPlan, [18] = Planted.DilutionInTheName, [20] = Planted.EndotoxinNotDetected,
            },
        },
        new Group
        {
            Code = "PLT-PEG", Product = "PLT-EV", IsolationMethod = "precipitation", Instrument = "ZV-1", Lots = 14,
            First = new(2024, 11, 27), Last = new(2026, 9, 16), Median = 105, MedianSd = 2.5, GeometricSd = 1.37, LargeShare = 0.008,
            Concentration = 6e11, ParticlesPerMicrogram = 4e9, Dilution = 20000,
            Planted = new Dictionary<int, Planted>
            {
                [3] = Planted.ZetaProfileBeside, [5] = Planted.FailedRun, [7] = Planted.FluorescenceBeside, [9] = Planted.PurityTooLow,
                [11] = Planted.DlsSizeBeside, [13] = Planted.DilutionRepeatedInManifest,
            },
        },
        new Group
        {
            Code = "HEK-UC", Product = "HEK-EV", IsolationMethod = "ultracentrifugation", Instrument = "NTA-2", Lots = 12,
            First = new(2024, 12, 3), Last = new(2026, 9, 29), Median = 102, MedianSd = 2.8, GeometricSd = 1.34, LargeShare = 0.004,
            Concentration = 2.2e11, ParticlesPerMicrogram = 9e9, Dilution = 800,
            Planted = new Dictionary<int, Planted>
            {
                [2] = Planted.ResavedBySpreadsheet, [3] = Planted.EndotoxinOfTheOldLimit, [4] = Planted.UnknownDilution, [6] = Planted.TooFewTracks,
                [8] = Planted.EndotoxinTooHigh, [10] = Planted.DlsSizeInUtf16, [11] = Planted.DlsZetaBeside, [12] = Planted.EndotoxinBelowItsLimit,
            },
        },
        new Group
        {
            Code = "PLT-SEC", Product = "PLT-EV", IsolationMethod = "size-exclusion", Instrument = "ZV-2", Lots = 6,
            First = new(2025, 10, 15), Last = new(2026, 8, 26), Median = 97, MedianSd = 2.5, GeometricSd = 1.36, LargeShare = 0.003,
            Concentration = 3e10, ParticlesPerMicrogram = 1.8e10, Dilution = 1000,
            Planted = new Dictionary<int, Planted> { [2] = Planted.DecimalComma, [5] = Planted.DecimalComma },
        },
        new Group
        {
            Code = "IPS-PEG", Product = "IPS-EV", IsolationMethod = "precipitation", Instrument = "NTA-1", Lots = 6,
            First = new(2026, 1, 21), Last = new(2026, 10, 14), Median = 99, MedianSd = 2.6, GeometricSd = 1.35, LargeShare = 0.006,
            Concentration = 5e11, ParticlesPerMicrogram = 5.5e9, Dilution = 2000,
            Planted = new Dictionary<int, Planted>
            {
                [2] = Planted.ThreeWeightings, [4] = Planted.PercentTooLow, [5] = Planted.TrackAboveTheTable,
            },
        },
    ];

    /// <summary>All lots, group by group, each in isolation order.</summary>
    public static IReadOnlyList<LotPlan> Lots { get; } = [.. Groups.SelectMany(LotsOf)];

    private static Dictionary<int, Planted> FirstGroup()
    {
        var planted = Enumerable.Range(25, 10).ToDictionary(position => position, _ => Planted.Drift);
        planted[35] = Planted.CoarseInPercent;
        planted[36] = Planted.CoarseInMedian;
        return planted;
    }

    private static IEnumerable<LotPlan> LotsOf(Group group)
    {
        var dates = Enumerable.Range(0, group.Lots).Select(index => DateOf(group, index)).ToArray();
        for (var index = 0; index < group.Lots; index++)
        {
            var date = dates[index];
            var inMonth = dates.Take(index).Count(earlier => earlier.Year == date.Year && earlier.Month == date.Month);
            var lot = $"{group.Code}-{date.ToString("yyMM", CultureInfo.InvariantCulture)}{(char)('A' + inMonth)}";
            yield return LotOf(group, index + 1, lot, date);
        }
    }

    /// <summary>Evenly spaced, a day or two off, never on a weekend.</summary>
    private static DateOnly DateOf(Group group, int index)
    {
        var span = group.Last.DayNumber - group.First.DayNumber;
        var deviates = new Deviates(Seed, $"{group.Code} day {index}");
        var day = group.First.AddDays(span * index / (group.Lots - 1) + (index == 0 ? 0 : deviates.Whole(-2, 1)));
        return LotPlan.WorkingDay(day);
    }

    private static LotPlan LotOf(Group group, int position, string lot, DateOnly date)
    {
        var deviates = new Deviates(Seed, $"{lot} product");
        var planted = group.Planted.GetValueOrDefault(position);
        double size = deviates.Normal(), width = deviates.Normal(), count = deviates.Normal(), purity = deviates.Normal();
        var sizes = new SizeCurve(
            PlantedSize.Median(group, position, planted, size),
            ExactMath.Exp(ExactMath.Log(group.GeometricSd) * (1 + 0.022 * width)),
            group.LargeShare,
            Bumpiness: 0.16);
        return new LotPlan
        {
            Group = group,
            Position = position,
            Lot = lot,
            IsolatedOn = date,
            Planted = planted,
            Sizes = sizes,
            Concentration = group.Concentration * ExactMath.PowerOfTen(0.10 * count),
            ParticlesPerMicrogram = planted == Planted.PurityTooLow
                ? 7.5e8
                : group.ParticlesPerMicrogram * ExactMath.PowerOfTen(0.07 * (0.45 * count + 0.89 * purity)),
        };
    }
}
