namespace LabQc.SizeDistributions;

/// <summary>What the values of a distribution weigh particles by. Different weightings are different quantities: never compare them.</summary>
public enum Weighting
{
    /// <summary>Each particle counts once: particle tracking, resistive pulse sensing.</summary>
    Number = 0,

    /// <summary>By surface.</summary>
    SurfaceArea = 1,

    /// <summary>By volume.</summary>
    Volume = 2,

    /// <summary>By scattered light: dynamic light scattering.</summary>
    Intensity = 3,
}
