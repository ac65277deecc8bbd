using LabQc.Methods;

namespace LabQc.Specifications;

/// <summary>Reads one method of a definitions file.</summary>
internal sealed class MethodReader(AttributeCatalogue catalogue)
{
    public MethodVersion Read(DefinitionForm form, (string Code, int Version) id) => new()
    {
        Code = id.Code,
        Version = id.Version,
        Name = form.Text("name") ?? "",
        Technique = form.OptionalText("technique"),
        GeneralDetectionLimit = NotNegative(form, "detection_limit", form.OptionalNumber("detection_limit")),
        Uncertainties = [.. form.Objects("u_method").Select(ReadUncertainty).OfType<MethodUncertainty>()],
        DetectionLimits = [.. form.Objects("detection_limits").Select(ReadDetectionLimit).OfType<DetectionLimit>()],
    };

    private MethodUncertainty? ReadUncertainty(DefinitionForm form)
    {
        var attribute = NumericAttribute(form);
        var absolute = NotNegative(form, "absolute", form.OptionalNumber("absolute"));
        var relative = NotNegative(form, "relative", form.OptionalNumber("relative"));
        form.RefuseTheRest();
        if (form.Has("absolute") == form.Has("relative"))
            form.Refuse("absolute", "u_method is either absolute or relative.", "Write one of \"absolute\" (in the attribute's unit) and \"relative\" (0.10 for 10 %).");
        var amount = absolute ?? relative;
        return attribute is null || amount is null ? null : new MethodUncertainty(attribute, amount, relative is not null);
    }

    private DetectionLimit? ReadDetectionLimit(DefinitionForm form)
    {
        var attribute = NumericAttribute(form);
        var value = NotNegative(form, "value", form.Number("value"));
        form.RefuseTheRest();
        return attribute is null || value is null ? null : new DetectionLimit(attribute, value);
    }

    private string? NumericAttribute(DefinitionForm form)
    {
        if (form.Text("attribute") is not { } code)
            return null;
        var attribute = catalogue.Find(code);
        if (attribute is null)
            form.Refuse("attribute", $"no attribute {code} is known.", "Define it under \"attributes\", or mend its code.");
        else if (attribute.Kind != AttributeKind.Numeric)
            form.Refuse("attribute", $"{code} has no numbers.", "Leave it out.");
        return attribute?.Code;
    }

    private static Units.EnteredNumber? NotNegative(DefinitionForm form, string name, Units.EnteredNumber? number)
    {
        if (number is null || number.Value >= 0)
            return number;
        form.Refuse(name, $"{number} is negative.", "Write 0 or more.");
        return null;
    }
}
