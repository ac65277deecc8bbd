using System.Globalization;
using System.Text.RegularExpressions;
using LabQc.Units;

namespace LabQc.Batches;

/// <summary>Checks the registration of a batch, all of it at once.</summary>
public static partial class BatchForm
{
    public const string Ultracentrifugation = "ultracentrifugation";
    public const string SizeExclusion = "size-exclusion";
    public const string Precipitation = "precipitation";

    /// <summary>Reads a registration form.</summary>
    /// <exception cref="FormException">It is not of the form's shape, or something in it cannot be.</exception>
    public static BatchDetails Read(string json, string form)
    {
        var details = JsonForm.Read<BatchDetails>(json, form);
        Check(details, form);
        return details;
    }

    /// <summary>Refuses details that cannot be, with every problem named.</summary>
    /// <exception cref="FormException">Something in the details cannot be.</exception>
    public static void Check(BatchDetails details, string form)
    {
        var problems = Problems(details).ToList();
        if (problems.Count > 0)
            throw new FormException(form, problems);
    }

    /// <summary>Everything in the details that cannot be; empty where they can be taken.</summary>
    internal static IEnumerable<FormProblem> Problems(BatchDetails details) =>
    [
        .. LotProblems(details.Lot),
        .. Texts(("product", details.Product), ("isolation_method", details.IsolationMethod), ("source.material", details.Source.Material)),
        .. Numbers(
            ("source.viability_percent", details.Source.ViabilityPercent),
            ("source.cells_at_harvest", details.Source.CellsAtHarvest),
            ("source.conditioning_hours", details.Source.ConditioningHours)),
        .. VolumeProblems(details.Volumes),
        .. ParameterProblems(details.IsolationMethod, details.MethodParameters),
    ];

    private static IEnumerable<FormProblem> LotProblems(string lot)
    {
        if (!LotNumber().IsMatch(lot))
            yield return new("lot", $"a lot number is 1 to 64 letters, digits, '-', '_' or '.', beginning with a letter or digit; found \"{lot}\"");
    }

    private static IEnumerable<FormProblem> VolumeProblems(IReadOnlyList<VolumeStep> volumes)
    {
        if (volumes.Count == 0)
            return [new("volumes", "at least the final volume is needed, in mL")];
        return volumes.SelectMany((v, i) => Positive($"volumes[{i}].volume_ml", v.VolumeMl));
    }

    private static IEnumerable<FormProblem> ParameterProblems(string method, IsolationParameters parameters) => method switch
    {
        Ultracentrifugation =>
        [
            .. parameters.Steps is { Count: > 0 } ? [] : new[] { new FormProblem("method_parameters.steps", "ultracentrifugation needs at least one step with g and minutes") },
            .. (parameters.Steps ?? []).SelectMany(StepProblems),
            .. Numbers(("method_parameters.washes", parameters.Washes)),
            .. Foreign(method, ("column", parameters.Column), ("resin", parameters.Resin), ("fractions_pooled", parameters.FractionsPooled), ("reagent", parameters.Reagent)),
        ],
        SizeExclusion =>
        [
            .. Texts(("method_parameters.column", parameters.Column), ("method_parameters.fractions_pooled", parameters.FractionsPooled)),
            .. Numbers(("method_parameters.load_volume_ml", parameters.LoadVolumeMl)),
            .. Foreign(method, ("steps", parameters.Steps), ("washes", parameters.Washes), ("reagent", parameters.Reagent), ("ratio", parameters.Ratio)),
        ],
        Precipitation =>
        [
            .. Texts(("method_parameters.reagent", parameters.Reagent)),
            .. Numbers(("method_parameters.percent", parameters.Percent), ("method_parameters.hours", parameters.Hours), ("method_parameters.celsius", parameters.Celsius)),
            .. Foreign(method, ("steps", parameters.Steps), ("washes", parameters.Washes), ("column", parameters.Column), ("fractions_pooled", parameters.FractionsPooled)),
        ],
        _ => [],
    };

    private static IEnumerable<FormProblem> StepProblems(CentrifugeStep step, int index) =>
    [
        .. Positive($"method_parameters.steps[{index}].g", step.G),
        .. Positive($"method_parameters.steps[{index}].minutes", step.Minutes),
        .. Numbers(($"method_parameters.steps[{index}].celsius", step.Celsius)),
    ];

    private static IEnumerable<FormProblem> Foreign(string method, params IEnumerable<(string Name, object? Value)> members) =>
        members.Where(m => m.Value is not null)
            .Select(m => new FormProblem($"method_parameters.{m.Name}", $"does not belong to {method}"));

    private static IEnumerable<FormProblem> Texts(params IEnumerable<(string Where, string? Value)> members) =>
        members.Where(m => string.IsNullOrWhiteSpace(m.Value)).Select(m => new FormProblem(m.Where, "a text is needed"));

    private static IEnumerable<FormProblem> Numbers(params IEnumerable<(string Where, string? Value)> members) =>
        members.Where(m => m.Value is not null && ParseNumber(m.Value) is null).Select(m => NotANumber(m.Where, m.Value!));

    private static IEnumerable<FormProblem> Positive(string where, string value)
    {
        var number = ParseNumber(value);
        if (number is null)
            yield return NotANumber(where, value);
        else if (number <= 0)
            yield return new(where, $"must be more than 0; found \"{value}\"");
    }

    private static FormProblem NotANumber(string where, string value) =>
        new(where, $"expected a number with a decimal point, such as 12.5 or 2.4e8; found \"{value}\"");

    /// <summary>A number as typed, or null where it is none.</summary>
    internal static double? ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    private static partial Regex LotNumber();
}
