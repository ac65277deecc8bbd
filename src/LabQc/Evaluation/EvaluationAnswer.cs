using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>The verdict on a lot under one version of a specification, and everything that it was made from.</summary>
public sealed record EvaluationAnswer
{
    public required string Lot { get; init; }

    /// <summary>The code of the specification: the product, and a market behind it where it is a market's own.</summary>
    public required string Product { get; init; }

    public required int SpecificationVersion { get; init; }

    public required LotVerdict Verdict { get; init; }

    public required IReadOnlyList<CriterionAnswer> Criteria { get; init; }

    /// <summary>The diameters that the instrument of the reportable measurement sees; null where unknown.</summary>
    public NanometreRange? WorkingRange { get; init; }

    /// <summary>The diameters that the specification speaks about; null where it names none.</summary>
    public NanometreRange? SpecifiedRange { get; init; }

    /// <summary>What the instrument sees of the specified range; null where a range is unknown or it sees nothing.</summary>
    public NanometreRange? VisibleRange { get; init; }

    /// <summary>Mean over the included replicates of the percentage counted below the working range; null where unknown.</summary>
    public double? CountsBelowWorkingRangePercent { get; init; }

    /// <summary>What was left out of the verdict, each with its reason: replicates, failed runs, invalidated measurements.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>
    /// The verdict as it would be with every replicate that a person excluded after a verdict was shown; null where none was.
    /// </summary>
    public EvaluationAnswer? WithoutExclusions { get; init; }

    /// <summary>The verdict in a sentence, with the part of the specified range that was not observed.</summary>
    public string Statement
    {
        get
        {
            var words = Verdict switch
            {
                LotVerdict.Conforms => "Conforms",
                LotVerdict.DoesNotConform => "Does not conform",
                LotVerdict.Incomplete => "Incomplete",
                _ => "Inconclusive",
            };
            if (SpecifiedRange is not { } specified || WorkingRange is not { } working || specified.Without(working) is not { Count: > 0 } blind)
                return words + ".";
            var unseen = $"{string.Join(" and ", blind)} not observed";
            return VisibleRange is { } seen && Verdict == LotVerdict.Conforms ? $"{words} for {seen}; {unseen}." : $"{words}; {unseen}.";
        }
    }
}

/// <summary>Something that was measured and is not in the verdict.</summary>
/// <param name="What">Its name: of a measurement, a file, a replicate, an assay.</param>
/// <param name="Reason">Why it is not in.</param>
public sealed record LeftOut(string What, string Reason);
