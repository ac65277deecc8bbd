namespace LabQc.Charts;

/// <summary>From one value to another, in the unit of its chart. An end that is not there is infinite.</summary>
public readonly record struct ValueRange(double Lower, double Upper);
