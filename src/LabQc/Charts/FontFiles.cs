namespace LabQc.Charts;

/// <summary>Paths, or names, of the two weights of one family.</summary>
public sealed record FontFiles(string Regular, string Bold);
