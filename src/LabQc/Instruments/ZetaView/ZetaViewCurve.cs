using System.Globalization;
using LabQc.SizeDistributions;
using LabQc.Statistics;

namespace LabQc.Instruments;

/// <summary>Makes the size distribution of a ZetaView text: of the linear table, or of the logarithmic one where that is all there is.</summary>
internal static class ZetaViewCurve
{
    public static SizeDistribution? Of(FileDraft draft, ZetaViewText text)
    {
        if (text.Linear.Count == 0 && text.Logarithmic.Count == 0)
            return new SizeDistribution(SizeBins.FiveNanometres1200, new double[SizeBins.FiveNanometres1200.Count], Weighting.Number);
        var correction = text.Number("Concentration Correction Factor") ?? 1;
        if (text.Linear.Count > 0)
            return LinearBins(draft, text.Linear) is { } bins ? Scaled(draft, text.Linear, bins, correction) : null;
        draft.Warn("zetaview.linear-table-missing", "The linear table is missing; the logarithmic one was read, in which 30 and 150 nm are no edges.", $"row {text.TableRow}");
        return LogarithmicBins(draft, text.Logarithmic) is { } logarithmic ? Scaled(draft, text.Logarithmic, logarithmic, correction) : null;
    }

    /// <summary>Centres are printed with four figures (1002 for 1002.5): rebuilt from the first two.</summary>
    private static SizeBins? LinearBins(FileDraft draft, ZetaViewTable table)
    {
        var width = table.Count > 1 ? table.Centres[1] - table.Centres[0] : 0;
        var first = table.Centres[0] - width / 2;
        for (var i = 0; i < table.Count; i++)
        {
            var expected = table.Centres[0] + i * width;
            if (width > 0 && first >= -1e-9 && Math.Abs(table.Centres[i] - expected) <= 6e-4 * expected)
                continue;
            draft.Fail(
                "zetaview.table-irregular",
                string.Create(CultureInfo.InvariantCulture, $"Evenly spaced classes were expected: {expected} nm, but {table.Centres[i]} nm was found."),
                $"row {table.FirstRow + i}, column 1");
            return null;
        }
        if (table.Count == 1200 && Math.Abs(first) < 1e-9 && Math.Abs(width - 5) < 1e-9)
            return SizeBins.FiveNanometres1200;
        draft.Warn("zetaview.classes", string.Create(CultureInfo.InvariantCulture, $"1200 classes of 5 nm were expected; {table.Count} of {width} nm were read."), $"row {table.FirstRow}");
        return SizeBins.Linear(Math.Max(0, first), width, table.Count);
    }

    private static SizeBins? LogarithmicBins(FileDraft draft, ZetaViewTable table)
    {
        try
        {
            return SizeBins.OfCentres([.. table.Centres], BinCentre.Geometric);
        }
        catch (ArgumentException unsound)
        {
            draft.Fail("zetaview.table-irregular", $"Increasing class centres were expected: {unsound.Message}", $"row {table.FirstRow}");
            return null;
        }
    }

    /// <summary>Shape from the numbers, scaled so that it adds up to the concentrations' sum times the header's correction.</summary>
    private static SizeDistribution? Scaled(FileDraft draft, ZetaViewTable table, SizeBins bins, double correction)
    {
        var negative = table.Numbers.FindIndex(n => n < 0);
        negative = negative < 0 ? table.Concentrations.FindIndex(c => c < 0) : negative;
        if (negative >= 0)
        {
            draft.Fail("zetaview.negative-value", "Numbers and concentrations that are not negative were expected.", $"row {table.FirstRow + negative}");
            return null;
        }
        var (number, concentration) = (table.Numbers.Sum(), table.Concentrations.Sum());
        if (number > 0 != concentration > 0)
        {
            draft.Fail("zetaview.columns-contradict", string.Create(CultureInfo.InvariantCulture, $"The Number column adds up to {number}, the Concentration column to {concentration}: one of them is empty."), $"row {table.FirstRow}");
            return null;
        }
        var perParticle = number > 0 ? concentration * correction / number : 0;
        return new SizeDistribution(bins, [.. table.Numbers.Select(n => n * perParticle)], Weighting.Number);
    }
}
