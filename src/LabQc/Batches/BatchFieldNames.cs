using System.Text.RegularExpressions;

namespace LabQc.Batches;

/// <summary>The fields of a registration as people call them, and their units.</summary>
public static partial class BatchFieldNames
{
    private static readonly IReadOnlyDictionary<string, (string Name, string Unit)> Known = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["product"] = ("Product", ""),
        ["lot"] = ("Lot number", ""),
        ["isolation_method"] = ("Isolation method", ""),
        ["isolated_on"] = ("Isolated on", ""),
        ["operator"] = ("Isolated by", ""),
        ["remarks"] = ("Remarks", ""),
        ["source.kind"] = ("Kind of source", ""),
        ["source.material"] = ("Source material", ""),
        ["source.cell_line"] = ("Cell line", ""),
        ["source.donor"] = ("Donor", ""),
        ["source.passage"] = ("Passage", ""),
        ["source.viability_percent"] = ("Viability", "%"),
        ["source.cells_at_harvest"] = ("Cells at harvest", "cells"),
        ["source.medium"] = ("Medium", ""),
        ["source.conditioning_hours"] = ("Conditioning", "h"),
        ["source.anticoagulant"] = ("Anticoagulant", ""),
        ["source.storage"] = ("Storage of the source", ""),
        ["method_parameters.washes"] = ("Washes", ""),
        ["method_parameters.column"] = ("Column", ""),
        ["method_parameters.resin"] = ("Resin", ""),
        ["method_parameters.load_volume_ml"] = ("Load volume", "mL"),
        ["method_parameters.fractions_pooled"] = ("Fractions pooled", ""),
        ["method_parameters.reagent"] = ("Reagent", ""),
        ["method_parameters.percent"] = ("Final concentration", "%"),
        ["method_parameters.ratio"] = ("Reagent to sample", ""),
        ["method_parameters.hours"] = ("Incubation", "h"),
        ["method_parameters.celsius"] = ("Temperature", "°C"),
    };

    /// <summary>The name of a field, such as <c>Passage</c>, or <c>Spin 2, minutes</c>; an unknown one is called as it is written.</summary>
    public static string Of(string field)
    {
        if (Known.TryGetValue(field, out var known))
            return known.Name;
        if (Row().Match(field) is { Success: true } row)
        {
            var number = int.Parse(row.Groups["row"].Value, System.Globalization.CultureInfo.InvariantCulture) + 1;
            var list = row.Groups["list"].Value == BatchFields.Spins ? "Spin" : row.Groups["list"].Value == BatchFields.VolumeChain ? "Volume" : "Parameter";
            return row.Groups["member"].Value == "volume_ml" ? $"Volume {number}" : $"{list} {number}, {Member(row.Groups["member"].Value)}";
        }
        return field.StartsWith(BatchFields.OtherParameters + ".", StringComparison.Ordinal) ? field[(BatchFields.OtherParameters.Length + 1)..] : field;
    }

    /// <summary>The unit of a field's number; empty where it has none.</summary>
    public static string UnitOf(string field) =>
        Known.TryGetValue(field, out var known) ? known.Unit : field[(field.LastIndexOf('.') + 1)..] switch
        {
            "volume_ml" => "mL",
            "g" => "× g",
            "minutes" => "min",
            "celsius" => "°C",
            _ => "",
        };

    private static string Member(string member) => member switch
    {
        "g" => "force",
        "celsius" => "temperature",
        "step" => "what it is after",
        "name" => "what for",
        "minutes" => "time",
        _ => member,
    };

    [GeneratedRegex(@"^(?<list>[a-z_.]+)\[(?<row>[0-9]{1,3})\]\.(?<member>[a-z_]+)$")]
    private static partial Regex Row();
}
