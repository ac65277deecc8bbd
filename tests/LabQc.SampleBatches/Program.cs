namespace LabQc.SampleBatches;

internal static class Program
{
    private static void Main() => Console.WriteLine("Usage: LabQc.SampleBatches FOLDER");
}
