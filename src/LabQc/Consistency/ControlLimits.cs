namespace LabQc.Consistency;

/// <summary>Frozen numbers of an attribute in its unit, for people to read.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="N">How many lots have a value.</param>
/// <param name="Centre">The centre, taken back from the attribute's scale.</param>
/// <param name="Lower">The centre less 3 sigma, taken back; null where sigma is 0.</param>
/// <param name="Upper">The centre and 3 sigma, taken back; null where sigma is 0.</param>
public sealed record ControlLimits(string Attribute, int N, double Centre, double? Lower, double? Upper)
{
    /// <summary>How many sigma the limits lie from the centre.</summary>
    public const double Width = 3;

    /// <summary>The limits that frozen numbers give.</summary>
    public static ControlLimits Of(FrozenLimits frozen) => new(
        frozen.Attribute,
        frozen.N,
        AttributeScales.From(frozen.Scale, frozen.Centre),
        frozen.Sigma is { } below ? AttributeScales.From(frozen.Scale, frozen.Centre - (Width * below)) : null,
        frozen.Sigma is { } above ? AttributeScales.From(frozen.Scale, frozen.Centre + (Width * above)) : null);
}
