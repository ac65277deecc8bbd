using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>The fields of a specification as typed into a form. Product, market, version and effective date are not among them.</summary>
public sealed record SpecificationForm
{
    private const string Path = "$.specifications[0].";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? Title { get; init; }
    /// <summary>How many measurements of a lot there are to be; blank: one.</summary>
    public string? MeasurementCount { get; init; }
    public string? MinimumVisibleFraction { get; init; }
    public string? DilutionAgreementPercent { get; init; }
    public IReadOnlyList<CriterionForm> Criteria { get; init; } = [];

    /// <summary>A specification's fields.</summary>
    public static SpecificationForm Of(Specification specification) => Read(DefinitionText.Of(specification));

    /// <summary>The fields of a specification as a definitions file writes it, however unfinished.</summary>
    /// <exception cref="FormException">The text is no JSON object.</exception>
    public static SpecificationForm Read(string content)
    {
        var json = Object(content);
        return new SpecificationForm
        {
            Title = FormText.Of(json, "title"),
            MeasurementCount = json["measurements"] is JsonObject plan ? FormText.Of(plan, "count") : null,
            MinimumVisibleFraction = FormText.Of(json, "minimum_visible_fraction"),
            DilutionAgreementPercent = FormText.Of(json, "dilution_agreement_percent"),
            Criteria = json["criteria"] is JsonArray criteria ? [.. criteria.OfType<JsonObject>().Select(CriterionForm.Of)] : [],
        };
    }

    /// <summary>The fields as a definitions file writes them, however unfinished.</summary>
    public string Write() => Json().ToJsonString(Plain);

    /// <summary>The specification that the fields make, and every problem of a field, named as <c>criteria[1].lower</c>.</summary>
    /// <param name="product">The product.</param>
    /// <param name="market">The market; null for the product's own specification.</param>
    /// <param name="version">The version that it is to become.</param>
    /// <param name="effectiveFrom">The day from which it is to be in force.</param>
    /// <param name="known">What the laboratory has defined.</param>
    public SpecificationReading Check(string product, string? market, int version, DateOnly effectiveFrom, Definitions known)
    {
        var json = Json();
        json["product"] = product;
        if (market is not null)
            json["market"] = market;
        json["version"] = version;
        json["effective_from"] = effectiveFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var reading = Definitions.Read(new JsonObject { ["specifications"] = new JsonArray(json) }.ToJsonString(Plain), known);
        var problems = reading.Findings.Select(f => new FormProblem(Field(f.Where), $"{f.Problem} {f.Advice}")).ToList();
        if (Criteria.Count == 0)
            problems.Add(new FormProblem("criteria", "A specification without criteria judges nothing. Add a criterion."));
        return new SpecificationReading(problems.Count == 0 ? reading.Definitions.Specifications[0] : null, problems);
    }

    private JsonObject Json()
    {
        var json = new JsonObject();
        FormText.Add(json, "title", Title);
        if (FormText.IsSaid(MeasurementCount))
        {
            var plan = new JsonObject();
            FormText.AddWholeNumber(plan, "count", MeasurementCount);
            json["measurements"] = plan;
        }
        FormText.Add(json, "minimum_visible_fraction", MinimumVisibleFraction);
        FormText.Add(json, "dilution_agreement_percent", DilutionAgreementPercent);
        json["criteria"] = new JsonArray([.. Criteria.Select(c => c.ToJson())]);
        return json;
    }

    private static JsonObject Object(string content)
    {
        try
        {
            return JsonNode.Parse(content) as JsonObject ?? throw new FormException("The specification", [new FormProblem("$", "an object is expected")]);
        }
        catch (JsonException broken)
        {
            throw new FormException("The specification", [new FormProblem("$", $"this is no JSON: {broken.Message}")]);
        }
    }

    private static string Field(string where) => where.StartsWith(Path, StringComparison.Ordinal) ? where[Path.Length..] : where;
}

/// <summary>What a form makes: a specification, or the problems of its fields.</summary>
public sealed record SpecificationReading(Specification? Specification, IReadOnlyList<FormProblem> Problems)
{
    public bool IsComplete => Specification is not null;
}
