using System.Text.Json.Nodes;

namespace LabQc.SampleBatches.Lots;

/// <summary>
/// The verdict that must come out, known from what was planted. Nothing here computes a statistic: a lot in which nothing
/// is planted lies well inside all limits, and each planted thing names the criteria that it changes.
/// </summary>
internal static class ExpectedVerdict
{
    private const string Percent = "size.percent_in_range";
    private const string Median = "size.d50";
    private const string Concentration = "yield.particles_per_ml";
    private const string Purity = "purity.particles_per_ug_protein";
    private const string Endotoxin = "safety.endotoxin";

    public static string JsonOf(LotPlan plan)
    {
        var (changed, verdict, why) = Change(plan.Planted);
        var criteria = new JsonObject();
        foreach (var attribute in Definitions.CriteriaOf(plan.Group.Product, plan.IsolatedOn))
            criteria[attribute] = attribute == "assay.protein" ? "reported" : changed.Contains(attribute) ? verdict : "conforms";
        var record = new JsonObject { ["lot"] = plan.Lot, ["verdict"] = OfLot(changed.Length == 0 ? "conforms" : verdict), ["criteria"] = criteria };
        if (why is not null)
            record["why"] = why;
        return JsonText.Of(record);
    }

    private static string OfLot(string verdict) => verdict == "missing" ? "incomplete" : verdict;

    private static (string[] Criteria, string Verdict, string? Why) Change(Planted planted) => planted switch
    {
        Planted.Drift => ([], "conforms", "One of ten lots whose D50 drifts upward by 0.75 of the lot-to-lot SD a lot; all of them still conform."),
        Planted.CoarseInPercent => ([Percent], "does-not-conform", "Only about 60 % of the particles lie within 30-150 nm; the median still does."),
        Planted.CoarseInMedian => ([Percent, Median], "does-not-conform", "The median itself lies above 150 nm."),
        Planted.PercentInconclusive => ([Percent], "inconclusive", "72 % in range against at least 70.0 %: too close to the limit for an uncertainty of 3 points."),
        Planted.PercentTooLow => ([Percent], "does-not-conform", "58 % in range: below 70.0 % even with an uncertainty of 3 points."),
        Planted.EndotoxinTooHigh => ([Endotoxin], "does-not-conform", "Endotoxin 0.82 EU/mL is out of specification."),
        Planted.PurityTooLow => ([Purity], "does-not-conform", "Much protein: 7.5e8 particles/µg, below the limit of 1.5e9."),
        Planted.FailedRun => ([Median, Percent, Concentration, Purity], "missing", "The only run holds no trace: every position was removed, as its position table says."),
        Planted.TooFewTracks => ([Percent], "inconclusive", "Fewer than 500 valid tracks in all videos together."),
        Planted.UnknownDilution => ([Concentration, Purity], "missing", "Nobody recorded the dilution. The file's name proposes one, but no person confirmed it: size is judged, counts are not."),
        Planted.DilutionSeriesDisagrees => ([Concentration, Purity], "inconclusive", "Three dilutions disagree by more than 25 % of their median; size stands."),
        Planted.TwoMeasurementsNoPlan => ([Median, Percent, Concentration, Purity], "inconclusive", "Two complete measurements, and the specification plans for one."),
        _ => ([], "conforms", Remark(planted)),
    };

    private static string? Remark(Planted planted) => planted switch
    {
        Planted.DilutionSeriesAgrees => "A dilution series of three that agrees.",
        Planted.EmptyVideo => "One of five videos is empty and is left out, not averaged in as zero.",
        Planted.BlankBeside => "The diluent was measured beside the sample, as a blank.",
        Planted.SampleNameOfAnotherLot => "The sample name inside the file is another lot's: a warning, no verdict.",
        Planted.DilutionInTheName => "The file's name proposes a dilution; the manifest confirms it.",
        Planted.DilutionRepeatedInManifest => "The manifest repeats the dilution that the files state.",
        Planted.EndotoxinNotDetected => "Endotoxin was entered as not detected: below the method's detection limit of 0.05 EU/mL.",
        Planted.EndotoxinBelowItsLimit => "Endotoxin was entered as <0.25 against an upper limit of 0.25 EU/mL.",
        Planted.EndotoxinOfTheOldLimit => "Endotoxin 0.38 EU/mL: within version 1 of the specification, which was effective when the lot was isolated.",
        Planted.DlsSizeBeside => "Light scattering beside tracking: another technique, which the criteria do not ask for.",
        Planted.DlsSizeInUtf16 => "Light scattering beside tracking, exported as UTF-16.",
        Planted.DlsZetaBeside => "A zeta potential table beside the size measurement.",
        Planted.ZetaProfileBeside => "A zeta potential profile beside the size measurement.",
        Planted.FluorescenceBeside => "The fluorescence export of the first run lies beside and is not imported: it is another population.",
        Planted.ThreeWeightings => "One file with number, surface and volume weighting; only number is judged.",
        Planted.TrackAboveTheTable => "The largest track lies above the table's last bin.",
        Planted.DecimalComma => "Files with decimal commas throughout.",
        Planted.ResavedBySpreadsheet => "A file that was opened and saved by a spreadsheet program.",
        _ => null,
    };
}
