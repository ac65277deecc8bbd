namespace LabQc.Units;

/// <summary>Names of units are compared as written, but for the two characters that both look like µ.</summary>
public static class UnitName
{
    private const char MicroSign = '\u00B5';
    private const char GreekMu = '\u03BC';

    /// <summary>Whether two names mean one unit. Case counts: mL is not ML.</summary>
    public static bool Same(string? one, string? other) => Normal(one) == Normal(other);

    private static string Normal(string? name) => (name ?? "").Trim().Replace(GreekMu, MicroSign);
}
