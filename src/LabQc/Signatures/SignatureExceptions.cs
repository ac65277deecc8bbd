using LabQc.Units;

namespace LabQc.Signatures;

/// <summary>Somebody may not sign this with this meaning.</summary>
public sealed class SigningRefusedException(string message) : RefusalException(message);
