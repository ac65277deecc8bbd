namespace LabQc.Units;

/// <summary>One thing that is wrong in a form: where, and what to do about it.</summary>
/// <param name="Where">The place in the form, such as <c>volumes[1].volume_ml</c>.</param>
/// <param name="Message">What was expected and what was found.</param>
public sealed record FormProblem(string Where, string Message)
{
    public override string ToString() => $"{Where}: {Message}";
}

/// <summary>A form cannot be taken; all its problems are named at once, and nothing of it was stored.</summary>
public sealed class FormException(string form, IReadOnlyList<FormProblem> problems)
    : RefusalException($"{form} cannot be taken: {string.Join("; ", problems)}.")
{
    public IReadOnlyList<FormProblem> Problems { get; } = problems;
}
