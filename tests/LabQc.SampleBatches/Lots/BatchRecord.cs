using System.Text.Json.Nodes;
using Bogus;
using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Lots;

/// <summary>The form with which a technician registers a lot.</summary>
internal static class BatchRecord
{
    public static string JsonOf(LotPlan plan)
    {
        var deviates = plan.Stream("record");
        var remarks = plan.Planted switch
        {
            Planted.Drift or Planted.CoarseInPercent or Planted.CoarseInMedian => "Pellet slow to take up; rotor due for service.",
            Planted.FailedRun => "Cell of the ZetaView found leaking after the run.",
            _ => null,
        };
        var record = new JsonObject
        {
            ["lot"] = plan.Lot,
            ["product"] = plan.Group.Product,
            ["isolation_method"] = plan.Group.IsolationMethod,
            ["isolated_on"] = Notation.Date(plan.IsolatedOn),
            ["operator"] = Staff.Name(plan, "isolated"),
            ["source"] = Source(plan, deviates),
            ["method_parameters"] = Parameters(plan, deviates),
            ["volumes"] = Volumes(plan, deviates),
            ["remarks"] = remarks,
        };
        return JsonText.Of(record);
    }

    private static JsonObject Source(LotPlan plan, Deviates deviates)
    {
        var faker = new Faker("en") { Random = new Randomizer(plan.Position + 1000 * plan.Group.Lots) };
        if (plan.Group.Product == "PLT-EV")
        {
            return new JsonObject
            {
                ["kind"] = "body-fluid",
                ["material"] = "platelet concentrate, ACD-A",
                ["cell_line"] = null,
                ["donor"] = faker.Random.Replace("D-####"),
                ["passage"] = null,
                ["viability_percent"] = null,
                ["cells_at_harvest"] = null,
                ["medium"] = null,
                ["conditioning_hours"] = null,
            };
        }
        var (line, medium) = plan.Group.Product switch
        {
            "HEK-EV" => ("HEK293T", "FreeStyle 293, serum-free"),
            "IPS-EV" => ("iPSC line 3", "E8, EV-depleted"),
            _ => ("UC-MSC bank 2", "alpha-MEM, 5 % EV-depleted platelet lysate"),
        };
        return new JsonObject
        {
            ["kind"] = "cell-culture",
            ["material"] = "conditioned medium",
            ["cell_line"] = line,
            ["donor"] = null,
            ["passage"] = Notation.Whole(faker.Random.Int(4, 7)),
            ["viability_percent"] = Notation.Fixed(deviates.Between(91, 98), 1),
            ["cells_at_harvest"] = Notation.Typed(2.4e8 * deviates.Factor(0.12), 2),
            ["medium"] = medium,
            ["conditioning_hours"] = plan.Group.Product == "HEK-EV" ? "72" : "48",
        };
    }

    private static JsonObject Parameters(LotPlan plan, Deviates deviates) => plan.Group.IsolationMethod switch
    {
        "ultracentrifugation" => new JsonObject
        {
            ["steps"] = new JsonArray(
                Step("cells and debris", "TX-750 swing-out", "2000", "20"),
                Step("large vesicles", "45 Ti", "10000", "30"),
                Step("pelleting", "45 Ti", "100000", "70"),
                Step("wash", "70 Ti", "100000", "70")),
            ["washes"] = "1",
        },
        "size-exclusion" => new JsonObject
        {
            ["column"] = "10 mL, lot " + Notation.Whole(deviates.Whole(100, 999)),
            ["resin"] = "agarose, 35 nm pores",
            ["load_volume_ml"] = "0.5",
            ["fractions_pooled"] = "7-10",
        },
        _ => new JsonObject { ["reagent"] = "PEG 6000", ["percent"] = "8", ["ratio"] = "1:1", ["hours"] = "12", ["celsius"] = "4" },
    };

    private static JsonObject Step(string name, string rotor, string g, string minutes) =>
        new() { ["name"] = name, ["rotor"] = rotor, ["g"] = g, ["minutes"] = minutes, ["celsius"] = "4" };

    private static JsonArray Volumes(LotPlan plan, Deviates deviates)
    {
        var harvest = plan.Group.Product == "PLT-EV" ? deviates.Whole(40, 60) : 10 * deviates.Whole(46, 54);
        var final = plan.Group.IsolationMethod == "size-exclusion" ? 2.0 : 1.2;
        return new JsonArray(
            Volume("harvest", Notation.Whole(harvest)),
            Volume("concentrate", Notation.Fixed(deviates.Between(11, 13), 1)),
            Volume("final", Notation.Fixed(final + deviates.Between(-0.05, 0.05), 2)));
    }

    private static JsonObject Volume(string step, string millilitres) => new() { ["step"] = step, ["volume_ml"] = millilitres };
}
