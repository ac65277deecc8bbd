namespace LabQc.Charts;

/// <summary>Paper is always light; a screen may be dark. Dark is a second set of the same roles, not an inversion.</summary>
public enum ChartTheme
{
    Light,
    Dark,
}
