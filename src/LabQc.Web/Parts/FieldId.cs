namespace LabQc.Web.Parts;

/// <summary>The id of the field of a name, so that a summary of errors can point at it.</summary>
public static class FieldId
{
    /// <summary>As <c>f-steps-0-rotor</c> for <c>Steps[0].Rotor</c>: lower case, with hyphens.</summary>
    public static string Of(string name)
    {
        var parts = new string([.. name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]);
        return "f-" + string.Join('-', parts.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
