using System.Text.Json;

namespace LabQc.Qualification;

/// <summary>What a reference case hands to the function that it calls: arrays and parameters by name.</summary>
/// <param name="Data">The case's <c>data</c> object.</param>
/// <param name="Parameters">The case's <c>parameters</c> object.</param>
/// <param name="Open">Opens a file that the case names, relative to the folder of the case file.</param>
public sealed record CaseInput(JsonElement Data, JsonElement Parameters, Func<string, Stream> Open)
{
    /// <summary>An array of numbers in the data; null stands for NaN.</summary>
    public double[] Numbers(string name) => ReadNumbers(Required(Data, name));

    /// <summary>A table of numbers in the data, row by row; rows may differ in length.</summary>
    public double[][] Rows(string name) => [.. Required(Data, name).EnumerateArray().Select(ReadNumbers)];

    /// <summary>An array of texts in the data, such as the names of batches.</summary>
    public string[] Texts(string name) => [.. Required(Data, name).EnumerateArray().Select(e => e.ToString())];

    /// <summary>The text of the file that the data name under <c>file</c>.</summary>
    public string FileText()
    {
        using var reader = new StreamReader(Open(Required(Data, "file").GetString()!));
        return reader.ReadToEnd();
    }

    /// <summary>A numeric parameter, or the default where the case leaves it out or null.</summary>
    public double Number(string name, double unless) => NumberOrNull(name) ?? unless;

    /// <summary>A numeric parameter that the function cannot do without.</summary>
    public double Number(string name) => Required(Parameters, name).GetDouble();

    /// <summary>A numeric parameter, or null where the case leaves it out or null.</summary>
    public double? NumberOrNull(string name) =>
        Parameters.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    /// <summary>A parameter that is an array of numbers.</summary>
    public double[] ParameterNumbers(string name) => ReadNumbers(Required(Parameters, name));

    /// <summary>A parameter that is a word, or the default where the case leaves it out.</summary>
    public string Text(string name, string unless) =>
        Parameters.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : unless;

    /// <summary>A parameter that is true or false.</summary>
    public bool Flag(string name, bool unless = false) =>
        Parameters.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : unless;

    private static JsonElement Required(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value)
            ? value
            : throw new ArgumentException($"The case lacks \"{name}\".");

    private static double[] ReadNumbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Null ? double.NaN : e.GetDouble())];
}
