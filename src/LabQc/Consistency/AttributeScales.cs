using LabQc.Methods;

namespace LabQc.Consistency;

/// <summary>Takes values to the scale on which lots are compared, and back.</summary>
public static class AttributeScales
{
    /// <summary>
    /// A value on its attribute's scale: itself, its log10, or the logit of a percentage clamped to [50/N, 100 - 50/N] with N
    /// the pooled tracks, so that 0 and 100 % stay finite. Null where the scale has no place for it (a log of nothing).
    /// </summary>
    public static double? To(AttributeScale scale, double value, double? tracks) => scale switch
    {
        _ when !double.IsFinite(value) => null,
        AttributeScale.Linear => value,
        AttributeScale.Log10 => value > 0 ? Math.Log10(value) : null,
        AttributeScale.Logit => Logit(Clamp(value, tracks)),
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "No such scale."),
    };

    /// <summary>A place on a scale as a value in the attribute's unit.</summary>
    public static double From(AttributeScale scale, double place) => scale switch
    {
        AttributeScale.Linear => place,
        AttributeScale.Log10 => Math.Pow(10, place),
        AttributeScale.Logit => 100 / (1 + Math.Exp(-place)),
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "No such scale."),
    };

    private static double Clamp(double percent, double? tracks)
    {
        // Without a count of tracks the clamp of 1000 keeps a whole percentage finite and changes no other.
        var half = 50 / Math.Max(1, tracks ?? 1000);
        return half >= 50 ? 50 : Math.Clamp(percent, half, 100 - half);
    }

    private static double Logit(double percent) => Math.Log(percent / (100 - percent));
}
