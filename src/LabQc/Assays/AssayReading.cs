using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Assays;

/// <summary>What a result as typed says, by the kind of its attribute.</summary>
public static class AssayReading
{
    /// <summary>Reads a result.</summary>
    /// <exception cref="FormException">The text is no result of the attribute; the message says what would be.</exception>
    public static EnteredResult Of(LabAttribute attribute, string text)
    {
        var read = attribute.Kind switch
        {
            AttributeKind.Numeric => EnteredResult.TryParseNumeric(text, out var number, out var problem) ? number : throw Refused(attribute, problem),
            AttributeKind.Presence => EnteredResult.TryParsePresence(text, out var presence, out var problem) ? presence : throw Refused(attribute, problem),
            _ => EnteredResult.TryParseCategory(text, out var category, out var problem) ? category : throw Refused(attribute, problem),
        };
        return read;
    }

    private static FormException Refused(LabAttribute attribute, string problem) =>
        new("The result", [new FormProblem(attribute.Code, problem)]);
}
