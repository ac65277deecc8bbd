namespace LabQc.Database;

/// <summary>The program wrote something that no audit event holds. It is a fault of the program; nothing is kept.</summary>
public sealed class UnrecordedChangeException(string finding)
    : InvalidOperationException($"A change was not recorded, so nothing of it is kept: {finding}");
