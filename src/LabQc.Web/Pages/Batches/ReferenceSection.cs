using System.Text.RegularExpressions;
using LabQc.Charts;
using LabQc.Consistency;
using LabQc.Methods;
using LabQc.Reports;
using LabQc.Web.Parts;

namespace LabQc.Web.Pages.Batches;

/// <summary>One attribute beside those of the reference set.</summary>
internal sealed record TrendLine
{
    public required string Name { get; init; }
    public required string Value { get; init; }
    public required string Unit { get; init; }
    public required string Z { get; init; }
    public required string Prediction { get; init; }
    /// <summary>The rules that the lot completes and the charts that signal, in words; empty where none.</summary>
    public required string Signals { get; init; }
    /// <summary>The first of the signals, and how many more there are.</summary>
    public required string Signal { get; init; }
    public required bool IsCharted { get; init; }
    /// <summary>Whether a rule that counts was completed.</summary>
    public required bool IsOut { get; init; }
    /// <summary>The strip of the last lots; null where it is not drawn.</summary>
    public MiniControlChart? Strip { get; init; }
    public required string Address { get; init; }
}

/// <summary>The lot against its reference set.</summary>
internal sealed partial record ReferenceSection
{
    private static readonly string[] Drawn =
        [AttributeCatalogue.SizeD50, AttributeCatalogue.SizePercentInRange, AttributeCatalogue.ParticlesPerMl, AttributeCatalogue.ParticlesPerUgProtein];

    /// <summary>What the comparison rests on, as a line under the title.</summary>
    public required string Basis { get; init; }
    /// <summary>ok, warn or none.</summary>
    public required string Tone { get; init; }
    public required string Verdict { get; init; }
    public required string Detail { get; init; }
    public IReadOnlyList<string> Reasons { get; init; } = [];
    public IReadOnlyList<TrendLine> Lines { get; init; } = [];
    public EnvelopeChart? Envelope { get; init; }
    public string Distance { get; init; } = "";
    public string Together { get; init; } = "";
    public IReadOnlyList<(string Name, string Drop)> Contributions { get; init; } = [];
    public IReadOnlyList<LeftOutLot> LeftOut { get; init; } = [];
    public string Historical { get; init; } = "";
    public string? SetAddress { get; init; }
    public string ChartsAddress { get; init; } = "/charts";

    /// <summary>The section of a lot.</summary>
    public static ReferenceSection Of(LotReading reading) =>
        reading.Neighbours is { } neighbours ? Compared(reading, neighbours) : new ReferenceSection
        {
            Basis = "nothing to compare yet",
            Tone = "none",
            Verdict = "Not judged.",
            Detail = reading.NotCompared,
        };

    private static ReferenceSection Compared(LotReading reading, LotNeighbours neighbours)
    {
        var answer = neighbours.Answer;
        var charts = $"/charts?product={Uri.EscapeDataString(neighbours.Judged.Product)}&method={Uri.EscapeDataString(neighbours.Judged.IsolationMethod)}&setup={Uri.EscapeDataString(neighbours.Judged.SetUp)}";
        return new ReferenceSection
        {
            Basis = BasisOf(neighbours),
            Tone = answer.Verdict switch { ConsistencyVerdict.InTrend => "ok", ConsistencyVerdict.OutOfTrend => "warn", _ => "none" },
            Verdict = Words(reading, answer),
            Detail = DetailOf(answer),
            Reasons = answer.Reasons,
            Lines = [.. answer.Attributes.Select(a => Line(reading, neighbours, a, charts))],
            Envelope = answer.Status == ConsistencyStatus.Insufficient ? null : LotEnvelopeChart.Of(neighbours),
            Distance = DistanceOf(answer.Distribution),
            Together = TogetherOf(answer.Hotelling),
            Contributions = [.. answer.Hotelling.Contributions.Select((c, i) => (AttributeNames.Of(answer.Hotelling.Attributes[i]), Figures.Of(c, 1)))],
            LeftOut = answer.LeftOut,
            Historical = answer.HistoricalLots.Count == 0 ? "" : $"{HistoricalLot.Mark}: {string.Join(", ", answer.HistoricalLots)}",
            SetAddress = neighbours.Set.IsFrozen ? $"/reference-sets/{Uri.EscapeDataString(neighbours.Set.Name)}/{neighbours.Set.Version}" : null,
            ChartsAddress = charts,
        };
    }

    private static string BasisOf(LotNeighbours neighbours)
    {
        var (set, n) = (neighbours.Set, neighbours.Others.Count);
        var lots = $"{n} other {(n == 1 ? "lot" : "lots")}, same product, method and set-up";
        return set.IsFrozen ? $"{set.Name}, version {set.Version}, frozen {set.FrozenAt[..10]} by {set.FrozenBy}: {lots}" : $"no set is frozen, so the first comparable lots: {lots}";
    }

    private static string Words(LotReading reading, ConsistencyAnswer answer) => answer.Verdict switch
    {
        ConsistencyVerdict.InTrend => "In trend.",
        ConsistencyVerdict.OutOfTrend when reading.Answer?.Verdict == "conforms" => "Out of trend, within specification.",
        ConsistencyVerdict.OutOfTrend => "Out of trend.",
        _ => $"{answer.ReferenceSet.Lots.Count} comparable {(answer.ReferenceSet.Lots.Count == 1 ? "lot" : "lots")}: too few for limits.",
    };

    private static string DetailOf(ConsistencyAnswer answer) => answer.Status switch
    {
        ConsistencyStatus.Insufficient => $"Limits are drawn from {LotConsistency.LeastForLimits} comparable lots on, and are provisional until a set of {LotConsistency.LeastForSufficient} is frozen. Until then the values stand in a table.",
        ConsistencyStatus.Provisional => $"{Sentence(answer)} The limits are provisional until a set of {LotConsistency.LeastForSufficient} lots is frozen.",
        _ => Sentence(answer),
    };

    private static string Sentence(ConsistencyAnswer answer) => answer.Reasons.Count > 0
        ? string.Join("; ", answer.Reasons.Select(Named)) + "."
        : answer.AverageRunLength is { } length ? $"No rule that counts signals; on one attribute they signal falsely once in {Figures.Count(length)} lots on average." : "No rule that counts signals.";

    // Reasons name attributes by their codes, which pages call by their names.
    private static string Named(string reason) => AttributeCode().Replace(reason, code => AttributeNames.Of(code.Value));

    [GeneratedRegex("\\b[a-z]+\\.[a-z][a-z0-9_]+")]
    private static partial Regex AttributeCode();

    private static TrendLine Line(LotReading reading, LotNeighbours neighbours, AttributeComparison comparison, string charts)
    {
        var attribute = reading.Catalogue.Find(comparison.Attribute)!;
        return new TrendLine
        {
            Name = AttributeNames.Of(comparison.Attribute),
            Value = comparison.Value is { } value ? Figures.Of(attribute, value) : Figures.None,
            Unit = comparison.Value is null ? "" : NumberView.Unit(comparison.Unit),
            Z = Figures.Signed(comparison.Z, 1),
            Prediction = comparison.PredictionInterval is { } p ? $"{Figures.Of(attribute, p.Lower)} to {Figures.Of(attribute, p.Upper)}" : Figures.None,
            Signals = string.Join(", ", SignalsOf(comparison)),
            Signal = SignalsOf(comparison) is [var first, .. var more] ? first + (more.Length > 0 ? $", and {more.Length} more" : "") : "",
            IsCharted = comparison.IsCharted,
            IsOut = comparison.IsCharted && comparison.RuleViolations.Any(r => r is "N1" or "N2"),
            Strip = Drawn.Contains(comparison.Attribute) ? LotControlStrip.Of(neighbours, attribute) : null,
            Address = $"{charts}&attribute={Uri.EscapeDataString(comparison.Attribute)}",
        };
    }

    private static string[] SignalsOf(AttributeComparison comparison) =>
    [
        .. comparison.RuleViolations.Select(RuleWords.Of),
        .. comparison.EwmaSignal == true ? ["EWMA signals"] : Array.Empty<string>(),
        .. comparison.CusumSignal == true ? ["CUSUM signals"] : Array.Empty<string>(),
        .. comparison.OutsidePrediction == true ? ["outside the 95 % prediction interval"] : Array.Empty<string>(),
    ];

    private static string DistanceOf(DistributionComparison answer) => answer.DistanceNm is not { } distance
        ? $"Whole distribution: not compared{(answer.Reason is { } why ? $", {why}" : "")}."
        : $"The curve as a whole lies {Figures.Of(distance, 1)} nm from the set's mean distribution"
            + (answer.LimitNm is { } limit ? $"; the limit is {Figures.Of(limit, 1)} nm." : "; a limit needs 20 other lots.")
            + (answer.RankP is { } rank ? $" {Figures.Of(100 * rank, 0)} % of the lots lie at least as far away." : "");

    private static string TogetherOf(HotellingComparison answer) => answer.TSquared is { } t2
        ? $"T² of {string.Join(", ", answer.Attributes.Select(a => AttributeNames.Of(a)))} together is {Figures.Of(t2, 1)}; the limit is {Figures.Of(answer.Limit ?? double.NaN, 1)}."
        : $"T² of several attributes together: {answer.Reason ?? "not computed"}.";
}
