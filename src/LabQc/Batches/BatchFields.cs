using System.Globalization;
using System.Text.RegularExpressions;
using LabQc.Units;

namespace LabQc.Batches;

/// <summary>
/// A registration as the flat fields of a form, each named by its place in the registration: <c>source.passage</c>,
/// <c>volumes[0].volume_ml</c>. Texts are kept as typed; empty rows of a list are left out, and the others move up.
/// </summary>
public sealed partial class BatchFields
{
    /// <summary>The fields of one value each, in the order of the form.</summary>
    public static IReadOnlyList<string> Plain { get; } =
    [
        "product", "lot", "isolation_method", "isolated_on", "operator",
        "source.kind", "source.material", "source.cell_line", "source.donor", "source.passage", "source.viability_percent",
        "source.cells_at_harvest", "source.medium", "source.conditioning_hours", "source.anticoagulant", "source.storage",
        "method_parameters.washes", "method_parameters.column", "method_parameters.resin", "method_parameters.load_volume_ml",
        "method_parameters.fractions_pooled", "method_parameters.reagent", "method_parameters.percent", "method_parameters.ratio",
        "method_parameters.hours", "method_parameters.celsius", "remarks",
    ];

    /// <summary>The lists, the members of a row, and those of them that make a row one: a name alone is none.</summary>
    private static readonly IReadOnlyList<(string List, IReadOnlyList<string> Members, IReadOnlyList<string> Making)> Lists =
    [
        (Spins, ["name", "rotor", "g", "minutes", "celsius"], ["rotor", "g", "minutes"]),
        (VolumeChain, ["step", "volume_ml"], ["volume_ml"]),
        (OtherParameters, ["name", "value"], ["name", "value"]),
    ];

    /// <summary>The list of spins of an ultracentrifugation.</summary>
    public const string Spins = "method_parameters.steps";

    /// <summary>The list of volumes.</summary>
    public const string VolumeChain = "volumes";

    /// <summary>The parameters of a method that a laboratory added, by name.</summary>
    public const string OtherParameters = "method_parameters.other";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <param name="entered">The fields as they were sent; those that are no fields of a registration are passed over.</param>
    public BatchFields(IEnumerable<KeyValuePair<string, string>> entered)
    {
        var texts = entered.Where(e => !string.IsNullOrWhiteSpace(e.Value)).GroupBy(e => e.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value.Trim(), StringComparer.Ordinal);
        foreach (var name in Plain.Where(texts.ContainsKey))
            _values[name] = texts[name];
        foreach (var (list, members, making) in Lists)
            Gather(texts, list, members, making);
    }

    /// <summary>Every field that has a text.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>The text of a field; empty where it has none.</summary>
    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>How many rows a list has.</summary>
    public int Rows(string list) => _values.Keys.Select(k => RowOf(k, list) + 1).DefaultIfEmpty(0).Max();

    /// <summary>The field of a row.</summary>
    public static string Row(string list, int row, string member) => string.Create(CultureInfo.InvariantCulture, $"{list}[{row}].{member}");

    /// <summary>The fields of details that stand.</summary>
    public static BatchFields Of(BatchDetails details)
    {
        using var document = System.Text.Json.JsonDocument.Parse(JsonForm.Write(details));
        return new BatchFields(Leaves("", document.RootElement));
    }

    /// <summary>The registration, with only what belongs to its isolation method.</summary>
    /// <exception cref="FormException">Something cannot be; every problem is named at its field.</exception>
    public BatchDetails Read(string form)
    {
        var problems = Missing().ToList();
        var details = new BatchDetails
        {
            Lot = this["lot"],
            Product = this["product"],
            IsolationMethod = this["isolation_method"],
            IsolatedOn = Day() ?? default,
            Operator = Text("operator"),
            Source = Source(),
            MethodParameters = Parameters(),
            Volumes = [.. Enumerable.Range(0, Rows(VolumeChain)).Select(i => new VolumeStep { Step = this[Row(VolumeChain, i, "step")], VolumeMl = this[Row(VolumeChain, i, "volume_ml")] })],
            Remarks = Text("remarks"),
        };
        var named = problems.Select(p => p.Where).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(BatchForm.Problems(details).Where(p => !named.Contains(p.Where)));
        return problems.Count == 0 ? details : throw new FormException(form, problems);
    }

    private IEnumerable<FormProblem> Missing()
    {
        if (this["product"].Length == 0)
            yield return new("product", "choose the product");
        if (this["lot"].Length == 0)
            yield return new("lot", "type or scan the lot number");
        if (this["isolation_method"].Length == 0)
            yield return new("isolation_method", "choose the isolation method");
        if (Day() is null)
            yield return new("isolated_on", this["isolated_on"].Length == 0 ? "the day of isolation is needed" : $"a day is written yyyy-MM-dd; found \"{this["isolated_on"]}\"");
        if (Kind() is null)
            yield return new("source.kind", "say what the source is");
        if (this["source.material"].Length == 0)
            yield return new("source.material", "say what the material is, such as conditioned medium");
        for (var i = 0; i < Rows(VolumeChain); i++)
        {
            if (this[Row(VolumeChain, i, "step")].Length == 0)
                yield return new(Row(VolumeChain, i, "step"), "name the step, such as harvest, concentrate or final");
        }
    }

    private SourceMaterial Source() => new()
    {
        Kind = Kind() ?? default,
        Material = this["source.material"],
        CellLine = Text("source.cell_line"),
        Donor = Text("source.donor"),
        Passage = Text("source.passage"),
        ViabilityPercent = Text("source.viability_percent"),
        CellsAtHarvest = Text("source.cells_at_harvest"),
        Medium = Text("source.medium"),
        ConditioningHours = Text("source.conditioning_hours"),
        Anticoagulant = Text("source.anticoagulant"),
        Storage = Text("source.storage"),
    };

    private IsolationParameters Parameters() => this["isolation_method"] switch
    {
        BatchForm.Ultracentrifugation => new() { Steps = [.. Enumerable.Range(0, Rows(Spins)).Select(Spin)], Washes = Parameter("washes") },
        BatchForm.SizeExclusion => new()
        {
            Column = Parameter("column"),
            Resin = Parameter("resin"),
            LoadVolumeMl = Parameter("load_volume_ml"),
            FractionsPooled = Parameter("fractions_pooled"),
        },
        BatchForm.Precipitation => new()
        {
            Reagent = Parameter("reagent"),
            Percent = Parameter("percent"),
            Ratio = Parameter("ratio"),
            Hours = Parameter("hours"),
            Celsius = Parameter("celsius"),
        },
        _ => new() { Other = Others() },
    };

    private CentrifugeStep Spin(int row) => new()
    {
        Name = Text(Row(Spins, row, "name")),
        Rotor = Text(Row(Spins, row, "rotor")),
        G = this[Row(Spins, row, "g")],
        Minutes = this[Row(Spins, row, "minutes")],
        Celsius = Text(Row(Spins, row, "celsius")),
    };

    private Dictionary<string, string>? Others()
    {
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Rows(OtherParameters); i++)
            others[this[Row(OtherParameters, i, "name")]] = this[Row(OtherParameters, i, "value")];
        return others.Count == 0 ? null : others;
    }

    private DateOnly? Day() =>
        DateOnly.TryParseExact(this["isolated_on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private SourceKind? Kind() => this["source.kind"] switch
    {
        "cell-culture" => SourceKind.CellCulture,
        "body-fluid" => SourceKind.BodyFluid,
        "tissue" => SourceKind.Tissue,
        _ => null,
    };

    private string? Text(string name) => _values.GetValueOrDefault(name);

    private string? Parameter(string name) => Text("method_parameters." + name);

    private void Gather(Dictionary<string, string> texts, string list, IReadOnlyList<string> members, IReadOnlyList<string> making)
    {
        var rows = texts.Keys.Select(k => RowOf(k, list)).Where(r => r >= 0).Distinct().Order()
            .Where(row => making.Any(m => texts.ContainsKey(Row(list, row, m)))).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var member in members.Where(m => texts.ContainsKey(Row(list, rows[i], m))))
                _values[Row(list, i, member)] = texts[Row(list, rows[i], member)];
        }
    }

    private static int RowOf(string field, string list) =>
        ListField().Match(field) is { Success: true } match && match.Groups["list"].Value == list
            ? int.Parse(match.Groups["row"].Value, CultureInfo.InvariantCulture)
            : -1;

    private static IEnumerable<KeyValuePair<string, string>> Leaves(string path, System.Text.Json.JsonElement element) => element.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object when path == OtherParameters =>
            element.EnumerateObject().SelectMany((m, i) => new[] { KeyValuePair.Create(Row(path, i, "name"), m.Name), KeyValuePair.Create(Row(path, i, "value"), m.Value.GetString() ?? "") }),
        System.Text.Json.JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Leaves(path.Length == 0 ? m.Name : $"{path}.{m.Name}", m.Value)),
        System.Text.Json.JsonValueKind.Array => element.EnumerateArray().SelectMany((e, i) => Leaves(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), e)),
        System.Text.Json.JsonValueKind.Null => [],
        _ => [KeyValuePair.Create(path, element.GetString() ?? "")],
    };

    [GeneratedRegex(@"^(?<list>[a-z_.]+)\[(?<row>[0-9]{1,3})\]\.[a-z_]+$")]
    private static partial Regex ListField();
}
