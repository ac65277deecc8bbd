namespace LabQc.Signatures;

/// <summary>The kinds of record that are signed.</summary>
public enum SubjectKind
{
    /// <summary>A lot; the key is its lot number.</summary>
    Lot,
    /// <summary>A specification; the key is <c>PRODUCT@VERSION</c>.</summary>
    Specification,
    /// <summary>A reference set; the key is <c>NAME@VERSION</c>.</summary>
    ReferenceSet,
    /// <summary>The invalidation of a measurement; the key is the measurement's.</summary>
    MeasurementInvalidation,
    /// <summary>The grant of a role; the key is <c>PERSON/ROLE</c>.</summary>
    RoleGrant,
}

/// <summary>The record that a signature belongs to.</summary>
/// <param name="Kind">What kind of record.</param>
/// <param name="Key">Which one.</param>
/// <param name="LotNumber">The lot that it concerns; null where it is about no lot.</param>
public sealed record SignedSubject(SubjectKind Kind, string Key, string? LotNumber = null)
{
    /// <summary>A lot.</summary>
    public static SignedSubject Lot(string lot) => new(SubjectKind.Lot, lot, lot);

    /// <summary>A version of a specification.</summary>
    public static SignedSubject Specification(string product, int version) => new(SubjectKind.Specification, Versioned(product, version));

    /// <summary>A version of a reference set.</summary>
    public static SignedSubject ReferenceSet(string name, int version) => new(SubjectKind.ReferenceSet, Versioned(name, version));

    /// <summary>The invalidation of a lot's measurement.</summary>
    public static SignedSubject Invalidation(string measurementId, string? lot) => new(SubjectKind.MeasurementInvalidation, measurementId, lot);

    /// <summary>The grant of a role to a person, by the sign-in name and the role's word.</summary>
    public static SignedSubject RoleGrant(string person, string role) => new(SubjectKind.RoleGrant, $"{person}/{role}");

    /// <summary>The subject as a dossier names it; every dossier holds this as its member <c>subject</c>.</summary>
    public IReadOnlyDictionary<string, object?> InDossier() => new Dictionary<string, object?> { ["kind"] = Kind.Word(), ["key"] = Key };

    private static string Versioned(string name, int version) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}@{version}");
}

/// <summary>The words for kinds of subjects.</summary>
public static class SubjectKinds
{
    /// <summary>The kind as the registry and addresses write it.</summary>
    public static string Word(this SubjectKind kind) => kind switch
    {
        SubjectKind.Lot => "lot",
        SubjectKind.Specification => "specification",
        SubjectKind.ReferenceSet => "reference-set",
        SubjectKind.MeasurementInvalidation => "measurement-invalidation",
        SubjectKind.RoleGrant => "role-grant",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind that a word names, or null.</summary>
    public static SubjectKind? Parse(string word) =>
        Enum.GetValues<SubjectKind>().Select(k => (SubjectKind?)k).FirstOrDefault(k => k!.Value.Word() == word);
}
