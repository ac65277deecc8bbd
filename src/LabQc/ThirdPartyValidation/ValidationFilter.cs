using System.Globalization;

namespace LabQc.ThirdPartyValidation;

/// <summary>What a comparison comes to.</summary>
public enum Agreement
{
    /// <summary>The results differ by no more than their uncertainties explain.</summary>
    Agrees,
    /// <summary>They differ by more.</summary>
    Discordant,
    /// <summary>There is no value of ours, or an uncertainty is unknown.</summary>
    NotJudged,
}

/// <summary>Which third parties' results a list shows; what is null does not matter.</summary>
public sealed record ValidationFilter
{
    /// <summary>Part of the lot number, in any case.</summary>
    public string? Lot { get; init; }
    public string? Attribute { get; init; }
    public string? Laboratory { get; init; }
    public Agreement? Agreement { get; init; }

    /// <summary>Whether every result is shown.</summary>
    public bool IsOpen => this == new ValidationFilter();
}

/// <summary>A place in the list: a lot and the number of a result in it.</summary>
public sealed record ValidationPlace(string Lot, long Ordinal)
{
    /// <summary>As <c>2~EXO-1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ordinal}~{Lot}");

    /// <summary>Reads a place, or null where the text is none.</summary>
    public static ValidationPlace? Parse(string? text) =>
        text?.Split('~', 2) is [var ordinal, { Length: > 0 } lot] && long.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ValidationPlace(lot, number)
            : null;
}

/// <summary>Some neighbouring results, by lot.</summary>
public sealed record ValidationPage(IReadOnlyList<ValidationComparison> Comparisons, bool HasBefore, bool HasAfter)
{
    /// <summary>How many results a page shows.</summary>
    public const int Size = 50;
}
