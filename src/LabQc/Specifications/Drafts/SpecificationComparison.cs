using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>What became of a criterion from one version of a specification to the next.</summary>
public enum CriterionChangeKind
{
    Same,
    Changed,
    Added,
    Removed,
}

/// <summary>One field that differs.</summary>
/// <param name="Field">The field, in words.</param>
/// <param name="Before">What it said; empty where nothing.</param>
/// <param name="After">What it says now; empty where nothing.</param>
public sealed record SpecificationFieldChange(string Field, string Before, string After);

/// <summary>A criterion in both versions, or in one.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">As it was; null where it is new.</param>
/// <param name="After">As it is; null where it was removed.</param>
/// <param name="Fields">What differs; of a new or removed criterion, all that it says.</param>
public sealed record CriterionChange(CriterionChangeKind Kind, Criterion? Before, Criterion? After, IReadOnlyList<SpecificationFieldChange> Fields)
{
    /// <summary>The attribute's code.</summary>
    public string Attribute => (After ?? Before)!.Attribute.Code;
}

/// <summary>Two specifications beside each other: what was added, removed and changed.</summary>
public sealed record SpecificationComparison
{
    /// <summary>Title, plan of measurements, demands on the whole, effective date.</summary>
    public required IReadOnlyList<SpecificationFieldChange> Fields { get; init; }

    /// <summary>The criteria in the order of the later version, removed ones last; same ones too.</summary>
    public required IReadOnlyList<CriterionChange> Criteria { get; init; }

    /// <summary>Whether nothing differs.</summary>
    public bool AreAlike => Fields.Count == 0 && Criteria.All(c => c.Kind == CriterionChangeKind.Same);

    /// <summary>Compares two versions; without an earlier one everything is new.</summary>
    /// <remarks>
    /// A criterion is found again by attribute, method and range; a lone one of its attribute on both sides also where method or
    /// range changed.
    /// </remarks>
    public static SpecificationComparison Of(Specification? before, Specification after)
    {
        var earlier = before?.Criteria.ToList() ?? [];
        var pairs = after.Criteria.Select(c => (After: c, Before: Take(earlier, e => Key(e) == Key(c)))).ToList();
        var unpaired = pairs.Where(p => p.Before is null).Select(p => p.After).ToList();
        Criterion? Moved(Criterion c) =>
            unpaired.Count(u => u.Attribute.Code == c.Attribute.Code) == 1 && earlier.Count(e => e.Attribute.Code == c.Attribute.Code) == 1
                ? Take(earlier, e => e.Attribute.Code == c.Attribute.Code)
                : null;
        return new SpecificationComparison
        {
            Fields = Differing(before is null ? [] : Whole(before), Whole(after)),
            Criteria =
            [
                .. pairs.Select(p => Change(p.Before ?? Moved(p.After), p.After)),
                .. earlier.Select(e => Change(e, null)),
            ],
        };
    }

    private static CriterionChange Change(Criterion? before, Criterion? after)
    {
        var fields = Differing(before is null ? [] : Parts(before), after is null ? [] : Parts(after));
        var kind = before is null ? CriterionChangeKind.Added
            : after is null ? CriterionChangeKind.Removed
            : fields.Count > 0 ? CriterionChangeKind.Changed
            : CriterionChangeKind.Same;
        return new CriterionChange(kind, before, after, fields);
    }

    private static List<SpecificationFieldChange> Differing(IReadOnlyList<(string Field, string Text)> before, IReadOnlyList<(string Field, string Text)> after)
    {
        var fields = before.Concat(after).Select(f => f.Field).Distinct();
        return
        [
            .. fields.Select(field => new SpecificationFieldChange(field, TextOf(before, field), TextOf(after, field)))
                .Where(f => f.Before != f.After),
        ];
    }

    private static string TextOf(IReadOnlyList<(string Field, string Text)> fields, string field) =>
        fields.FirstOrDefault(f => f.Field == field).Text ?? "";

    private static List<(string, string)> Whole(Specification s) =>
    [
        ("Title", s.Title ?? ""),
        ("Effective from", s.EffectiveFrom.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ("Measurements", NumberText.General(s.Plan.Count)),
        ("Minimum visible fraction", s.MinimumVisibleFraction?.Text ?? ""),
        ("Agreement of dilutions, %", s.DilutionAgreementPercent.Text),
    ];

    private static List<(string, string)> Parts(Criterion c) =>
    [
        ("Method", c.Method?.ToString() ?? ""),
        ("Range", c.PercentRange?.ToString() ?? ""),
        ("Limits", c.Limits.AreOpen ? "" : c.Limits.ToString()),
        ("Decimals", c.StatedDecimals is { } decimals ? NumberText.General(decimals) : ""),
        ("Expected", c.Expected?.Word() ?? ""),
        ("Allowed", string.Join(", ", c.Allowed)),
        ("Decision rule", c.Limits.AreOpen ? "" : c.Rule.Level is { } level ? $"guarded, {level}" : "simple"),
        ("Minimum tracks", c.MinimumTracks is { } tracks ? NumberText.General(tracks) : ""),
        ("Minimum replicates", c.MinimumReplicates is { } replicates ? NumberText.General(replicates) : ""),
        ("Maximum CV, %", c.MaximumCvPercent?.Text ?? ""),
        ("Mandatory", c.IsMandatory ? "yes" : "no"),
    ];

    private static (string, string?, NanometreRange?) Key(Criterion c) => (c.Attribute.Code, c.Method?.Code, c.PercentRange);

    private static Criterion? Take(List<Criterion> from, Predicate<Criterion> fits)
    {
        var index = from.FindIndex(fits);
        if (index < 0)
            return null;
        var taken = from[index];
        from.RemoveAt(index);
        return taken;
    }
}
