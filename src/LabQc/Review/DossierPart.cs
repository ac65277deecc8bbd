namespace LabQc.Review;

/// <summary>One row that a dossier froze.</summary>
/// <param name="Name">What it is, as <c>assay safety.endotoxin</c>; the same thing at a newer version has the same name.</param>
/// <param name="Table">The row's table.</param>
/// <param name="Key">The row's key without the site.</param>
/// <param name="Sha256">SHA-256 of the row in canonical form, as the audit trail recorded it.</param>
public sealed record DossierPart(string Name, string Table, IReadOnlyList<string> Key, string Sha256);
