namespace LabQc.SampleBatches.Lots;

/// <summary>A file of a lot's folder, byte for byte.</summary>
internal sealed record SampleFile(string Name, byte[] Content);
