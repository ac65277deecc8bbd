using System.Globalization;

namespace LabQc.Tests.Instruments;

/// <summary>The independently computed values of the reference files.</summary>
internal static class ExpectedFiles
{
    public static IReadOnlyList<Row> Of(string table)
    {
        var lines = File.ReadAllLines(Reference.PathOf("instruments", table));
        var header = lines[0].Split('\t');
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => new Row(header.Zip(l.Split('\t')).ToDictionary(c => c.First, c => c.Second)))];
    }

    public sealed record Row(IReadOnlyDictionary<string, string> Cells)
    {
        public string this[string column] => Cells[column];

        public string File => Cells["local"];

        public double Number(string column) => double.Parse(Cells[column], CultureInfo.InvariantCulture);

        public byte[] Bytes() => System.IO.File.ReadAllBytes(Reference.PathOf("instruments", File));
    }
}
