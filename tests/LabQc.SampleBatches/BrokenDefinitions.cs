using System.Text;
using System.Text.Json.Nodes;
using LabQc.SampleBatches.Lots;

namespace LabQc.SampleBatches;

/// <summary>Definitions files that must be refused: the good one with one fault each.</summary>
internal static class BrokenDefinitions
{
    public static IEnumerable<SampleFile> All() =>
    [
        With("definitions-with-inverted-limits.json", root =>
        {
            Criterion(root, 0)["lower"] = "150";
            Criterion(root, 0)["upper"] = "30";
        }),
        With("definitions-with-a-guarded-rule-but-no-u_method.json", root =>
        {
            foreach (var method in root["methods"]!.AsArray())
                method!["u_method"] = new JsonArray();
        }),
        With("definitions-with-an-unknown-attribute.json", root => Criterion(root, 0)["attribute"] = "size.d55"),
        With("definitions-with-an-unknown-product.json", root => Specification(root)["product"] = "XYZ-EV"),
        With("definitions-with-text-as-limit.json", root => Criterion(root, 0)["upper"] = "about 150"),
        With("definitions-with-a-level-of-one-half.json", root => Criterion(root, 1)["level"] = "0.5"),
        With("definitions-with-an-inverted-working-range.json", root => root["instruments"]![0]!["working_range_nm"] = new JsonArray("1000", "60")),
        new("definitions-cut-off.json", Encoding.UTF8.GetBytes(Definitions.Json[..(Definitions.Json.Length / 2)])),
    ];

    /// <summary>
    /// The fault in a copy with one specification and versions of its own, so that nothing else can be the reason to refuse it.
    /// </summary>
    private static SampleFile With(string name, Action<JsonObject> fault)
    {
        var root = JsonNode.Parse(Definitions.Json)!.AsObject();
        root["specifications"] = new JsonArray(root["specifications"]![0]!.DeepClone());
        foreach (var kind in (string[])["products", "instruments", "methods", "specifications"])
        {
            foreach (var thing in root[kind]!.AsArray())
                thing!["version"] = 9;
        }
        fault(root);
        return new SampleFile(name, Encoding.UTF8.GetBytes(JsonText.Of(root)));
    }

    private static JsonObject Specification(JsonObject root) => root["specifications"]![0]!.AsObject();

    private static JsonObject Criterion(JsonObject root, int index) => Specification(root)["criteria"]![index]!.AsObject();
}
