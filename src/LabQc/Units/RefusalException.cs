namespace LabQc.Units;

/// <summary>
/// Something was asked that cannot be done as things stand: the message says what is wrong, where, and what to do.
/// Nothing was stored. Doors show the message as it is; everything else that is thrown is a failure of the system.
/// </summary>
public abstract class RefusalException(string message) : Exception(message);
