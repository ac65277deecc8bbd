using System.Text;
using LabQc.SampleBatches.Exports;

namespace LabQc.SampleBatches.Lots;

/// <summary>What the Zetasizer writes about the few lots that were also put into it. It counts nothing, so it decides nothing about numbers.</summary>
internal static class DlsMeasurement
{
    public static void AddTo(LotContents contents, LotPlan plan)
    {
        var deviates = plan.Stream("dls");
        var at = plan.MeasuredOn.ToDateTime(new TimeOnly(15, 40)).AddSeconds(deviates.Whole(0, 1200));
        var row = new ManifestRow { File = $"{plan.Lot}_DLS.txt", Lot = plan.Lot, Measurement = "DLS-1", Instrument = "DLS-1" };
        if (plan.Planted == Planted.DlsSizeBeside)
            contents.Add(row, ZetasizerText.SizeTable(plan.Lot, at, plan.Sizes, deviates));
        if (plan.Planted == Planted.DlsSizeInUtf16)
            contents.Add(row, WithMark(Encoding.Unicode, ZetasizerText.SizeTable(plan.Lot, at, plan.Sizes, deviates)));
        if (plan.Planted == Planted.DlsZetaBeside)
            contents.Add(row with { File = $"{plan.Lot}_zeta.txt", Measurement = "ZETA-1" }, ZetasizerText.ZetaTable(plan.Lot, at, deviates));
    }

    private static byte[] WithMark(Encoding encoding, string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
}
