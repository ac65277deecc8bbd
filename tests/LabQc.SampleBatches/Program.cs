namespace LabQc.SampleBatches;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [var folder])
        {
            Console.Error.WriteLine("Usage: dotnet run --project tests/LabQc.SampleBatches -- sample-batches");
            return 2;
        }
        SampleBatchGenerator.WriteTo(folder);
        return 0;
    }
}
