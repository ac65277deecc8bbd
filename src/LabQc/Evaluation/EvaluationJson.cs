using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>
/// An evaluation as the JSON document that scripts read: the members of the contract first, in its order, then further ones. A
/// number that is not finite is null.
/// </summary>
public static class EvaluationJson
{
    // The document goes to files and terminals, never into a page: <, µ and – may stay as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as one line of text.</summary>
    public static string Text(EvaluationAnswer answer)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(answer, json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes the document as one JSON object.</summary>
    public static void Write(EvaluationAnswer answer, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("lot", answer.Lot);
        json.WriteStartObject("specification");
        json.WriteString("product", answer.Product);
        json.WriteNumber("version", answer.SpecificationVersion);
        json.WriteEndObject();
        json.WriteString("verdict", answer.Verdict.Word());
        json.WriteStartArray("criteria");
        foreach (var criterion in answer.Criteria)
            WriteCriterion(criterion, json);
        json.WriteEndArray();
        WriteRange(json, "working_range_nm", answer.WorkingRange);
        WriteRange(json, "specified_range_nm", answer.SpecifiedRange);
        WriteRange(json, "visible_range_nm", answer.VisibleRange);
        WriteNumber(json, "counts_below_working_range_percent", answer.CountsBelowWorkingRangePercent);
        WriteLeftOut(answer.LeftOut, json);
        json.WriteString("statement", answer.Statement);
        if (answer.WithoutExclusions is { } without)
        {
            json.WritePropertyName("without_exclusions");
            Write(without, json);
        }
        json.WriteEndObject();
    }

    private static void WriteCriterion(CriterionAnswer answer, Utf8JsonWriter json)
    {
        var criterion = answer.Criterion;
        json.WriteStartObject();
        json.WriteString("attribute", answer.Attribute);
        json.WriteString("unit", criterion.Attribute.Unit);
        WriteNumber(json, "value", answer.Value.Value);
        json.WriteString("qualifier", answer.Value.Qualifier.Word());
        WriteDecimal(json, "lower_limit", criterion.Limits.Lower?.Value);
        WriteDecimal(json, "upper_limit", criterion.Limits.Upper?.Value);
        json.WriteString("decision_rule", criterion.Rule.Word);
        WritePair(json, "interval", answer.Interval);
        json.WriteStartObject("uncertainty");
        WriteNumber(json, "run", answer.Uncertainty.Run?.Value);
        WriteNumber(json, "method", answer.Uncertainty.Method);
        WriteUncertaintyDetails(answer.Uncertainty, json);
        json.WriteEndObject();
        WriteNumber(json, "conformance_probability", answer.ConformanceProbability);
        json.WriteString("verdict", answer.Verdict.Word());
        json.WriteString("reason", answer.Reason);
        WriteDetails(answer, json);
        json.WriteEndObject();
    }

    private static void WriteUncertaintyDetails(Uncertainty uncertainty, Utf8JsonWriter json)
    {
        WriteNumber(json, "combined", uncertainty.Combined);
        WriteText(json, "run_from", uncertainty.Run?.Source switch
        {
            RunUncertaintySource.StandardError => "s/√n",
            RunUncertaintySource.Binomial => "binomial",
            RunUncertaintySource.Propagated => "inputs in quadrature",
            _ => null,
        });
        // null degrees of freedom beside a known u: the normal distribution.
        WriteNumber(json, "degrees_of_freedom", uncertainty.Combined is null ? null : uncertainty.DegreesOfFreedom);
    }

    private static void WriteDetails(CriterionAnswer answer, Utf8JsonWriter json)
    {
        var criterion = answer.Criterion;
        WriteText(json, "entered", answer.Value.Entered?.Text);
        WriteText(json, "method", criterion.Method?.ToString());
        json.WriteBoolean("mandatory", answer.IsMandatory);
        json.WriteBoolean("lower_inclusive", criterion.Limits.Lower?.Inclusive ?? true);
        json.WriteBoolean("upper_inclusive", criterion.Limits.Upper?.Inclusive ?? true);
        json.WriteNumber("decimals", criterion.Decimals);
        WriteDecimal(json, "level", criterion.Rule.Level?.Value);
        WriteRange(json, "range_nm", criterion.PercentRange);
        WriteNumber(json, "replicates", answer.Replicates);
        WriteNumber(json, "tracks", answer.Tracks);
        json.WriteStartArray("measurements");
        foreach (var measurement in answer.Measurements)
            json.WriteStringValue(measurement);
        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (var rule in answer.Rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule);
            json.WriteString("outcome", rule.Verdict?.Word() ?? "met");
            json.WriteString("reason", rule.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteLeftOut(IReadOnlyList<LeftOut> leftOut, Utf8JsonWriter json)
    {
        json.WriteStartArray("left_out");
        foreach (var (what, reason) in leftOut)
        {
            json.WriteStartObject();
            json.WriteString("what", what);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRange(Utf8JsonWriter json, string name, NanometreRange? range) =>
        WritePair(json, name, range is { } ends ? (ends.From, ends.To) : null);

    private static void WritePair(Utf8JsonWriter json, string name, (double Lower, double Upper)? pair)
    {
        if (pair is not { } ends || !double.IsFinite(ends.Lower) || !double.IsFinite(ends.Upper))
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartArray(name);
        json.WriteNumberValue(ends.Lower);
        json.WriteNumberValue(ends.Upper);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    private static void WriteDecimal(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else
            json.WriteString(name, text);
    }
}
