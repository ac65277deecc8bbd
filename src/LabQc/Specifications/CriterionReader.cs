using System.Globalization;
using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>Reads one criterion of a specification. A method that it names without a version is pinned to the newest one.</summary>
/// <param name="catalogue">The attributes that may be named.</param>
/// <param name="inFile">Methods of the same file; a code is looked up here first, so that a file means the same when read again.</param>
/// <param name="before">Methods that were defined before.</param>
internal sealed class CriterionReader(AttributeCatalogue catalogue, IReadOnlyList<MethodVersion> inFile, IReadOnlyList<MethodVersion> before)
{
    private static readonly string[] OfNumbers = ["lower", "lower_inclusive", "upper", "upper_inclusive", "decimals", "rule", "level"];
    private static readonly string[] OfMeasurements = ["minimum_tracks", "minimum_replicates", "maximum_cv_percent"];

    public Criterion? Read(DefinitionForm form)
    {
        var attribute = ReadAttribute(form);
        if (attribute is null)
            return null;
        var method = ReadMethod(form);
        var limits = new AcceptanceLimits(ReadLimit(form, "lower"), ReadLimit(form, "upper"));
        if (limits.AreEmpty)
            form.Refuse("lower", "no value lies between the limits.", "Look at \"lower\" and \"upper\" and whether they are inclusive.");
        var criterion = new Criterion
        {
            Attribute = attribute,
            Method = method?.Reference,
            Limits = limits,
            StatedDecimals = ReadDecimals(form, limits),
            PercentRange = ReadPercentRange(form, attribute),
            Expected = ReadExpected(form),
            Allowed = form.Texts("allowed"),
            Rule = ReadRule(form, attribute, limits, method),
            MinimumTracks = form.OptionalWholeNumber("minimum_tracks", 0),
            MinimumReplicates = form.OptionalWholeNumber("minimum_replicates", 1),
            MaximumCvPercent = ReadMaximumCv(form),
            IsMandatory = form.Flag("mandatory", true),
        };
        RefuseForeignMembers(form, attribute);
        form.RefuseTheRest();
        return criterion;
    }

    private LabAttribute? ReadAttribute(DefinitionForm form)
    {
        if (form.Text("attribute") is not { } code)
            return null;
        if (catalogue.Find(code) is { } attribute)
            return attribute;
        form.Refuse("attribute", $"no attribute {code} is known.", "Define it under \"attributes\", or mend its code.");
        return null;
    }

    private MethodVersion? ReadMethod(DefinitionForm form)
    {
        if (form.OptionalText("method") is not { } text)
            return null;
        var method = FindMethod(text.Split('@'));
        if (method is null)
            form.Refuse("method", $"no method {text} is known.", "Define it under \"methods\", or mend its code; a version is written as \"nta-size@1\".");
        return method;
    }

    private MethodVersion? FindMethod(string[] parts)
    {
        if (parts.Length == 1)
            return Newest(inFile, parts[0]) ?? Newest(before, parts[0]);
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? inFile.Concat(before).FirstOrDefault(m => m.Code == parts[0] && m.Version == version)
            : null;
    }

    private static MethodVersion? Newest(IReadOnlyList<MethodVersion> methods, string code) =>
        methods.Where(m => m.Code == code).MaxBy(m => m.Version);

    private static Limit? ReadLimit(DefinitionForm form, string name)
    {
        var number = form.OptionalNumber(name);
        var inclusive = form.Flag(name + "_inclusive", true);
        if (number is null && !form.Has(name) && form.Has(name + "_inclusive"))
            form.Refuse(name + "_inclusive", $"there is no \"{name}\" that it could be about.", $"Add \"{name}\", or leave it out.");
        return number is null ? null : new Limit(number, inclusive);
    }

    private static int? ReadDecimals(DefinitionForm form, AcceptanceLimits limits)
    {
        var decimals = form.OptionalWholeNumber("decimals", 0, Rounding.MostDecimals);
        if (decimals < limits.Decimals)
            form.Refuse("decimals", "a limit has more decimals than the value that is held against it.", "State at least as many decimals as the limits have.");
        if (decimals is null && limits.Decimals > Rounding.MostDecimals)
            form.Refuse("decimals", $"a limit has more than {Rounding.MostDecimals} decimals.", "Choose a smaller unit.");
        return decimals;
    }

    private static NanometreRange? ReadPercentRange(DefinitionForm form, LabAttribute attribute)
    {
        var isPercent = attribute.Code == AttributeCatalogue.SizePercentInRange;
        if (isPercent && !form.Has("range_nm"))
            form.Refuse("range_nm", "a percentage in range needs its range.", "Add \"range_nm\": [\"30\", \"150\"].");
        if (!isPercent && form.Has("range_nm"))
            form.Refuse("range_nm", $"{attribute.Code} has no range.", $"Leave it out; it belongs to {AttributeCatalogue.SizePercentInRange}.");
        return isPercent ? form.Range("range_nm") : null;
    }

    private static Presence? ReadExpected(DefinitionForm form)
    {
        if (form.OptionalText("expected") is not { } text)
            return null;
        if (PresenceWords.TryParse(text, out var presence, out var problem))
            return presence;
        form.Refuse("expected", problem, "Write \"present\" or \"absent\".");
        return null;
    }

    private static DecisionRule ReadRule(DefinitionForm form, LabAttribute attribute, AcceptanceLimits limits, MethodVersion? method)
    {
        var rule = form.OptionalText("rule") ?? "simple";
        var level = form.OptionalNumber("level") ?? DecisionRule.UsualLevel;
        if (rule is not ("simple" or "guarded"))
            form.Refuse("rule", $"found \"{rule}\".", "Write \"simple\" or \"guarded\".");
        if (rule != "guarded" && form.Has("level"))
            form.Refuse("level", "only guarded acceptance has a level.", "Leave it out, or write \"rule\": \"guarded\".");
        if (!DecisionRule.IsLevel(level))
            form.Refuse("level", $"{level} is not above 0.5 and below 1.", "Write a probability such as \"0.95\".");
        if (rule != "guarded" || !DecisionRule.IsLevel(level))
            return DecisionRule.Simple;
        if (limits.AreOpen)
            form.Refuse("rule", "guarded acceptance needs a limit.", "Add \"lower\" or \"upper\", or leave the rule out.");
        if (method?.UncertaintyOf(attribute.Code) is null)
            form.Refuse("rule", $"guarded acceptance needs a method that states u_method for {attribute.Code}.", "Name such a method, or use simple acceptance.");
        return DecisionRule.Guarded(level);
    }

    private static EnteredNumber? ReadMaximumCv(DefinitionForm form)
    {
        var cv = form.OptionalNumber("maximum_cv_percent");
        if (cv is null || cv.Value > 0)
            return cv;
        form.Refuse("maximum_cv_percent", $"{cv} is not above 0.", "Write percent, as \"30\".");
        return null;
    }

    private static void RefuseForeignMembers(DefinitionForm form, LabAttribute attribute)
    {
        if (attribute.Kind != AttributeKind.Numeric)
            RefuseAny(form, OfNumbers, $"{attribute.Code} has no numbers.");
        if (attribute.Kind != AttributeKind.Presence)
            RefuseAny(form, ["expected"], $"{attribute.Code} is not a presence.");
        if (attribute.Kind != AttributeKind.Categorical)
            RefuseAny(form, ["allowed"], $"{attribute.Code} has no categories.");
        if (!AttributeCatalogue.IsMeasured(attribute.Code))
            RefuseAny(form, OfMeasurements, $"{attribute.Code} is not computed from size measurements.");
    }

    private static void RefuseAny(DefinitionForm form, string[] names, string problem)
    {
        foreach (var name in names.Where(form.Has))
            form.Refuse(name, problem, "Leave it out.");
    }
}
