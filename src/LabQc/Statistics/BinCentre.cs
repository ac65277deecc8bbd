namespace LabQc.Statistics;

/// <summary>Where the centre of a bin with edges a and b lies.</summary>
public enum BinCentre
{
    /// <summary>(a + b)/2: bins of equal or irregular width.</summary>
    Arithmetic,

    /// <summary>√(ab): logarithmic bins.</summary>
    Geometric,
}
