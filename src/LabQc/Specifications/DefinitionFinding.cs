namespace LabQc.Specifications;

/// <summary>A problem of a form: where it is, what is wrong there, and what to do.</summary>
/// <param name="Where">A path into the JSON text, as <c>$.specifications[0].criteria[1].level</c>.</param>
/// <param name="Problem">What was expected and what was found.</param>
/// <param name="Advice">What to write instead.</param>
public sealed record DefinitionFinding(string Where, string Problem, string Advice)
{
    public override string ToString() => $"{Where}: {Problem} {Advice}";
}
