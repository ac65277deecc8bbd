using System.Globalization;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>How several measurements of a lot become one value.</summary>
public enum Combination
{
    Mean,
}

/// <summary>How many measurements of a lot there are to be, and how they combine, said before any is made.</summary>
public sealed record MeasurementPlan(int Count, Combination Combine)
{
    /// <summary>One measurement, as long as a specification says nothing else.</summary>
    public static readonly MeasurementPlan One = new(1, Combination.Mean);
}

/// <summary>One version of a product's list of criteria. It is never edited, only superseded.</summary>
public sealed record Specification
{
    /// <summary>The agreement within a dilution series that holds where a specification states none: ±25 % of the median.</summary>
    public static readonly EnteredNumber UsualDilutionAgreement = EnteredNumber.Parse("25");

    public required string Product { get; init; }

    public required int Version { get; init; }

    /// <summary>
    /// The market that it is for, such as <c>US</c>, beside the product's own specification; null for that one, by which lots are
    /// judged unless another is named.
    /// </summary>
    public string? Market { get; init; }

    public string? Title { get; init; }

    /// <summary>Lots isolated on this day or later are judged by it, until a later one is effective.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    public MeasurementPlan Plan { get; init; } = MeasurementPlan.One;

    /// <summary>The least fraction of a specified range that the instrument must see, 0 to 1; null: any.</summary>
    public EnteredNumber? MinimumVisibleFraction { get; init; }

    /// <summary>How far the concentrations of a dilution series may lie from their median, in percent of it.</summary>
    public EnteredNumber DilutionAgreementPercent { get; init; } = UsualDilutionAgreement;

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>
    /// The diameters that the specification speaks about: the range of its first percentage, else the limits of its first diameter
    /// that has both; null where it has neither.
    /// </summary>
    public NanometreRange? SpecifiedRange => RangedCriterion?.SpecifiedRange;

    /// <summary>The criterion that <see cref="SpecifiedRange"/> comes from.</summary>
    public Criterion? RangedCriterion =>
        Criteria.FirstOrDefault(c => c.PercentRange is not null) ?? Criteria.FirstOrDefault(c => c.SpecifiedRange is not null);

    /// <summary>Every range of diameters in which a percentage is asked for, each once.</summary>
    public IReadOnlyList<NanometreRange> PercentRanges =>
        [.. Criteria.Where(c => c.PercentRange is not null).Select(c => c.PercentRange!.Value).Distinct()];

    /// <summary>The product's code, and for a market's own specification the market behind it: <c>MSC-EV</c>, <c>MSC-EV/US</c>.</summary>
    public string Code => CodeOf(Product, Market);

    /// <summary>As <c>MSC-EV@3</c> or <c>MSC-EV/US@1</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Code}@{Version}");

    /// <summary>The code of a product's specification for a market, or of its own.</summary>
    public static string CodeOf(string product, string? market) => market is null ? product : $"{product}/{market}";
}
