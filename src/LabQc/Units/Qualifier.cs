namespace LabQc.Units;

/// <summary>What a result says about its number: it is the number, lies below it, above it, or nothing was found.</summary>
public enum Qualifier
{
    Equal,
    LessThan,
    GreaterThan,
    NotDetected,
}

/// <summary>The qualifier as people and files write it.</summary>
public static class QualifierWords
{
    /// <summary><c>=</c>, <c>&lt;</c>, <c>&gt;</c> or <c>not detected</c>.</summary>
    public static string Word(this Qualifier qualifier) => qualifier switch
    {
        Qualifier.Equal => "=",
        Qualifier.LessThan => "<",
        Qualifier.GreaterThan => ">",
        Qualifier.NotDetected => "not detected",
        _ => throw new ArgumentOutOfRangeException(nameof(qualifier), qualifier, "No such qualifier."),
    };
}
