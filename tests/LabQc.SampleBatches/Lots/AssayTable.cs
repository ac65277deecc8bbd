using LabQc.SampleBatches.Numbers;

namespace LabQc.SampleBatches.Lots;

/// <summary>The other results of a lot, as typed by the person who made them.</summary>
internal static class AssayTable
{
    public static string CsvOf(LotPlan plan)
    {
        var deviates = plan.Stream("assays");
        var rows = new List<string>
        {
            Row(plan, "assay.protein", Notation.Fixed(plan.Protein, plan.Protein < 100 ? 2 : 1), "µg/mL", "micro-bca", 1),
            Row(plan, "identity.cd9", "present", "", "western-blot", 3),
            Row(plan, "identity.cd63", "present", "", "western-blot", 3),
            Row(plan, "identity.cd81", "present", "", "western-blot", 3),
            Row(plan, "identity.tsg101", "present", "", "western-blot", 3),
            Row(plan, plan.Group.Product == "HEK-EV" ? "identity.gm130" : "identity.calnexin", deviates.Uniform() < 0.5 ? "absent" : "not detected", "", "western-blot", 3),
            Row(plan, "safety.endotoxin", Endotoxin(plan, deviates), "EU/mL", "lal-kinetic", 2),
            Row(plan, "safety.sterility", deviates.Uniform() < 0.6 ? "no growth" : "negative", "", "sterility-14d", 15),
            Row(plan, "safety.mycoplasma", deviates.Uniform() < 0.6 ? "not detected" : "negative", "", "mycoplasma-pcr", 4),
        };
        if (plan.Group.Product == "IPS-EV")
        {
            rows.Add(Row(plan, "potency.nfkb_inhibition", Notation.Fixed(deviates.Between(44, 61), 1), "%", "nfkb-luciferase", 9));
            rows.Add(Row(plan, "identity.appearance", deviates.Uniform() < 0.5 ? "clear" : "opalescent", "", "visual", 1));
        }
        return string.Concat(rows.Prepend("attribute,value,unit,method,measured_on,measured_by").Select(row => row + "\n"));
    }

    private static string Row(LotPlan plan, string attribute, string value, string unit, string method, int daysLater)
    {
        var day = LotPlan.WorkingDay(plan.IsolatedOn.AddDays(daysLater));
        return $"{attribute},{value},{unit},{method},{Notation.Date(day)},{Staff.Name(plan, method)}";
    }

    private static string Endotoxin(LotPlan plan, Deviates deviates) => plan.Planted switch
    {
        Planted.EndotoxinTooHigh => "0.82",
        Planted.EndotoxinOfTheOldLimit => "0.38",
        Planted.EndotoxinNotDetected => "not detected",
        Planted.EndotoxinBelowItsLimit => "<0.25",
        _ => deviates.Uniform() < 0.45 ? "<0.05" : Notation.Fixed(deviates.Between(0.06, 0.19), 2),
    };
}
