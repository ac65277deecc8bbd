using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LabQc.Batches;
using LabQc.Equipment;
using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>
/// Defined things as the JSON objects of a definitions file, with every default written out, numbers as typed and methods with
/// their versions. Equal texts are equal definitions; <see cref="Definitions.Read"/> reads them back.
/// </summary>
public static class DefinitionText
{
    // Texts are stored and compared, never put into a page: µ and – may stay as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(LabAttribute attribute) => Write(json =>
    {
        json.WriteString("code", attribute.Code);
        json.WriteNumber("version", attribute.Version);
        WriteOptional(json, "unit", attribute.Unit.Length == 0 ? null : attribute.Unit);
        json.WriteString("category", Word(attribute.Category));
        json.WriteString("scale", Word(attribute.Scale));
        json.WriteNumber("decimals", attribute.Decimals);
        json.WriteString("kind", Word(attribute.Kind));
    });

    public static string Of(IsolationMethod method) => Write(json =>
    {
        json.WriteString("code", method.Code);
        json.WriteNumber("version", method.Version);
        json.WriteString("name", method.Name);
    });

    public static string Of(Product product) => Write(json =>
    {
        json.WriteString("code", product.Code);
        json.WriteNumber("version", product.Version);
        json.WriteString("name", product.Name);
        WriteOptional(json, "label_name", product.LabelName);
        WriteOptional(json, "lot_pattern", product.LotPattern?.Text);
        // A product without patterns keeps the text that it had before there were any.
        if (product.LotPatterns.Count > 0)
            WriteArray(json, "lot_patterns", product.LotPatterns, p =>
            {
                json.WriteString("isolation_method", p.IsolationMethod);
                json.WriteString("pattern", p.Pattern.Text);
            });
    });

    public static string Of(Instrument instrument) => Write(json =>
    {
        json.WriteString("code", instrument.Code);
        json.WriteNumber("version", instrument.Version);
        json.WriteString("model", instrument.Model);
        WriteOptional(json, "serial_number", instrument.SerialNumber);
        json.WriteString("technique", instrument.Technique);
        WriteRange(json, "working_range_nm", instrument.ShownRange);
        WriteOptional(json, "working_range_source", instrument.ShownRangeSource);
    });

    public static string Of(MethodVersion method) => Write(json =>
    {
        json.WriteString("code", method.Code);
        json.WriteNumber("version", method.Version);
        json.WriteString("name", method.Name);
        WriteOptional(json, "technique", method.Technique);
        WriteOptional(json, "detection_limit", method.GeneralDetectionLimit?.Text);
        WriteArray(json, "u_method", method.Uncertainties, u =>
        {
            json.WriteString("attribute", u.Attribute);
            json.WriteString(u.IsRelative ? "relative" : "absolute", u.Amount.Text);
        });
        WriteArray(json, "detection_limits", method.DetectionLimits, l =>
        {
            json.WriteString("attribute", l.Attribute);
            json.WriteString("value", l.Value.Text);
        });
    });

    public static string Of(Specification specification) => Write(json =>
    {
        json.WriteString("product", specification.Product);
        json.WriteNumber("version", specification.Version);
        WriteOptional(json, "market", specification.Market);
        WriteOptional(json, "title", specification.Title);
        json.WriteString("effective_from", specification.EffectiveFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartObject("measurements");
        json.WriteNumber("count", specification.Plan.Count);
        json.WriteString("combine", Word(specification.Plan.Combine));
        json.WriteEndObject();
        WriteOptional(json, "minimum_visible_fraction", specification.MinimumVisibleFraction?.Text);
        json.WriteString("dilution_agreement_percent", specification.DilutionAgreementPercent.Text);
        WriteArray(json, "criteria", specification.Criteria, c => WriteCriterion(json, c));
    });

    private static void WriteCriterion(Utf8JsonWriter json, Criterion criterion)
    {
        json.WriteString("attribute", criterion.Attribute.Code);
        WriteOptional(json, "method", criterion.Method?.ToString());
        WriteRange(json, "range_nm", criterion.PercentRange);
        WriteLimit(json, "lower", criterion.Limits.Lower);
        WriteLimit(json, "upper", criterion.Limits.Upper);
        if (criterion.StatedDecimals is { } decimals)
            json.WriteNumber("decimals", decimals);
        WriteOptional(json, "expected", criterion.Expected?.Word());
        if (criterion.Allowed.Count > 0)
        {
            json.WriteStartArray("allowed");
            foreach (var allowed in criterion.Allowed)
                json.WriteStringValue(allowed);
            json.WriteEndArray();
        }
        if (criterion.Attribute.Kind == AttributeKind.Numeric)
            json.WriteString("rule", criterion.Rule.Word);
        WriteOptional(json, "level", criterion.Rule.Level?.Text);
        if (criterion.MinimumTracks is { } tracks)
            json.WriteNumber("minimum_tracks", tracks);
        if (criterion.MinimumReplicates is { } replicates)
            json.WriteNumber("minimum_replicates", replicates);
        WriteOptional(json, "maximum_cv_percent", criterion.MaximumCvPercent?.Text);
        json.WriteBoolean("mandatory", criterion.IsMandatory);
    }

    private static void WriteLimit(Utf8JsonWriter json, string name, Limit? limit)
    {
        if (limit is null)
            return;
        json.WriteString(name, limit.Number.Text);
        json.WriteBoolean(name + "_inclusive", limit.Inclusive);
    }

    private static void WriteRange(Utf8JsonWriter json, string name, NanometreRange? range)
    {
        if (range is not { } ends)
            return;
        json.WriteStartArray(name);
        json.WriteStringValue(NumberText.General(ends.From));
        json.WriteStringValue(NumberText.General(ends.To));
        json.WriteEndArray();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Write(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
