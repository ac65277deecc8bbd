using System.Globalization;
using LabQc.Evaluation;
using LabQc.Statistics;
using LabQc.Units;

namespace LabQc.ThirdPartyValidation;

/// <summary>A third party's result beside ours.</summary>
public sealed record ValidationComparison
{
    private const double Confidence = 0.95;

    public required ValidationRecord Record { get; init; }
    /// <summary>Their value in the attribute's unit.</summary>
    public required double Theirs { get; init; }
    /// <summary>Their standard uncertainty, U over k; null where the certificate states none.</summary>
    public double? TheirUncertainty { get; init; }
    /// <summary>Our reportable value; null where there is none.</summary>
    public double? Ours { get; init; }
    /// <summary>Our combined standard uncertainty; null where it is unknown.</summary>
    public double? OurUncertainty { get; init; }

    /// <summary>Ours less theirs, in the attribute's unit.</summary>
    public double? Difference => Ours - Theirs;

    /// <summary>Standard uncertainty of the difference, both in quadrature; null where one is unknown.</summary>
    public double? DifferenceUncertainty =>
        Ours is not null && OurUncertainty is { } ours && TheirUncertainty is { } theirs ? Math.Sqrt(ours * ours + theirs * theirs) : null;

    /// <summary>95 % interval of the difference by the normal distribution.</summary>
    public IReadOnlyList<double>? DifferenceInterval =>
        Difference is { } difference && DifferenceUncertainty is { } u
            ? [difference - StandardNormal.Quantile(0.5 + Confidence / 2) * u, difference + StandardNormal.Quantile(0.5 + Confidence / 2) * u]
            : null;

    /// <summary>
    /// E_n, the difference over its expanded uncertainty with k = 2 on both sides (ISO 13528:2022, 9.7): within ±1 the results agree.
    /// </summary>
    public double? En => Difference is { } difference && DifferenceUncertainty is { } u and > 0 ? difference / (2 * u) : null;

    /// <summary>What the comparison comes to: E_n within ±1 agrees.</summary>
    public Agreement Agreement => En is not { } en ? Agreement.NotJudged : Math.Abs(en) <= 1 ? Agreement.Agrees : Agreement.Discordant;

    public string TheirsText => $"{Record.EnteredText} {Record.Unit}{(Record.ExpandedUncertainty is { } u ? $" ± {u} (k = {Record.CoverageFactor})" : ", no uncertainty stated")}";

    public string OursText => Ours is { } ours ? $"{Shown(ours)} {Record.Unit}{(OurUncertainty is { } u ? $" ± {Shown(2 * u)} (k = 2)" : ", uncertainty unknown")}" : "no value";

    public string DifferenceText => Difference is { } difference
        ? $"{Shown(difference)}{(DifferenceInterval is { } i ? $" ({Shown(i[0])} to {Shown(i[1])})" : "")}"
        : "–";

    /// <summary>What the comparison says, in words.</summary>
    public string Sentence => (Difference, En) switch
    {
        (null, _) => "there is no value of ours to compare with; evaluate the lot first",
        (_, null) => "the difference cannot be judged, because an uncertainty is unknown",
        (_, { } en) when Math.Abs(en) <= 1 => string.Create(CultureInfo.InvariantCulture, $"agrees within the uncertainties (E_n {Signed(en)})"),
        (_, { } en) => string.Create(CultureInfo.InvariantCulture, $"differs by more than the uncertainties explain (E_n {Signed(en)})"),
    };

    /// <summary>Sets a record against a criterion of our evaluation, or against nothing.</summary>
    public static ValidationComparison Of(ValidationRecord record, RecordedCriterion? ours) => new()
    {
        Record = record,
        Theirs = EnteredNumber.Parse(record.EnteredText).AsDouble,
        TheirUncertainty = record.ExpandedUncertainty is { } u ? EnteredNumber.Parse(u).AsDouble / EnteredNumber.Parse(record.CoverageFactor ?? "2").AsDouble : null,
        Ours = ours?.Value,
        OurUncertainty = ours?.Uncertainty,
    };

    private static string Signed(double en) => en.ToString("0.00;−0.00", CultureInfo.InvariantCulture);

    private static string Shown(double value) =>
        Math.Abs(value) >= 1e6 ? (value < 0 ? "−" : "") + NumberText.PowersOfTen(Math.Abs(value)) : value.ToString("0.##", CultureInfo.InvariantCulture);
}
