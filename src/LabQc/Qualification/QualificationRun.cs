using System.Globalization;

namespace LabQc.Qualification;

/// <summary>A function of the statistics room as reference cases call it.</summary>
public delegate CaseAnswer CaseFunction(CaseInput input);

/// <summary>One compared key of one case.</summary>
public sealed record CaseComparison
{
    public required string Topic { get; init; }
    public required string Function { get; init; }
    public required string Name { get; init; }
    public required string Key { get; init; }
    public required object? Expected { get; init; }
    public required object? Computed { get; init; }
    /// <summary>|computed - expected| over the larger magnitude; null unless both are numbers.</summary>
    public required double? RelativeError { get; init; }
    public required CaseTolerance Tolerance { get; init; }
    public required bool Passed { get; init; }
    /// <summary>False where no function of that name exists.</summary>
    public bool Supported { get; init; } = true;
    /// <summary>Why nothing was computed: the function's own message.</summary>
    public string? Problem { get; init; }
}

/// <summary>Runs reference cases against the statistics room.</summary>
public static class QualificationRun
{
    /// <summary>
    /// Every compared key of the cases, in their order. A function that throws fails all keys of its case, with the message.
    /// Function names are unique over all topics, so a laboratory's own file may bear any name.
    /// </summary>
    /// <param name="cases">The cases to run.</param>
    /// <param name="functions">The functions by name without the topic.</param>
    public static IReadOnlyList<CaseComparison> Compare(
        IEnumerable<ReferenceCase> cases, IReadOnlyDictionary<string, CaseFunction> functions) =>
        [.. cases.SelectMany(c => Compare(c, functions))];

    /// <summary>Runs sets of cases, several cases at a time; a set that could not be read stays as it is.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="functions">The functions by name without the topic.</param>
    /// <param name="finished">Takes the number of cases that are done, one report at a time.</param>
    public static QualificationResult Run(
        IReadOnlyList<CaseSet> sets, IReadOnlyDictionary<string, CaseFunction> functions, IProgress<int>? finished = null)
    {
        var cases = sets.SelectMany((set, index) => set.Cases.Select(c => (Set: index, Case: c))).ToArray();
        var comparisons = new IReadOnlyList<CaseComparison>[cases.Length];
        var gate = new Lock();
        var done = 0;
        Parallel.For(0, cases.Length, i =>
        {
            comparisons[i] = [.. Compare(cases[i].Case, functions)];
            lock (gate)
                finished?.Report(++done);
        });
        var bySet = cases.Zip(comparisons).ToLookup(c => c.First.Set, c => c.Second);
        return new QualificationResult([.. sets.Select((set, index) => new CaseSetResult(set, [.. bySet[index].SelectMany(c => c)]))]);
    }

    private static IEnumerable<CaseComparison> Compare(ReferenceCase @case, IReadOnlyDictionary<string, CaseFunction> functions)
    {
        IReadOnlyDictionary<string, object?> computed = new Dictionary<string, object?>();
        string? problem = null;
        var supported = functions.TryGetValue(@case.Function, out var function);
        try
        {
            computed = function?.Invoke(@case.Input).Flatten() ?? computed;
        }
#pragma warning disable CA1031 // A case that breaks a function is a failed case with its reason, whatever broke.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            problem = broken.Message;
        }
        return @case.Expected.Select(e => Compare(@case, e.Key, e.Value, computed) with
        {
            Supported = supported,
            Problem = problem,
        }).Concat(Surplus(@case, computed)).Concat(Unanswered(@case, supported, problem));
    }

    /// <summary>What a list holds beyond the expected items fails: a chart that signals too often is as wrong as one that is silent.</summary>
    private static IEnumerable<CaseComparison> Surplus(ReferenceCase @case, IReadOnlyDictionary<string, object?> computed) =>
        from list in @case.ExpectedLists
        from key in computed.Keys
        where key.StartsWith(list.Key + "[", StringComparison.Ordinal)
              && int.Parse(key.AsSpan(list.Key.Length + 1, key.IndexOf(']', list.Key.Length) - list.Key.Length - 1), CultureInfo.InvariantCulture) >= list.Value
        select Compare(@case, key, null, computed) with { Passed = false, Problem = $"the list has {list.Value} items" };

    /// <summary>A case that expects nothing but empty lists has no key of its own to fail where no function answers.</summary>
    private static IEnumerable<CaseComparison> Unanswered(ReferenceCase @case, bool supported, string? problem) =>
        @case.Expected.Count == 0 && (!supported || problem is not null)
            ? [Compare(@case, @case.ExpectedLists.Keys.First(), null, new Dictionary<string, object?>()) with { Supported = supported, Problem = problem }]
            : [];

    private static CaseComparison Compare(
        ReferenceCase @case, string key, object? expected, IReadOnlyDictionary<string, object?> answers)
    {
        var answered = answers.TryGetValue(key, out var computed);
        var tolerance = @case.ToleranceOf(key);
        return new CaseComparison
        {
            Topic = @case.Topic,
            Function = @case.Function,
            Name = @case.Name,
            Key = key,
            Expected = expected,
            Computed = computed,
            RelativeError = expected is double e && computed is double c ? RelativeErrorOf(e, c) : null,
            Tolerance = tolerance,
            Passed = answered && Agrees(expected, computed, tolerance),
        };
    }

    private static bool Agrees(object? expected, object? computed, CaseTolerance tolerance) =>
        expected is double e && computed is double c ? tolerance.Holds(e, c) : Equals(expected, computed);

    private static double? RelativeErrorOf(double expected, double computed)
    {
        if (!double.IsFinite(expected) || !double.IsFinite(computed))
            return null;
        var scale = Math.Max(Math.Abs(expected), Math.Abs(computed));
        return scale == 0 ? 0 : Math.Abs(computed - expected) / scale;
    }
}
