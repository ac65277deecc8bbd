namespace LabQc.Qualification;

/// <summary>What a set of cases came to.</summary>
/// <param name="Set">The cases.</param>
/// <param name="Comparisons">Every compared key, in the order of the cases.</param>
public sealed record CaseSetResult(CaseSet Set, IReadOnlyList<CaseComparison> Comparisons);

/// <summary>What a qualification came to. The counts count compared keys.</summary>
/// <param name="Sets">What each set came to, in their order.</param>
public sealed record QualificationResult(IReadOnlyList<CaseSetResult> Sets)
{
    /// <summary>Every compared key of every set.</summary>
    public IEnumerable<CaseComparison> Comparisons => Sets.SelectMany(s => s.Comparisons);

    /// <summary>Keys whose value agrees within its tolerance.</summary>
    public int Passed => Comparisons.Count(c => c.Passed);

    /// <summary>Keys whose value does not agree, or that the function does not answer.</summary>
    public int Failed => Comparisons.Count(c => c is { Passed: false, Supported: true });

    /// <summary>Keys of cases whose function does not exist.</summary>
    public int Unsupported => Comparisons.Count(c => !c.Supported);

    /// <summary>Files that could not be read.</summary>
    public IEnumerable<CaseSet> Broken => Sets.Select(s => s.Set).Where(s => s.Problem is not null);

    /// <summary>Whether every file was read, and every key agrees.</summary>
    public bool Ok => Failed == 0 && Unsupported == 0 && !Broken.Any() && Passed > 0;
}
