namespace LabQc.ThirdPartyValidation;

/// <summary>A third party's result for a lot, as its certificate says.</summary>
public sealed record ValidationRecord
{
    public required string LotNumber { get; init; }
    public long Ordinal { get; init; }
    public required string Attribute { get; init; }
    /// <summary>The value as the certificate prints it.</summary>
    public required string EnteredText { get; init; }
    public required string Unit { get; init; }
    /// <summary>Expanded uncertainty U in the value's unit, as printed; null where the certificate states none.</summary>
    public string? ExpandedUncertainty { get; init; }
    /// <summary>The coverage factor k of <see cref="ExpandedUncertainty"/>, as printed.</summary>
    public string? CoverageFactor { get; init; }
    public required string Laboratory { get; init; }
    /// <summary>The laboratory's accreditation, such as its number and standard; null where there is none.</summary>
    public string? Accreditation { get; init; }
    public required string Method { get; init; }
    /// <summary>The SHA-256 of the certificate, which is kept whole.</summary>
    public required string CertificateSha256 { get; init; }
    public string? CertificateNumber { get; init; }
    public string? IssuedOn { get; init; }
    public string RecordedAt { get; init; } = "";
    public string RecordedBy { get; init; } = "";
}
