using LabQc.SampleBatches.Lots;

namespace LabQc.SampleBatches;

/// <summary>Writes the sample batches: two years of made-up lots with exports in the instruments' own forms.</summary>
public static class SampleBatchGenerator
{
    /// <summary>Writes all into the folder. The same program writes the same bytes every time and everywhere.</summary>
    public static void WriteTo(string folder)
    {
        var target = new SampleFolder(folder);
        target.Write(SampleFolder.Mark, Definitions.Json);
        foreach (var plan in Campaign.Lots)
        {
            foreach (var file in LotContents.Of(plan).Files)
                target.Write($"{plan.Lot}/{file.Name}", file.Content);
        }
        foreach (var file in BrokenFiles.All())
            target.Write($"broken/{file.Name}", file.Content);
        target.DeleteTheRest();
    }
}
